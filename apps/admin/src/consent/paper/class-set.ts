import { berlinDay } from '@mintforge/domain/kernel';
import type { DividedScans, FormAnswer, KeptScan, PaperForm, PaperEntry, PilePage, PurposeCode, Signer } from './types';

/** A form of the pile as somebody reads it from the paper; `null` for what is open, and not yet read. */
export interface SetRow {
  form: PaperForm;
  answers: Partial<Record<PurposeCode, FormAnswer>>;
  signatures: Signer[];
  signedOn: string;
  scan: KeptScan | null;
}

/** A form as it lies on top of the pile: what was entered of it before stands there, the day is that of the form before. */
export const rowOf = (form: PaperForm, before: SetRow | undefined): SetRow => ({
  form,
  answers: Object.fromEntries(form.ticks.map(({ purpose, answer }) => [purpose, answer])),
  signatures: [...form.signedBy],
  signedOn: before?.signedOn ?? berlinDay(new Date()),
  scan: null,
});

/** The row with another answer to a purpose; the same once more takes it back. */
export function withAnswer(row: SetRow, purpose: PurposeCode, answer: FormAnswer | null): SetRow {
  const { [purpose]: _, ...others } = row.answers;
  return { ...row, answers: answer === null ? others : { ...others, [purpose]: answer } };
}

/** The row with or without somebody's signature, in the order of the lines. */
export const withSignature = (row: SetRow, signer: Signer, signed: boolean): SetRow => ({ ...row, signatures: row.form.signers.filter((one) => (one === signer ? signed : row.signatures.includes(one))) });

/** What is sent: everything read, in the order of the pile. */
export const entriesOf = (rows: readonly SetRow[]): PaperEntry[] =>
  rows.map(({ form, answers, signatures, signedOn, scan }) => ({
    number: form.number,
    ticks: form.purposes.flatMap((purpose) => {
      const answer = answers[purpose];
      return answer ? [{ purpose, answer }] : [];
    }),
    signatures: [...signatures],
    signedOn: signatures.length > 0 ? signedOn : null,
    scanId: scan?.id ?? null,
  }));

/** What a clerk may want to look at again before saving: nothing ticked, or nobody signed. */
export const doubtOf = ({ answers, signatures, form }: SetRow): 'nothing_ticked' | 'nobody_signed' | 'signature_missing' | null =>
  Object.keys(answers).length === 0 ? 'nothing_ticked' : signatures.length === 0 ? 'nobody_signed' : signatures.length < form.signers.length ? 'signature_missing' : null;

/** What a clerk has to know of a divided pile: pages to be laid to a form, pages that came by their order alone, pages not kept, forms that lack pages. */
export interface PileNotes {
  loose: PilePage[];
  byOrder: PilePage[];
  refused: PilePage[];
  lacking: DividedScans['forms'];
}

/** What to look at of a divided pile, in its order; everything else went by code. */
export const notesOf = ({ pages, forms }: DividedScans): PileNotes => ({
  loose: pages.filter(({ fate }) => fate === 'NO_CODE'),
  byOrder: pages.filter(({ fate }) => fate === 'BY_ORDER'),
  refused: pages.filter(({ fate }) => fate === 'UNKNOWN' || fate === 'RETURNED' || fate === 'ERASED'),
  lacking: forms.filter(({ missing }) => missing > 0),
});
