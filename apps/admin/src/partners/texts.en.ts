import type { germanPartners } from './texts.de';

/** Words of the partners area, English. */
export const englishPartners: typeof germanPartners = {
  role: { SCHOOL: 'School', COMPANY: 'Company', RESEARCH_CENTRE: 'Research centre', UNIVERSITY: 'University', MUNICIPALITY: 'Municipality', FOUNDATION: 'Foundation', ASSOCIATION: 'Association', CHAMBER: 'Chamber or guild', OTHER: 'Other' },
  stage: { NEW: 'New', CONTACTED: 'Contacted', IN_TALKS: 'In talks', ACTIVE: 'Active', PAUSED: 'Paused', ENDED: 'Ended' },
  school_kind: {
    PRIMARY: 'Primary school', LOWER_SECONDARY: 'Lower secondary school', GRAMMAR: 'Grammar school', COMPREHENSIVE: 'Comprehensive school', SPECIAL_NEEDS: 'Special needs school', VOCATIONAL: 'Vocational school',
    SECOND_CHANCE: 'Evening school', WALDORF: 'Waldorf school', CLINIC: 'Hospital school', SUPPLEMENTARY: 'Supplementary school',
  },
  contact_role: { MAIN: 'First contact', STEM: 'STEM', CAREERS: 'Careers', MANAGEMENT: 'Head', FUNDING: 'Funding', OFFICE: 'Office', MENTOR: 'Mentoring' },
  event: { CALL: 'Call', MAIL: 'E-mail', VISIT: 'Visit', MEETING: 'Meeting', NOTE: 'Note', STAGE: 'Stage', CLOSED: 'Closing', HAND_OVER: 'Hand-over', MERGE: 'Merge', IMPORT: 'Import' },
  need_state: { OPEN: 'Open', MET: 'Met', CLOSED: 'Closed' },
  offer_state: { OPEN: 'Open', IN_ACTIVITY: 'In an activity', CLOSED: 'Closed' },
  partnership_state: { PROPOSED: 'Proposed', ACTIVE: 'Active', ENDED: 'Ended' },
  end_reason: { TERM_OVER: 'Term is over', NO_TIME: 'No time', CONTACT_LEFT: 'Contact left', NO_INTEREST: 'No more interest', MONEY: 'No money', DISTANCE: 'Too far away', CLOSED: 'Organisation closed', OTHER: 'Another reason' },
  accessibility: {
    STEP_FREE: 'Step-free', LIFT: 'Lift', ACCESSIBLE_TOILET: 'Accessible toilet', ACCESSIBLE_PARKING: 'Accessible parking', HEARING_LOOP: 'Hearing loop', SIGN_LANGUAGE: 'Sign language',
    TACTILE_GUIDANCE: 'Tactile guidance', LARGE_PRINT: 'Large print', EASY_LANGUAGE: 'Easy language', QUIET_ROOM: 'Quiet room', SEATING: 'Seating', ASSISTANT_WELCOME: 'Assistant welcome', ASSISTANCE_DOG_WELCOME: 'Assistance dog welcome',
  },
  more: 'Show older',
  saved: 'Saved',
  removed: 'Removed',
  edit_thing: 'Edit %{name}',
  remove_thing: 'Remove %{name}',
  remove_text: '“%{name}” will be deleted. This cannot be undone.',
  grade_short: 'Grade %{grades}',
  list: {
    search: 'Name, other name, school number',
    flagged: 'Place doubtful',
    closed: 'Closed',
    closed_on: 'Closed on %{day}',
    open_only: 'Existing only',
    closed_only: 'Closed only',
  },
  head: { stage_change: 'Change stage, now: %{stage}', number: 'School number %{number}', key: 'Register id %{key}', closed: 'Closed on %{day}.', successor: 'Successor: ', log: 'Audit log', close: 'Close', reopen: 'Open again', check_duplicates: 'Possible duplicates: %{smart_count} |||| Possible duplicates: %{smart_count}' },
  closing: { title: 'Close %{name}', hint: 'The organisation keeps its history and can be opened again.', act: 'Close', done: 'Closed', reopened: 'Opened again' },
  facts: { title: 'Particulars', none: 'Nothing entered yet.' },
  sites: {
    title: 'Sites', add: 'Add a site', main: 'Main site', none: 'No site yet. With an address and coordinates the organisation appears on the map.',
    OK: 'Place fits the postcode', OK_KM: 'Place fits the postcode (%{km} km from its centre)', UNCHECKED: 'Place not checked: no centre is known for this postcode', MISSING: 'Without coordinates',
    FAR_FROM_POSTCODE: 'The coordinates lie %{km} km from the centre of postcode %{postcode}.', OUT_OF_RANGE: 'The coordinates lie outside Germany.',
    take_centre: 'Take the centre of the postcode', swap: 'Swap latitude and longitude', correct: 'Correct by hand', corrected: 'Place corrected', no_address: 'No address', make_main: 'Make main site',
  },
  contacts: {
    title: 'Contacts', add: 'Add a contact', none: 'Nobody entered yet. Who answers the phone here?', hand_over: 'Hand over', hand_over_title: '%{name} hands over', hand_over_hint: 'Whoever takes over gets all roles. The history stays with the organisation.',
    hand_over_done: 'Handed over', existing: 'Somebody known', fresh: 'A new person', who: 'Who takes over?', left_on: 'Left on %{day}', former: '%{smart_count} former contact |||| %{smart_count} former contacts', taken_over_by: 'taken over by %{name}',
  },
  history: {
    title: 'History', none: 'No contact noted yet.', what: 'What was discussed?', kind: 'Kind of contact', with: 'With whom?', add: 'Add', at: 'When?', other_time: 'Another time', added: 'Added',
    stage: 'Stage changed from “%{from}” to “%{to}”', closed: 'Closed as of %{day}', reopened: 'Opened again', hand_over: 'Contact handed over', hand_over_to: 'Handed over to %{name}', merge: 'Merged with “%{name}”', merge_undone: 'Merge with “%{name}” undone', imported: 'Changed by an import: %{fields}', import_created: 'Created by an import', open_import: 'Show import',
    undo_merge: 'Undo', undo_merge_title: 'Undo this merge?', undo_merge_text: '“%{name}” becomes an entry of its own again. Everything that moved returns.', undo_merge_done: 'Merge undone',
  },
  equipment: { title: 'Technical equipment', add: 'Add equipment', none: 'No bookable equipment entered.', capacity: 'up to %{smart_count} person |||| up to %{smart_count} persons', age: 'from age %{age}', briefing: 'with briefing', ratio: 'at most %{smart_count} per supervisor' },
  cooperation: { needs: 'Needs', offers: 'Offers', no_needs: 'No need entered.', no_offers: 'No offer entered.', add_need: 'Enter a need', add_offer: 'Enter an offer', size: '%{smart_count} person |||| %{smart_count} persons', from: 'from %{from}', until: 'until %{to}', to_activity: 'Make an activity of it', grades: 'Grades', all_grades: 'not stated', q: 'Title or organisation', taken: 'An activity was already made of this offer.' },
  partnerships: {
    title: 'Partnerships', add: 'Enter a partnership', none: 'No partnership yet.', with: 'With', term: 'Term', since: 'since %{day}', until: 'until %{day}', open_end: 'open-ended', end: 'End', end_title: 'End the partnership with %{name}', end_done: 'Partnership ended', edit_title: 'Partnership with %{name}', imported: 'from an import',
  },
  names: { title: 'Other names', hint: 'The organisation is found under these names too, in search and by imports.', add: 'Other name', none: 'No other names.', source: { MERGE: 'from a merge', IMPORT: 'from an import', HAND: 'by hand' } },
  form: { address: 'Address of the first site', reach: 'How to reach it', register: 'Official particulars', inner: 'For the office', tags_hint: 'Press Enter to add' },
  similar: { title: 'Is this organisation there already?', open: 'Open the existing one' },
  reason: {
    SAME_KEY: 'same register id', DIFFERENT_KEY: 'different register id', SAME_NUMBER: 'same school number', SAME_NAME: 'same name', SIMILAR_NAME: 'similar name (%{percent}%)', INITIALS: 'abbreviation fits', SAME_POSTCODE: 'same postcode', DIFFERENT_POSTCODE: 'different postcode', SAME_DOMAIN: 'same mail domain',
  },
};
