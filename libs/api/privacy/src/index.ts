export { withheld, type AccessDocument } from './access-export';
export { accessBlocks } from './access-export.pdf';
export { ErasureReplay, type ReplayReport } from './erasure-replay';
export { PrivacyModule } from './privacy.module';
export { adoptRetention } from './retention-rules';
