import type { germanActs, germanAreas, germanTables } from './audit-texts.de';

/** Areas of audited acts, English; the key is what the API's action begins with. */
export const englishAreas: typeof germanAreas = {
  auth: 'Sign-in', credentials: 'Sign-in', users: 'Users', regions: 'Regions', organisations: 'Organisations', contact: 'Contacts', site: 'Sites', equipment: 'Equipment',
  need: 'Needs', offer: 'Offers', partnership: 'Partnerships', duplicates: 'Duplicates', imports: 'Imports', activities: 'Activities', occurrences: 'Occurrences', calendar: 'Holidays', attendance: 'Attendance',
  groups: 'Groups', pupils: 'Pupils', classlists: 'Class lists', consents: 'Consents', consentlinks: 'Consents', purposes: 'Purposes and texts', rounds: 'Matching rounds', runs: 'Matching runs', placements: 'Placements', allocations: 'Needs and offers', mentoring: 'Mentoring', interests: 'Proposed wishes', files: 'Files', job: 'Jobs', mail: 'Mails', event: 'System', cli: 'System', work: 'Audit log', every: 'System', audits: 'Audit log', audit: 'Audit log', breakglass: 'Break-glass', alerts: 'Security alerts',
};

/** What was done, English; the key is what follows the area in the API's action. */
export const englishActs: typeof germanActs = {
  viewAs: 'Viewed as another role', openGlass: 'Break-glass used', askBreakGlass: 'Break-glass requested', decideBreakGlass: 'Break-glass decided', endBreakGlass: 'Break-glass ended', acknowledgeAlert: 'Security alert closed', changeAlertRule: 'Alert rule changed', csv: 'Audit log exported (CSV)', pupilNeeds: 'Provisions needed looked at', accessLog: 'Access to a person looked at', audit_anchor: 'Audit log anchored', security_alerts: 'Security checked',
  signIn: 'Signed in', refresh: 'Session prolonged', switch: 'Changed region or role', signOut: 'Signed out', end: 'Session ended',
  forgotPassword: 'Password link requested', resetPassword: 'Password set by a link', changePassword: 'Own password changed', startSecondFactor: 'Second factor begun', confirmSecondFactor: 'Second factor set up',
  inviteUser: 'Somebody invited', updateUser: 'Account changed', grantRole: 'Role granted', revokeRole: 'Role revoked', disableUser: 'Access disabled', enableUser: 'Access enabled again', resetSecondFactor: 'Second factor reset', changeMyLocale: 'Own language changed',
  createRegion: 'Region created', updateRegion: 'Region changed',
  createOrganisation: 'Organisation created', updateOrganisation: 'Organisation changed', closeOrganisation: 'Organisation closed', reopenOrganisation: 'Organisation reopened', deleteOrganisation: 'Organisation deleted',
  logContact: 'Contact noted', addOrganisationAlias: 'Other name noted', removeOrganisationAlias: 'Other name removed',
  createContact: 'Contact created', updateContact: 'Contact changed', deleteContact: 'Contact deleted', handOverContact: 'Contact handed over',
  createSite: 'Site created', updateSite: 'Site changed', deleteSite: 'Site deleted', createEquipment: 'Equipment created', updateEquipment: 'Equipment changed', deleteEquipment: 'Equipment deleted',
  createNeed: 'Need created', updateNeed: 'Need changed', deleteNeed: 'Need deleted', createOffer: 'Offer created', updateOffer: 'Offer changed', deleteOffer: 'Offer deleted',
  createPartnership: 'Partnership created', updatePartnership: 'Partnership changed', deletePartnership: 'Partnership deleted', endPartnership: 'Partnership ended',
  dismissDuplicate: 'Noted as different', mergeOrganisations: 'Organisations merged', undoMerge: 'Merge undone',
  createImport: 'Import begun', setImportMapping: 'Columns of an import mapped', previewImport: 'Import checked', commitImport: 'Import taken over', undoImport: 'Import undone', discardImport: 'Import discarded', errors: 'List of errors downloaded',
  createActivity: 'Activity created', createActivityFromOffer: 'Activity created from an offer', updateActivity: 'Activity changed', publishActivity: 'Activity published', cancelActivity: 'Activity cancelled', deleteActivity: 'Activity deleted',
  addOccurrences: 'Occurrences added', updateOccurrence: 'Occurrence changed', cancelOccurrence: 'Occurrence cancelled', deleteOccurrence: 'Occurrence deleted',
  createSchoolHoliday: 'Holidays entered', updateSchoolHoliday: 'Holidays changed', deleteSchoolHoliday: 'Holidays deleted', fillSchoolHolidays: 'Holidays filled in',
  attendanceList: 'Attendance list viewed', attendanceCsv: 'Attendance list downloaded (CSV)', attendanceXlsx: 'Attendance list downloaded (Excel)', attendancePdf: 'Attendance list downloaded (PDF)', markAttendance: 'Attendance marked',
  createGroup: 'Group created', updateGroup: 'Group changed', deleteGroup: 'Group deleted',
  pupils: 'Names in a list viewed', pupil: 'Name of a person viewed', createPupil: 'Pupil created', updatePupil: 'Pupil changed', movePupil: 'Group changed', recordPupilLeaving: 'Leaving recorded', erasePupil: 'Personal data erased for good',
  previewClassList: 'Class list checked', importClassList: 'Class list imported',
  printConsentForms: 'Consent forms printed', consentForms: 'Consent forms viewed', consentForm: 'Consent form opened', recordConsentForms: 'Consent forms entered', consentFormsToCheck: 'Forms for a second check viewed', checkConsentForm: 'Form checked by a second person', consentScan: 'Scan uploaded', formScan: 'Scan of a form viewed', consentSlips: 'Claim slips printed', recordConsentCall: 'Note of a call recorded',
  adoptPurposes: 'Purposes adopted', proposePurpose: 'Change of a purpose proposed', releasePurpose: 'Change of a purpose released', proposeConsentText: 'Consent text proposed', releaseConsentText: 'Consent text released', setController: 'Controller entered',
  consentMatrix: 'Names in consents seen', requestConsents: 'Consent asked for', createConsentLinks: 'Links for consents made', recordConsents: 'Answers recorded', voidConsent: 'Consent declared void', declareCustody: 'Custody recorded', answer: 'Answered by a link', open: 'Link opened',
  createRound: 'Round created', updateRound: 'Round changed', deleteRound: 'Round deleted', setRoundOccurrences: 'Occurrences of a round chosen', addParticipants: 'Participants added', removeParticipant: 'Participant removed',
  participants: 'Names of participants viewed', runResults: 'Names in a result viewed',
  assignClass: 'Priority class assigned', setRoundClasses: 'Priority classes set', setRoundReserves: 'Reserves set', makeRoundTasks: 'Tasks made of the check', measureTravelTimes: 'Travel times measured', settleRoundTask: 'Task settled or reopened', setWorkingTimeLimit: 'Working-time limit set', removeWorkingTimeLimit: 'Working-time limit taken back', createReadiness: 'Proof noted', updateReadiness: 'Proof changed', deleteReadiness: 'Proof deleted', setWishes: 'Wishes entered', setPin: 'Pinned or vetoed', removePin: 'Pin removed', startRun: 'Matching run started', publishRun: 'Matching run published',
  placements: 'Names in placements viewed', placePupil: 'Placed by hand', withdrawPlacement: 'Placement withdrawn',
  setAllocationRules: 'Rules of a needs round set', takeNeedsAndOffers: 'Needs and offers taken in', leaveOutNeedsAndOffers: 'Needs and offers left out', markPair: 'Pair pinned or forbidden', unmarkPair: 'Pin of a pair lifted',
  proposeAllocations: 'Proposal asked for', acceptAllocation: 'Proposal accepted', withdrawAllocation: 'Acceptance withdrawn', publishAllocations: 'Needs round published',
  proposeWishes: 'Wishes proposed from interests', withdrawProposedWishes: 'Proposed wishes taken back', wishProposals: 'Proposed wishes looked at',
  mentorCandidates: 'Names for an order seen', setUnranked: 'Rule for the unranked set', setMentorOrder: 'Order of a mentor set',
  auditChain: 'Chain of the audit log checked', upload: 'File uploaded', start: 'Job begun', imports_preview: 'Import checked', imports_commit: 'Import taken over', matching_run: 'Matching run computed', matching_travelTimes: 'Travel times measured', matching_allocate: 'Proposal computed', deliver: 'Mail handled', react: 'What followed from an act', seed: 'Demo data created',
};

/** What changed, English; the key is the table. */
export const englishTables: typeof germanTables = {
  allocation: '%{smart_count} proposal |||| %{smart_count} proposals', allocation_mark: '%{smart_count} pin of a pair |||| %{smart_count} pins of pairs', round_need: '%{smart_count} need of a round |||| %{smart_count} needs of a round', round_offer: '%{smart_count} offer of a round |||| %{smart_count} offers of a round', mentor_rank: '%{smart_count} order |||| %{smart_count} orders',
  activity: '%{smart_count} activity |||| %{smart_count} activities', app_user: '%{smart_count} account |||| %{smart_count} accounts', attendance: '%{smart_count} attendance |||| %{smart_count} attendances', contact: '%{smart_count} contact |||| %{smart_count} contacts',
  consent_form: '%{smart_count} form |||| %{smart_count} forms',
  consent_decision: '%{smart_count} decision |||| %{smart_count} decisions', consent_link: '%{smart_count} link |||| %{smart_count} links', consent_text: '%{smart_count} consent text |||| %{smart_count} consent texts', controller: '%{smart_count} controller |||| %{smart_count} controllers', custody: '%{smart_count} custody record |||| %{smart_count} custody records', purpose: '%{smart_count} purpose |||| %{smart_count} purposes',
  contact_event: '%{smart_count} contact event |||| %{smart_count} contact events', equipment: '%{smart_count} equipment |||| %{smart_count} pieces of equipment', file: '%{smart_count} file |||| %{smart_count} files', import: '%{smart_count} import |||| %{smart_count} imports',
  import_mapping: '%{smart_count} column mapping |||| %{smart_count} column mappings', import_row: '%{smart_count} import row |||| %{smart_count} import rows', job: '%{smart_count} job |||| %{smart_count} jobs', link: '%{smart_count} link |||| %{smart_count} links',
  mail: '%{smart_count} mail |||| %{smart_count} mails', membership: '%{smart_count} role |||| %{smart_count} roles', need: '%{smart_count} need |||| %{smart_count} needs', not_a_duplicate: '%{smart_count} note "different" |||| %{smart_count} notes "different"',
  occurrence: '%{smart_count} occurrence |||| %{smart_count} occurrences', offer: '%{smart_count} offer |||| %{smart_count} offers', organisation: '%{smart_count} organisation |||| %{smart_count} organisations', organisation_alias: '%{smart_count} other name |||| %{smart_count} other names',
  organisation_merge: '%{smart_count} merge |||| %{smart_count} merges', participant: '%{smart_count} round participant |||| %{smart_count} round participants', partnership: '%{smart_count} partnership |||| %{smart_count} partnerships',
  person_key: '%{smart_count} key of a person |||| %{smart_count} keys of persons', pin: '%{smart_count} pin |||| %{smart_count} pins', placement: '%{smart_count} placement |||| %{smart_count} placements', postcode: '%{smart_count} postcode |||| %{smart_count} postcodes',
  pupil: '%{smart_count} pupil |||| %{smart_count} pupils', pupil_needs: 'provisions of %{smart_count} pupil |||| provisions of %{smart_count} pupils', audit: 'audit log |||| audit log', break_glass: '%{smart_count} break-glass |||| %{smart_count} break-glasses', security_alert: '%{smart_count} security alert |||| %{smart_count} security alerts', alert_rule: '%{smart_count} alert rule |||| %{smart_count} alert rules', pupil_group: '%{smart_count} group |||| %{smart_count} groups', region: '%{smart_count} region |||| %{smart_count} regions', round: '%{smart_count} round |||| %{smart_count} rounds',
  round_occurrence: '%{smart_count} occurrence of a round |||| %{smart_count} occurrences of a round', run: '%{smart_count} run |||| %{smart_count} runs', school_holiday: '%{smart_count} holiday period |||| %{smart_count} holiday periods', session: '%{smart_count} session |||| %{smart_count} sessions',
  site: '%{smart_count} site |||| %{smart_count} sites', wish: '%{smart_count} wish |||| %{smart_count} wishes',
};
