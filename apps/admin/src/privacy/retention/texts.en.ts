import type { german } from './texts.de';

export const english: typeof german = {
  retention: {
    title: 'Retention', hint: 'How long which data stay, what ends when, and what the nights have deleted. Nothing is deleted before the region has signed that a period is executed.',
    part: { report: 'Periods and preview', nights: 'Executed', holds: 'Legal holds' },
    host_view: { title: 'Day lists of hosts', hint: 'For so long a host still sees the list after the end of the occurrence. At most %{most} days; a change counts at once, for open lists, too.', label: 'Visible after the occurrence', days: '%{smart_count} day |||| %{smart_count} days', same_day: 'on the day itself only', done: 'The days are changed and count from now on.' },
    none: 'No periods yet', none_hint: 'The standard periods name, for each class, the law or practice they follow. They delete nothing yet.', adopt: 'Adopt the standard periods',
    waiting: 'One class holds data past their period whose deletion is not signed yet. |||| %{smart_count} classes hold data past their period whose deletion is not signed yet.',
    until: 'Count until, too', due: '%{count} due', signed: 'Signed', unsigned: 'Not signed', proposed: 'A change waits',
    field: { source: 'Source', valid_from: 'Valid from', dpo: 'Opinion of the data protection officer', signed: 'Execution signed', count: 'Number', unit: 'Unit', from: 'Beginning' },
    change: 'Proposed: %{term} (%{source}). A second person puts it into force.', discard: 'Take the proposal back', release: 'Put into force', release_hint: 'The new period holds from this day on. Then the region signs its execution anew.', was_released: 'The period is released',
    kept: 'These data show no person and stay.', in_vault: 'Evidence lies in the vault, where two people delete it.', no_data: 'The platform holds no personal data of this class in tables.',
    column: { what: 'What', due: 'Today', in30: 'In 30 days', in90: 'In 90 days', until: 'Until the day', held: 'Held back', next: 'Next day', night: 'Night to', class: 'Class', ended: 'Deleted', waiting: 'Waits', state: 'State' },
    sign: 'Sign the execution', sign_hint: 'From the next night on, what is past this period ends: %{count} today, then whatever is due each night. What is deleted does not come back.', was_signed: 'The execution is signed',
    propose: 'Change the period', propose_hint: 'The change holds when a second person puts it into force. The platform keeps within the law.', waits: 'The proposal waits for a second person',
    no_night: 'No night has deleted anything yet', no_night_hint: 'Every night at a quarter past two or three, what is due is looked for.', executed: 'Executed', counted: 'Counted only',
    what: {
      file: 'Files that expire', mail: 'Mails', outbox: 'Events', job: 'Jobs', idempotency: 'Notes against sending twice', office_task: 'Settled tasks', audit: 'Audit entries', audit_outside_regions: 'Sign-ins and other acts outside regions', pupil: 'Identity of pupils', pupil_profile: 'Interests and stated wishes',
      pupil_profile_without_consent: 'Interests without consent', pupil_provisions: 'Support needs', registration: 'Whose places and attendance were', consent_decision: 'Consents with receipts', custody: 'Declared custody', consent_form: 'Forms with scans',
      consent_link: 'Links to answer by', consent_approach: 'Notes of asking', participant: 'Wishes and results of matching', run_record: 'Records of runs', shared_need: 'Needs shown to hosts', media: 'Photographs', session: 'Sessions', link: 'Links to sign in by',
      app_user: 'Accounts', contact: 'Contacts', contact_event: 'Notes of conversations', organisation: 'Notes on organisations', organisation_merge: 'Undoing of merges', import_that_was_left: 'Imports left behind', file_of_an_import: 'Uploaded lists', import: 'Imports',
      erasure: 'Proof of erasures', subject_request: 'Requests of data subjects', legal_hold: 'Holds that ended', retention_result: 'Reports of the nights', security_event: 'Security events', security_alert: 'Security alerts', break_glass: 'Emergency access',
    },
    hold: {
      hint: 'A legal hold keeps data although their period is over: for a dispute, an audit, or because the person wants it (Art. 17(3), Art. 18 GDPR).', place: 'Place a hold', placed: 'The hold stands', lift: 'Lift', lifted: 'The hold is lifted', prolong: 'Prolong', prolonged: 'The hold is prolonged',
      none: 'No hold', none_hint: 'All periods run.', reason: 'Reason', reference: 'File number', reference_hint: 'No name', scope: 'What', review_on: 'Review on', expires_on: 'Last day', stands: 'Stands', over: 'Ended', everything: 'All data', whose: 'Whose data', everybody: 'A whole class',
      place_hint: 'On the day of the review a task is opened. After the last day the periods run on.',
      why: { LEGAL_CLAIM: 'Legal claims', COURT_PROCEEDINGS: 'Court proceedings', AUTHORITY_REQUEST: 'Request of an authority', FUNDER_AUDIT: 'Audit by a funder', RESTRICTION: 'Wish of the person' },
    },
  },
  vault: {
    title: 'Evidence vault', hint: 'Evidence for funders, apart from the data of the people it tells of. It is kept by the dates of the grant; reading and deleting take two.',
    none: 'No grant yet', none_hint: 'Add a grant; then put evidence in.', add: 'Add a grant', reference: 'Reference of the grant', last_paid: 'Last payment', paid_hint: 'The day of the last payment to the beneficiary, from the data of the grant. Without it nothing falls due.',
    paid_on: 'Last payment on %{day}', not_paid: 'Last payment still open', set_paid: 'Enter the last payment', kept_until: 'Keep until before %{day}', unpaid: 'Keep', stopped: 'Period interrupted', is_due: 'May be deleted',
    interrupt: 'Interrupt the period', interrupt_hint: 'Proceedings or a justified request of the Commission stop the period (Art. 82 of Regulation (EU) 2021/1060).', end_interruption: 'End the interruption', began_on: 'Beginning', ended_on: 'Last day',
    is_stopped: '%{why} (%{file}), since %{from}', was_stopped: '%{why} (%{file}), %{from} to %{until}', why: { PROCEEDINGS: 'Proceedings', COMMISSION_REQUEST: 'Request of the Commission' },
    column: { dated_on: 'Date', kind: 'Kind', title: 'Title' }, title_hint: 'No name', kind: { ATTENDANCE_LIST: 'Attendance list', CERTIFICATE: 'Certificate', STAFF_COSTS: 'Staff costs', OTHER: 'Other' },
    put: 'Put evidence in', put_hint: 'PDF, JPEG or PNG up to 20 MB. The evidence stays, even when the people on it are erased.', choose: 'Choose a file', was_put: 'The evidence lies in the vault',
    open: 'Open', ask: 'Ask to read', ask_hint: 'A second person lets you in for eight hours. Who reads and why stands in the audit log.', reason: 'Reason', asked: 'Reading is asked for', allow: 'Let in: %{name}, %{reason}', was_allowed: 'Reading is allowed for eight hours',
    ask_delete: 'Ask to delete', delete: 'Delete for good', deletion_waits: 'The deletion waits for a second person', was_deleted: 'The evidence is deleted', deleted: 'Deleted',
  },
};
