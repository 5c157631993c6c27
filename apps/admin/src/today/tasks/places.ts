import type { TaskKind } from '@mintforge/domain/kernel';
import type { OfficeTask } from './verbs';

/** Codes, counts and days that the words of a task need. */
export const paramsOf = ({ params }: Pick<OfficeTask, 'params'>): Record<string, string | number | null | undefined> => JSON.parse(params) as Record<string, string | number | null>;

const ofPupil = ({ pupilId }: OfficeTask) => (pupilId ? `/pupils/${pupilId}/show` : null);

/** Where a kind is worked off: the resource it needs, and the address; null = there is none of its own. */
const places: Record<TaskKind, [resource: string, path: (task: OfficeTask) => string | null]> = {
  CONSENT_DISPUTED: ['disputes', () => '/disputes'],
  NOBODY_REACHABLE: ['consent-chase', () => '/consent-chase'],
  RENEWED_BY_PUPIL: ['consents', ({ about }) => `/consents/${about}/show`],
  CONSENTS_ENDING: ['consents', ({ about }) => `/consents?group=${about}`],
  SEAT_WITHOUT_CONSENT: ['pupils', ofPupil],
  PAPER_SECOND_CHECK: ['paper-checks', () => '/paper-checks'],
  PAPER_OBJECTED: ['paper-intake', () => '/paper-intake'],
  PHOTO_RECALL: ['occurrences', (task) => `/occurrences/${paramsOf(task).occurrenceId}/media`],
  REQUEST_OPEN: ['requests', ({ about }) => `/requests/${about}/show`],
  RECTIFICATION_TO_TELL: ['requests', ({ about }) => `/requests/${about}/show`],
  RETENTION_RELEASE: ['retention', () => '/retention'],
  HOLD_REVIEW: ['retention', () => '/retention'],
  EVIDENCE_DUE: ['vault', () => '/vault'],
  SECURITY_ALERT: ['security-alerts', () => '/security-alerts'],
  BREAK_GLASS_ASKED: ['break-glass', () => '/break-glass'],
  HOST_LIST_CHANGED: ['pupils', ofPupil],
};

/** The address where a task is worked off; null when the console has no such place for the reader. */
export function placeOf(task: OfficeTask, isThere: (resource: string) => boolean): string | null {
  const [resource, path] = places[task.kind];
  return isThere(resource) ? path(task) : null;
}

/** The address of the open tasks of a kind. */
export const tasksOf = (kind: TaskKind): string => `/tasks?kind=${kind}`;
