import { accessibilityProvisions, activityStates, attendanceStates, cancelReasons, digitalSkills, mediaStates, occurrenceStates, occurrenceWarnings } from '@mintforge/domain/activities';
import { gateAnswers } from '@mintforge/domain/consent';
import { activityFormats, topics } from '@mintforge/domain/partners';
import { enumOf } from '@mintforge/platform';

export const ActivityFormats = enumOf('ActivityFormat', activityFormats);
export const Topics = enumOf('Topic', topics);
export const ActivityStates = enumOf('ActivityState', activityStates);
export const OccurrenceStates = enumOf('OccurrenceState', occurrenceStates);
export const CancelReasons = enumOf('CancelReason', cancelReasons);
export const AccessibilityProvisions = enumOf('AccessibilityProvision', accessibilityProvisions);
export const DigitalSkills = enumOf('DigitalSkill', digitalSkills);
export const AttendanceStates = enumOf('AttendanceState', attendanceStates);
export const MediaStates = enumOf('MediaState', mediaStates);
export const GateAnswers = enumOf('GateAnswer', gateAnswers);
export const OccurrenceWarnings = enumOf('OccurrenceWarning', occurrenceWarnings);

export const activitySorts = ['TITLE_ASC', 'TITLE_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC', 'NEXT_AT_ASC', 'NEXT_AT_DESC'] as const;
export type ActivitySort = (typeof activitySorts)[number];
export const ActivitySorts = enumOf('ActivitySort', activitySorts);

export const occurrenceSorts = ['STARTS_AT_ASC', 'STARTS_AT_DESC', 'ACTIVITY_TITLE_ASC', 'ACTIVITY_TITLE_DESC'] as const;
export type OccurrenceSort = (typeof occurrenceSorts)[number];
export const OccurrenceSorts = enumOf('OccurrenceSort', occurrenceSorts);
