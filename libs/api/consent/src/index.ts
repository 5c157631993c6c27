export { ConsentModule } from './consent.module';
export { consentSweeps } from './consent.sweeps';
export { ConsentReads } from './consent.reads';
export { ConsentLedger, type Act } from './ledger';
export { ConsentUses, type ConsentUse } from './consent-uses';
export { ConsentImpact } from './consents.types';
export { adoptStandard } from './purposes.service';
export { LinkLimit } from './link-limit';
export { verifyReceipts, type ReceiptReport } from './receipts';
