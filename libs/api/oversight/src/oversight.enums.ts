import { alertKinds, breakGlassReasons, glassStates, readReasons } from '@mintforge/domain/oversight';
import { enumOf } from '@mintforge/platform';

export const AlertKinds = enumOf('AlertKind', alertKinds);
export const AlertOutcomes = enumOf('AlertOutcome', ['EXPLAINED', 'FALSE_ALARM', 'MEASURES_TAKEN', 'INCIDENT'] as const);
export const AlertSort = enumOf('AlertSort', ['CREATED_AT_DESC', 'CREATED_AT_ASC'] as const);
export const BreakGlassReasons = enumOf('BreakGlassReason', breakGlassReasons);
export const GlassStates = enumOf('GlassState', glassStates);
export const GlassSort = enumOf('GlassSort', ['ASKED_AT_DESC', 'ASKED_AT_ASC'] as const);
export const ReadReasons = enumOf('ReadReason', readReasons);
export const AuditAccess = enumOf('AuditAccess', ['READ', 'WRITE', 'EXPORT'] as const);
export const AuditSort = enumOf('AuditSort', ['AT_DESC', 'AT_ASC'] as const);
