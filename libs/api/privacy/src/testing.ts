export { rightsOf } from './rights.testing';
export { retentionOf } from './retention.testing';
