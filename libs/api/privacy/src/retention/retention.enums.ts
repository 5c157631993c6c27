import { evidenceKinds, holdReasons, interruptionReasons, requestSubjects, retentionActions, retentionStarts, retentionUnits } from '@mintforge/domain/privacy';
import { enumOf } from '@mintforge/platform';

export const RetentionStarts = enumOf('RetentionStart', retentionStarts);
export const RetentionUnits = enumOf('RetentionUnit', retentionUnits);
export const RetentionActions = enumOf('RetentionAction', retentionActions);
export const HoldReasons = enumOf('HoldReason', holdReasons);
export const SubjectKinds = enumOf('SubjectKind', requestSubjects);
export const EvidenceKinds = enumOf('EvidenceKind', evidenceKinds);
export const InterruptionReasons = enumOf('InterruptionReason', interruptionReasons);
