import type { ConsentFormDocument, RecordConsentCallDocument, RecordConsentFormsDocument, ResultOf, VariablesOf } from '@mintforge/contract';
import type { PlacedPage } from '@mintforge/domain/consent';

/** What the screens of paper are given, as the documents ask for it. */
export type PaperForm = ResultOf<typeof ConsentFormDocument>['consentForm'];
export type PurposeCode = PaperForm['purposes'][number];
export type Signer = PaperForm['signers'][number];
export type FormAnswer = 'GIVEN' | 'REFUSED';
export type PaperEntry = VariablesOf<typeof RecordConsentFormsDocument>['entries'][number];
export type Outcome = ResultOf<typeof RecordConsentFormsDocument>['recordConsentForms'][number];
export type Objection = NonNullable<PaperForm['objection']>;
export type CallNote = Omit<VariablesOf<typeof RecordConsentCallDocument>, 'idempotencyKey'>;

/** A scan that was stored and waits for its form to be saved. */
export interface KeptScan {
  id: string;
  name: string;
  pages: number;
}

/** A page of a pile, what became of it, and the scan that it is in now. */
export type PilePage = PlacedPage & { scanId: string | null };

/** What became of a pile of scans. */
export interface DividedScans {
  pages: PilePage[];
  forms: { number: string; missing: number; scan: KeptScan }[];
}
