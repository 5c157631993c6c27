/** Words of subjects' requests, English. */
export const englishRequests = {
  hint: 'Whoever wants to know or change something about their data gets an answer within a month. The most pressing stands at the top.',
  all_kinds: 'All', with_ended: 'Ended ones, too', none: 'No open request', none_hint: 'As soon as somebody asks for access, correction or erasure, enter it here.', unknown: 'not known yet', child: 'A child of this person',
  days_left: '%{smart_count} day left |||| %{smart_count} days left', days_over: '%{smart_count} day overdue |||| %{smart_count} days overdue',
  about: 'Request', steps: 'Next step',
  field: {
    due: 'Answer by', kind: 'Kind', subject: 'About', subject_kind: 'Whom is it about?', requester: 'Who asks', received: 'Received', state: 'State', channel: 'Way', purposes: 'Purposes', note: 'What is asked in particular', check: 'How we know who asks',
    extended: 'Deadline prolonged', limit: 'Limit', refusal: 'Reason of refusal', ended: 'Ended',
  },
  note_hint: 'Kept encrypted by the key of the person, and gone with them.',
  kind: { ACCESS: 'Access', RECTIFICATION: 'Correction', ERASURE: 'Erasure', RESTRICTION: 'Restriction', OBJECTION: 'Objection', PORTABILITY: 'Portability' },
  kind_hint: {
    ACCESS: 'Art. 15: everything stored, with purposes, recipients, periods and who looked.', RECTIFICATION: 'Art. 16: what is wrong is corrected; who has the data is told.', ERASURE: 'Art. 17: one person proposes, another erases.',
    RESTRICTION: 'Art. 18: the data stay stored, but nobody sees or uses them.', OBJECTION: 'Art. 21: to purposes that do not rest on consent. A consent is withdrawn instead.', PORTABILITY: 'Art. 20: a copy that other programs can read.',
  },
  subject: { PUPIL: 'Pupil', GUARDIAN: 'Guardian', CONTACT: 'Contact', USER: 'User' },
  requester: { SELF: 'the person', GUARDIAN: 'a guardian', REPRESENTATIVE: 'somebody with a mandate', OFFICE: 'we ourselves, as our own duty' },
  channel: { WEB: 'online', MAIL: 'by e-mail', PAPER: 'on paper', PHONE: 'by phone' },
  state: { RECEIVED: 'Received', EXAMINED: 'In progress', ANSWERED: 'Answered', REFUSED: 'Refused', WITHDRAWN: 'Taken back' },
  check: {
    KNOWN_ADDRESS: 'known address', LINK: 'link with second factor', SCHOOL_LETTER_CODE: 'code of the school letter', SCHOOL_CONFIRMED: 'school confirmed', CALL_BACK: 'called back at a known number', IN_PERSON: 'was here in person', OWN_DUTY: 'own duty',
  },
  standing: { TO_JUDGE: 'Whether this person may ask on behalf of the other is for you to judge.', NOT_ENTITLED: 'The person is of age. Guardians can no longer ask on their behalf.' },
  limit: { STANDS: 'stands', LIFTED: 'lifted' },
  extension: { COMPLEX: 'complex', MANY_REQUESTS: 'many requests' },
  refusal: {
    NOT_IDENTIFIED: 'identity not established', NOT_ENTITLED: 'not entitled', UNFOUNDED: 'manifestly unfounded', EXCESSIVE: 'excessive', RIGHTS_OF_OTHERS: 'rights of others', LEGAL_DUTY: 'legal duty', COMPELLING_GROUNDS: 'compelling grounds',
    CORRECT_ALREADY: 'the data are correct',
  },
  ground: { NO_LONGER_NEEDED: 'no longer needed', CONSENT_WITHDRAWN: 'consent withdrawn', OBJECTION: 'objection', UNLAWFUL: 'processed unlawfully', LEGAL_OBLIGATION: 'legal duty to erase', CHILD_ONLINE: 'given online as a child' },
  next: {
    RECEIVED: 'Record how you know who asks. Ask for no more than the doubt needs; copies of identity documents are not kept.', ACCESS: 'Make the copy, hand it out by a safe way, and then note the answer.',
    RECTIFICATION: 'Correct the data on the page of the person. The answer opens the task to tell the recipients.', ERASURE: 'See below what goes and what must stay. A second person erases; then note the answer.',
    RESTRICTION: 'The data are hidden from everybody from now on. Examine whether the restriction is rightly asked for.', OBJECTION: 'The purposes named are closed from now on. Examine whether compelling grounds stand against it.',
    PORTABILITY: 'Make the copy, hand the JSON file out by a safe way, and then note the answer.',
  },
  over: { ANSWERED: 'The request is answered.', REFUSED: 'The request is refused. The person was told of complaint and remedy.', WITHDRAWN: 'The request was taken back.' },
  register: { open: 'Enter a request', title: 'Enter a request', act: 'Enter', done: 'Request entered' },
  step: {
    identify: { title: 'Who asks?', act: 'Record identity', hint: 'Only what the doubt needs. A restriction or an objection takes effect from now on.', choice: 'How you know' },
    extend: { title: 'Two months more?', act: 'Prolong the deadline', hint: 'Once, and within the first month only. Tell the person the reason today.', choice: 'Reason' },
    refuse: { title: 'Refuse the request?', act: 'Refuse', hint: 'Tell the person the reason, and of complaint and remedy. A limit ends with it.', choice: 'Reason' },
    propose: { title: 'Propose the erasure', act: 'Propose the erasure', hint: 'Another person must then execute it.', choice: 'Ground of the erasure' },
    execute: { title: 'Erase for good?', act: 'Erase for good', hint: 'This cannot be undone, not even from a backup.', type: 'Type to confirm: %{word}', word: 'ERASE', done: 'The data are erased' },
    lift: { title: 'Lift the limit?', act: 'Lift the limit', hint: 'The person must have been told before.', day: 'Told on' },
    answer: { act: 'Note as answered', done: 'Request answered' },
    withdraw: { act: 'Was taken back', done: 'Request ended' },
  },
  copy: {
    title: 'Copy of the data', hint: 'Everything about this person as PDF to read and as JSON. The files rest encrypted and vanish after 24 hours; each download is logged.', make: 'Make the copy', again: 'Make it anew', done: 'The copy is ready', made: 'Made on',
    expired: 'The files are gone.', pdf: 'PDF', json: 'JSON',
  },
  recipients: { title: 'Who was given the data', none: 'Nobody outside the coordination office', placement: 'seat' },
  erasure: {
    title: 'Erasure', goes: 'What will go', gone: 'What went', stays: 'What stays, and why', table: 'What', rows: 'Entries', act: 'Happens', until: 'Period', acts: { DELETE: 'deleted', CLEAR: 'emptied', KEEP: 'stays' },
    state: { PROPOSED: 'proposed', EXECUTED: 'executed', DISCARDED: 'discarded' }, wait_other: 'You proposed the erasure. Another person must execute it.', wait_you: 'Somebody else proposed this erasure. Check it and erase.', discard: 'Discard the proposal',
    executed: 'Erased on', replayed: 'After a restore of the database it was erased again.',
  },
  because: {
    PSEUDONYMOUS: 'stays as a number without a person', CONSENT_EVIDENCE: 'stays as proof of consent', ACCOUNTABILITY: 'stays as proof of what we did', MEMBER_ELSEWHERE: 'stays, as active in another region, too', FUNDING_EVIDENCE: 'stays as evidence for the funder',
    OTHER_WARDS: 'stays while another child is entered',
  },
  table: {
    pupil: 'Name, birth date, interests, needs', person_key: 'Key of the person', needs_key: 'Key of the needs', pupil_token: 'Search index', pupil_contact: 'Own contact', guardian: 'Guardians', guardianship: 'Who the guardians are', participant: 'Rounds taken part in', wish: 'Wishes', pin: 'Pins', placement: 'Placements',
    attendance: 'Attendance', run_result: 'Results of runs', run_place: 'Proposed places', mentor_rank: 'Order in mentoring', consent_decision: 'Consents', consent_receipt: 'Receipts', consent_link: 'Links', consent_form: 'Forms', consent_approach: 'Approaches', custody: 'Custody',
    subject_request: 'Requests', use_limit: 'Limits', erasure: 'Erasures', mail: 'Mails', office_task: 'Tasks', shared_need: 'Released needs', media: 'Pictures', file: 'Files', audit: 'Log', contact: 'Contact data', contact_event: 'Conversations', legal_hold: 'Legal holds',
  },
};
