import { accessibilityProvisions } from '@mintforge/domain/activities';
import { classListTargets, groupKinds, guardianSlots, rowDecisions, verdicts } from '@mintforge/domain/people';
import { topics } from '@mintforge/domain/partners';
import { enumOf } from '@mintforge/platform';

export const GroupKinds = enumOf('GroupKind', groupKinds);
export const GuardianSlots = enumOf('GuardianSlot', guardianSlots);
export const Topics = enumOf('Topic', topics);
export const AccessibilityProvisions = enumOf('AccessibilityProvision', accessibilityProvisions);
export const ClassListTargets = enumOf('ClassListTarget', classListTargets);
export const ClassListVerdicts = enumOf('ClassListVerdict', verdicts);
export const RowDecisions = enumOf('ClassListDecision', rowDecisions);

export const groupSorts = [
  'NAME_ASC', 'NAME_DESC', 'ORGANISATION_NAME_ASC', 'ORGANISATION_NAME_DESC', 'GRADE_ASC', 'GRADE_DESC', 'SCHOOL_YEAR_ASC', 'SCHOOL_YEAR_DESC',
  'HEAD_COUNT_ASC', 'HEAD_COUNT_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC',
] as const;
export type GroupSort = (typeof groupSorts)[number];
export const GroupSorts = enumOf('GroupSort', groupSorts);

export const pupilSorts = [
  'PSEUDONYM_ASC', 'PSEUDONYM_DESC', 'LAST_NAME_ASC', 'LAST_NAME_DESC', 'GRADE_ASC', 'GRADE_DESC', 'GROUP_NAME_ASC', 'GROUP_NAME_DESC',
  'ORGANISATION_NAME_ASC', 'ORGANISATION_NAME_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC',
] as const;
export type PupilSort = (typeof pupilSorts)[number];
export const PupilSorts = enumOf('PupilSort', pupilSorts);
