import { addDays, berlinMidnight } from '@mintforge/domain/kernel';
import type { AuditRow } from './types';

/** One kind of change in an audited act, as `changes` holds it. */
export interface Change {
  table: string;
  verb: 'insert' | 'update' | 'delete' | 'read' | 'export';
  count: number;
  /** The first 200 of the rows touched. */
  ids: string[];
}

/** What an act changed. */
export const changesOf = ({ changes }: Pick<AuditRow, 'changes'>): Change[] => JSON.parse(changes) as Change[];

/** Whether an act that changes something only shows here what it led to: the API answers a change with the row, and that look is an entry of its own. */
export const onlySeenAfter = (row: Pick<AuditRow, 'changes' | 'action'>): boolean => {
  const changes = changesOf(row);
  return changes.length > 0 && changes.every(({ verb }) => verb === 'read') && /\.(create|update|move|record|import|set|place|withdraw|mark|erase)[A-Z]/.test(row.action);
};

/** An action as the API names it, in two halves: `job.matching.run` is the area `job` and the act `matching_run`. */
export function partsOf(action: string): { area: string; act: string } {
  const at = action.indexOf('.');
  return at < 0 ? { area: '', act: action } : { area: action.slice(0, at), act: action.slice(at + 1).replaceAll('.', '_') };
}

/** Which page shows a row of a table. */
export const pageOfTable: Record<string, string> = { organisation: 'organisations', activity: 'activities', pupil: 'pupils', pupil_group: 'groups', round: 'rounds', app_user: 'users', membership: 'users' };

/** The acts one can filter by, as the API names them. */
export const filterableActions = [
  'auth.signIn', 'auth.signOut', 'auth.confirmIdentity', 'auth.viewAs', 'auth.openGlass', 'breakglass.askBreakGlass', 'breakglass.decideBreakGlass', 'breakglass.endBreakGlass', 'alerts.acknowledgeAlert', 'alerts.changeAlertRule', 'audit.csv', 'credentials.changePassword', 'credentials.resetPassword', 'credentials.confirmSecondFactor',
  'users.inviteUser', 'users.grantRole', 'users.revokeRole', 'users.disableUser', 'users.enableUser', 'users.resetSecondFactor', 'users.updateUser',
  'organisations.createOrganisation', 'organisations.updateOrganisation', 'organisations.closeOrganisation', 'organisations.deleteOrganisation', 'organisations.logContact',
  'duplicates.mergeOrganisations', 'duplicates.undoMerge', 'duplicates.dismissDuplicate', 'imports.createImport', 'imports.commitImport', 'imports.undoImport',
  'activities.createActivity', 'activities.updateActivity', 'activities.publishActivity', 'activities.cancelActivity', 'occurrences.addOccurrences', 'occurrences.cancelOccurrence', 'attendance.markAttendance',
  'groups.createGroup', 'groups.updateGroup', 'groups.deleteGroup', 'pupils.pupils', 'pupils.pupil', 'pupils.pupilNeeds', 'pupils.createPupil', 'pupils.updatePupil', 'pupils.movePupil', 'pupils.recordPupilLeaving', 'classlists.importClassList',
  'requests.registerRequest', 'requests.identifyRequester', 'requests.extendRequest', 'requests.makeCopy', 'requests.copyJson', 'requests.copyPdf', 'requests.copyZip', 'rights.ask', 'requests.answerRequest', 'requests.refuseRequest', 'requests.withdrawRequest', 'requests.liftLimit', 'requests.proposeErasure', 'requests.discardErasure', 'requests.executeErasure',
  'breach.breach', 'breach.breachContacts', 'keys.rotateKeys',
  'paper.recordOwnPaper', 'consents.voidConsent', 'consents.declareCustody', 'signerrules.proposeSignerRule', 'signerrules.releaseSignerRule', 'tasks.finishOfficeTask',
  'rounds.createRound', 'rounds.updateRound', 'rounds.setWishes', 'rounds.setPin', 'runs.startRun', 'runs.publishRun', 'placements.placePupil', 'placements.withdrawPlacement',
] as const;

/** What the list's filter means to the API: days become instants in Berlin, the last day counts whole. */
export function auditFilter({ from, to, ...filter }: Record<string, unknown>): Record<string, unknown> {
  const midnight = (day: unknown, later: number) => (typeof day === 'string' && day ? berlinMidnight(addDays(day, later)).toISOString() : undefined);
  return { ...filter, from: midnight(from, 0), to: midnight(to, 1) };
}
