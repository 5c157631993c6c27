export { rightsOf } from './requests/rights.testing';
export { retentionOf } from './retention/retention.testing';
