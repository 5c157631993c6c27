import {
  CheckConsentFormDocument, ConsentFormDocument, ConsentFormsDocument, ConsentFormsToCheckDocument, PrintConsentFormsDocument, RecordConsentCallDocument, RecordConsentFormsDocument, type VariablesOf,
} from '@mintforge/contract';
import type { VerbTools } from '@mintforge/ui-kit';
import type { CallNote, KeptScan, Objection, PaperEntry, PurposeCode } from './types';

/** Where the API hands out the forms of a print. */
export const formsPath = (setId: string): string => `/consent-forms/${setId}/forms.pdf`;

/** Where the API hands out the scan of a form. */
export const scanPath = (formId: string): string => `/consent-forms/${formId}/scan`;

/** What one does with consent on paper and by telephone. */
export const paperVerbs = ({ transport, keys }: VerbTools) => ({
  paperForm: async (number: string) => (await transport.run(ConsentFormDocument, { number })).consentForm,
  paperForms: async (groupId: string) => (await transport.run(ConsentFormsDocument, { groupId })).consentForms,
  formsToCheck: async () => (await transport.run(ConsentFormsToCheckDocument, {})).consentFormsToCheck,
  printForms: async (asked: Omit<VariablesOf<typeof PrintConsentFormsDocument>, 'idempotencyKey'>) =>
    (await keys.once('printConsentForms', asked, (idempotencyKey) => transport.run(PrintConsentFormsDocument, { ...asked, idempotencyKey }))).printConsentForms,
  recordForms: async (entries: PaperEntry[]) => (await keys.once('recordConsentForms', { entries }, (idempotencyKey) => transport.run(RecordConsentFormsDocument, { entries, idempotencyKey }))).recordConsentForms,
  checkForm: async (id: string, objection: Objection | null) => (await transport.run(CheckConsentFormDocument, { id, objection })).checkConsentForm,
  recordCall: async (note: CallNote) => (await keys.once('recordConsentCall', note, (idempotencyKey) => transport.run(RecordConsentCallDocument, { ...note, idempotencyKey }))).recordConsentCall,
  keepScan: (file: File) => transport.upload<KeptScan>(file, { path: '/consent-scans', fields: {} }),
  printSlips: (asked: { groupId?: string; pupilIds?: string[]; purposes: PurposeCode[]; language: string; plain: boolean }) => transport.download('/consent-slips', asked),
});
