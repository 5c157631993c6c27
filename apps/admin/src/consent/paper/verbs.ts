import {
  CheckConsentFormDocument, ConsentFormDocument, ConsentFormsDocument, ConsentFormsToCheckDocument, PrintConsentFormsDocument, RecordConsentCallDocument, RecordConsentFormsDocument, RecordOwnPaperDocument, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';
import type { CallNote, DividedScans, KeptScan, Objection, PaperEntry, PurposeCode } from './types';

/** Where the API hands out the forms of a print. */
export const formsPath = (setId: string, bothSides: boolean): string => `/consent-forms/${setId}/forms.pdf${bothSides ? '?sides=both' : ''}`;

/** Where the API hands out the scan of a form. */
export const scanPath = (formId: string): string => `/consent-forms/${formId}/scan`;

/** Where the API shows the scan of a form as a picture. */
export const formPicturePath = (formId: string): string => `/consent-forms/${formId}/scan/picture`;

/** Where the API shows a scan that waits for its form as a picture. */
export const scanPicturePath = (scanId: string): string => `/consent-scans/${scanId}/picture`;

/** What one does with consent on paper and by telephone. */
export const paperVerbs = ({ transport, keys }: VerbTools) => ({
  paperForm: async (number: string) => (await transport.run(ConsentFormDocument, { number })).consentForm,
  paperForms: async (groupId: string) => (await transport.run(ConsentFormsDocument, { groupId })).consentForms,
  formsToCheck: async () => (await transport.run(ConsentFormsToCheckDocument, {})).consentFormsToCheck,
  printForms: async (asked: Omit<VariablesOf<typeof PrintConsentFormsDocument>, 'idempotencyKey'>) =>
    (await keys.once('printConsentForms', asked, (idempotencyKey) => transport.run(PrintConsentFormsDocument, { ...asked, idempotencyKey }))).printConsentForms,
  recordForms: async (entries: PaperEntry[]) => (await keys.once('recordConsentForms', { entries }, (idempotencyKey) => transport.run(RecordConsentFormsDocument, { entries, idempotencyKey }))).recordConsentForms,
  recordOwnPaper: (paper: Omit<VariablesOf<typeof RecordOwnPaperDocument>, 'idempotencyKey'>) => keys.once('recordOwnPaper', paper, (idempotencyKey) => transport.run(RecordOwnPaperDocument, { ...paper, idempotencyKey })),
  checkForm: async (id: string, objection: Objection | null) => (await transport.run(CheckConsentFormDocument, { id, objection })).checkConsentForm,
  recordCall: async (note: CallNote) => (await keys.once('recordConsentCall', note, (idempotencyKey) => transport.run(RecordConsentCallDocument, { ...note, idempotencyKey }))).recordConsentCall,
  dividePile: (files: readonly File[]) =>
    keys.once('dividePile', files.map(({ name, size, lastModified }) => [name, size, lastModified]), (idempotencyKey) => transport.upload<DividedScans>(files, { path: '/consent-scans', fields: { idempotencyKey } })),
  joinScans: (scanIds: string[]) => keys.once('joinScans', scanIds, (idempotencyKey) => transport.post<KeptScan>('/consent-scans/join', { scanIds, idempotencyKey })),
  printSlips: (asked: { groupId?: string; pupilIds?: string[]; purposes: PurposeCode[]; language: string; plain: boolean }) => transport.download('/consent-slips', asked),
});
