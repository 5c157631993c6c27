/** Words of consents, purposes and their texts, English. */
export const englishConsent = {
  title: 'Consents',
  group: 'Group',
  choose: 'Which group?',
  choose_hint: 'Choose a class or club. Then you see who consented to what, and what is missing.',
  no_purposes: 'No purpose yet',
  no_purposes_hint: 'Nobody can be asked before the region has set its purposes and released their texts.',
  no_pupils: 'We know no names in this group',
  no_pupils_hint: 'Those known by name are asked. Read in the class list first.',
  to_group: 'To the group',
  figures: '%{given} given, %{open} open, %{no} no',
  only_open: 'Only where something is missing',
  missing: 'missing: %{who}',
  until: 'until %{day}',
  purpose: {
    MATCHING: 'Matching', SHARE_WITH_COMPANY: 'Sharing with the host', NEEDS_PROCESS: 'Support needs', NEEDS_SHARE_COMPANY: 'Telling the host about needs', PHOTO_INTERNAL: 'Photographs, internal',
    PHOTO_PUBLICATION: 'Photographs, public', EVALUATION_FOLLOWUP: 'Later survey', PLACEMENT_COMPULSORY: 'Compulsory placement', ESF_INDICATORS: 'ESF indicators', TAKING_PART: 'Taking part', CONTACT: 'Contact', ACCOUNT: 'Accounts and security', ACCOUNTABILITY: 'Accountability',
  },
  state: { NOT_ASKED: 'Not asked', REQUESTED: 'Asked', GIVEN: 'Given', REFUSED: 'Refused', WITHDRAWN: 'Withdrawn', EXPIRED: 'Expired', SUPERSEDED: 'New text', INVALIDATED: 'Void', DISPUTED: 'Disputed' },
  signer: { PUPIL: 'Pupil', GUARDIAN_1: 'Guardian 1', GUARDIAN_2: 'Guardian 2' },
  channel: { LINK: 'Link', PAPER: 'Paper', PHONE: 'Call' },
  act: { REQUESTED: 'asked', GIVEN: 'yes', REFUSED: 'no', WITHDRAWN: 'withdrawn', INVALIDATED: 'declared void', CUSTODY: 'custody recorded', RECTIFIED: 'birth date corrected' },
  answer: {
    title: 'Answer', yes: 'Yes', no: 'No', GIVEN: 'Consents', REFUSED: 'Does not consent', WITHDRAWN: 'Withdraws', name: 'Name on the paper', act: 'Record', withdraw: 'Record withdrawal', saved: 'The decision is recorded and takes effect now.',
  },
  impact: {
    title: 'This ends with the decision:', none: 'Nothing that is under way ends with this decision.',
    what: { placement: 'Offered seat', placement_kept: 'Confirmed seat, stays', host_view: 'What the host sees of the person', host_need: 'A need that the host sees', needs: 'Needs, deleted', photo: 'Published photo', photo_internal: 'Photo, inside only' },
  },
  intake: {
    start: 'Take papers down', stop: 'Stop taking down', signer: 'Signed by', day: 'Date of the signature', hint: 'Tick what the paper says. What is left open does not count.',
    save: 'Save %{smart_count} answer |||| Save %{smart_count} answers', saved: '%{smart_count} answer is recorded. |||| %{smart_count} answers are recorded.',
  },
  ask: {
    open: 'Ask', title: 'Ask the group', act: 'Ask', hint: 'Only those are asked who have not been yet, or have to be asked anew.',
    way: 'By what way?', by: { PAPER: 'On paper', MAIL: 'By mail to everybody whose address we know', LINK: 'Make links by which families answer themselves' }, with_code: 'With a code in the letter instead of the birth date',
    asked: '%{smart_count} request noted |||| %{smart_count} requests noted', linked: '%{smart_count} link made |||| %{smart_count} links made',
  },
  links: {
    title: 'Links to hand out', copy: 'Copy all and close', once: 'These links are shown only now and hold for 21 days. Give each only to the person named.', none: 'No signature is missing; no link was needed.',
    pupil: 'Pupil', signer: 'For', url: 'Link', code: 'Second step', birth_date: 'Birth date',
  },
  controller: {
    title: 'Controller', hint: 'Every text and every receipt names these particulars.', is: 'Controller: %{name}, %{contact}. Data protection: %{officer}', missing: 'Who is responsible is not entered yet. No text can be released before.', enter: 'Enter', saved: 'Saved. Receipts name this from now on.',
    field: { name: 'Name', address: 'Address', contact: 'Contact', officer: 'Data protection officer', authority: 'Supervisory authority' },
  },
  purposes: {
    hint: 'People are asked only where the legal basis is consent. A second person releases changes.', empty: 'No purposes yet', empty_hint: 'Adopt the usual purposes with proposed texts and adapt them with your data protection officer. Until then everything that needs consent stays shut.',
    adopt: 'Adopt usual purposes', adopted: 'The purposes are adopted. Their texts wait for a second person to release them.', proposed: 'A change of this purpose waits for a second person to release it.', released: 'The change is in force.',
  },
  basis: { CONSENT: 'Consent', EXPLICIT_CONSENT: 'Explicit consent', CONTRACT: 'Contract', LEGAL_OBLIGATION: 'Legal obligation', PUBLIC_TASK: 'Public task', LEGITIMATE_INTEREST: 'Legitimate interest' },
  rule: { S1: 'Under 16 one guardian, from 14 the pupil too, from 16 alone', S2: 'Under 18 all guardians, from 14 the pupil too, from 18 alone' },
  validity: { SCHOOL_YEAR_END: 'until %{smart_count} month after the school year |||| until %{smart_count} months after the school year', DECISION: '%{smart_count} month from the decision |||| %{smart_count} months from the decision' },
  effect: {
    NO_MATCHING: 'No part in matching', ANONYMOUS_TO_COMPANY: 'The host learns no name', FIELD_EMPTY: 'The field stays empty', ITEM_HIDDEN: 'The host does not see it', UPLOAD_BLOCKED: 'No photograph is stored',
    NOT_PUBLISHED: 'No photograph is published', NO_INVITATION: 'No invitation to the survey', NONE: 'None; nobody is asked',
  },
  recipient: { coordinationOffice: 'Coordination office', host: 'Host', school: 'School', public: 'The public', evaluation: 'Evaluation', fund: 'Regional fund', authority: 'Supervisory authority' },
  field: { article: 'Legal basis', signer_rule: 'Who signs', validity: 'Holds', effect: 'Without consent', recipients: 'Recipients', source: 'Source' },
  change: { MATERIAL: 'material change', EDITORIAL: 'editorial change' },
  change_hint: { EDITORIAL: 'Editorial: only the words change. Consents given still count.', MATERIAL: 'Material: purpose, recipients or data change. Everybody is asked anew.' },
  language: { de: 'German', 'de-plain': 'Plain German', en: 'English', uk: 'Ukrainian', ar: 'Arabic' },
  text: {
    in_force: 'Text %{number} in force', none: 'No text in force', waiting: 'To be released', release: 'Release', released: 'The text is in force from today.', write: 'New version', propose: 'Propose for release', proposed: 'The version waits for a second person to release it.',
    version: 'Version %{number}', not_released: 'not released yet', from: 'in force from %{from}', from_to: 'was in force %{from} to %{to}', languages: 'Languages', compare: 'Compare with the version before', change: 'Kind of change', title: 'Title', body: 'Text',
    dpo: 'Opinion of the data protection officer (reference)', four_eyes: 'A second person releases the version; after that it never changes.',
  },
};
