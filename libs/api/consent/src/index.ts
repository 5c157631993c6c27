export { ConsentModule } from './consent.module';
export { consentSweeps } from './consent.sweeps';
export { ConsentReads } from './ledger/consent.reads';
export { ConsentLedger, type Act } from './ledger/ledger';
export { ConsentUses, type ConsentUse } from './ledger/consent-uses';
export { ConsentImpact } from './ledger/consents.types';
export { adoptStandard } from './purposes/purposes.service';
export { LinkLimit } from './links/link-limit';
export { verifyReceipts, type ReceiptReport } from './receipts/receipts';
