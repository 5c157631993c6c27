export { withheld, type AccessDocument } from './requests/access-export';
export { accessBlocks } from './requests/access-export.pdf';
export { ErasureReplay, type ReplayReport } from './erasure/erasure-replay';
export { PrivacyModule } from './privacy.module';
export { adoptRetention } from './retention/retention-rules';
