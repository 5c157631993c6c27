/** States of an activity (Aktivität): a draft is the office's own, published is offered, cancelled stays with its reason. */
export const activityStates = ['DRAFT', 'PUBLISHED', 'CANCELLED'] as const;
export type ActivityState = (typeof activityStates)[number];

/** States of an occurrence (Termin). */
export const occurrenceStates = ['PLANNED', 'CANCELLED'] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** Why an activity or occurrence is called off (Absagegrund): who could not, or what was missing. */
export const cancelReasons = ['HOST_UNAVAILABLE', 'TOO_FEW_PARTICIPANTS', 'ROOM_OR_EQUIPMENT', 'ILLNESS', 'WEATHER', 'TRANSPORT', 'SCHOOL_WITHDREW', 'FUNDING', 'PLANNING_ERROR', 'OTHER'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** What a place provides (Vorkehrungen zur Barrierefreiheit). Provisions only: the reason somebody needs one is never kept. */
export const accessibilityProvisions = [
  'STEP_FREE',
  'LIFT',
  'ACCESSIBLE_TOILET',
  'ACCESSIBLE_PARKING',
  'HEARING_LOOP',
  'SIGN_LANGUAGE',
  'TACTILE_GUIDANCE',
  'LARGE_PRINT',
  'EASY_LANGUAGE',
  'QUIET_ROOM',
  'SEATING',
  'ASSISTANT_WELCOME',
  'ASSISTANCE_DOG_WELCOME',
] as const;
export type AccessibilityProvision = (typeof accessibilityProvisions)[number];

/** Numbers of the United Nations' Sustainable Development Goals (Nachhaltigkeitsziele). */
export const sustainableGoals = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;
export type SustainableGoal = (typeof sustainableGoals)[number];

/** The five competence areas of the European framework DigComp 2.2 (digitale Kompetenzbereiche). */
export const digitalSkills = ['INFORMATION_AND_DATA', 'COMMUNICATION_AND_COLLABORATION', 'CONTENT_CREATION', 'SAFETY', 'PROBLEM_SOLVING'] as const;
export type DigitalSkill = (typeof digitalSkills)[number];

/** States of a picture (Foto): for the office alone, on show for everybody, taken down again. */
export const mediaStates = ['INTERNAL', 'PUBLISHED', 'UNPUBLISHED'] as const;
export type MediaState = (typeof mediaStates)[number];

/** States of attendance (Teilnahme): a withdrawal is not an absence, an excuse is not a no-show. */
export const attendanceStates = ['EXPECTED', 'PRESENT', 'LATE', 'LEFT_EARLY', 'EXCUSED', 'UNEXCUSED', 'WALK_IN', 'WITHDRAWN'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** What may be wrong with an occurrence without forbidding it (Hinweise). */
export const occurrenceWarnings = ['PUBLIC_HOLIDAY', 'SCHOOL_HOLIDAY', 'WEEKEND', 'HOST_CLASH', 'EQUIPMENT_CLASH', 'PLACE_CLASH'] as const;
export type OccurrenceWarning = (typeof occurrenceWarnings)[number];
