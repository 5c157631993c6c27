export { rightsOf } from './rights.testing';
export type { HoldInput } from './retention.inputs';
export { retentionOf } from './retention.testing';
