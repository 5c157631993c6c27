import type { ConsentFormDocument, RecordConsentCallDocument, RecordConsentFormsDocument, ResultOf, VariablesOf } from '@mintforge/contract';

/** What the screens of paper are given, as the documents ask for it. */
export type PaperForm = ResultOf<typeof ConsentFormDocument>['consentForm'];
export type PurposeCode = PaperForm['purposes'][number];
export type Signer = PaperForm['signers'][number];
export type FormAnswer = 'GIVEN' | 'REFUSED';
export type PaperEntry = VariablesOf<typeof RecordConsentFormsDocument>['entries'][number];
export type Outcome = ResultOf<typeof RecordConsentFormsDocument>['recordConsentForms'][number];
export type Objection = NonNullable<PaperForm['objection']>;
export type CallNote = Omit<VariablesOf<typeof RecordConsentCallDocument>, 'idempotencyKey'>;

/** A scan that was stored, and the form that its code names. */
export interface KeptScan {
  id: string;
  name: string;
  number: string | null;
}
