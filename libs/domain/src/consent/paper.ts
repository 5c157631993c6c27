import type { Day } from '../kernel';
import type { Answer, LegalBasis, PurposeCode, Signer } from './vocabularies';

/** States of a printed form (Einwilligungszettel): out, back with something missing, back, objected to by the second person. */
export const formStates = ['PRINTED', 'INCOMPLETE', 'RETURNED', 'OBJECTED'] as const;
export type FormState = (typeof formStates)[number];

/** Where the second check (Zweitprüfung) of a form stands. */
export const formChecks = ['OPEN', 'CONFIRMED', 'OBJECTED'] as const;
export type FormCheck = (typeof formChecks)[number];

/** Why a second person objects to what was entered of a form. */
export const formObjections = ['TICKS_DIFFER', 'SIGNATURE_DIFFERS', 'DAY_DIFFERS', 'WRONG_FORM', 'UNREADABLE'] as const;
export type FormObjection = (typeof formObjections)[number];

/** Where the number came from by which the office called (back): never from the call itself. */
export const callBackNumbers = ['SCHOOL', 'OUR_RECORD', 'EARLIER_FORM'] as const;
export type CallBackNumber = (typeof callBackNumbers)[number];

/** Letters and digits that neither eye nor ear confuses. Z is missing, so what a scanner set to another keyboard makes of Y can be told. */
const signs = 'CDFGHJKMNPQRTWXY34679';
/** With these weights no sign typed wrongly and no two neighbours changed over pass as a number. */
const weights = [1, 2, 4, 5, 10, 11, 13, 17, 19] as const;

const sumOf = (bare: string): number => weights.reduce<number>((sum, weight, at) => sum + weight * signs.indexOf(bare.charAt(at)), 0) % signs.length;

/** A new random form number of nine signs, the last one checking the others; it says nothing about anybody. `pick(n)` gives a random integer from 0 to n - 1. */
export function makeFormNumber(pick: (below: number) => number): string {
  const free = Array.from({ length: weights.length - 1 }, () => signs[pick(signs.length)]!).join('');
  return [...signs].map((last) => free + last).find((bare) => sumOf(bare) === 0)!;
}

/** The form number that somebody typed or a scanner read, or null where none can be meant. */
export function readFormNumber(text: string): string | null {
  const bare = text.toUpperCase().replaceAll(/[^\p{L}\d]/gu, '').replaceAll('Z', 'Y');
  return bare.length === weights.length && [...bare].every((sign) => signs.includes(sign)) && sumOf(bare) === 0 ? bare : null;
}

/** A form number as it is printed: `CDF-GHJ-KMN`. */
export const formNumberText = (number: string): string => number.replaceAll(/(.{3})(?=.)/g, '$1-');

/** What the code on a page says: whose form, which of how many pages; `null` where it says the number alone. */
export interface PageCode {
  number: string;
  page: number | null;
  of: number | null;
}

const pageForm = /^(.+?)(\d\d)(\d\d)$/u;

/** The text of the code on a page of a form, page and pages from 1 to 99: `CDFGHJKMN0103`, letters and digits alone, as every scanner types them. */
export const pageCodeText = ({ number, page, of }: { number: string; page: number; of: number }): string => `${number}${String(page).padStart(2, '0')}${String(of).padStart(2, '0')}`;

/** What the code on a page says, or null where it is none of a form. */
export function readPageCode(text: string): PageCode | null {
  const alone = readFormNumber(text);
  if (alone !== null) return { number: alone, page: null, of: null };
  const [, start = '', page = '', of = ''] = pageForm.exec(text.trim()) ?? [];
  const number = readFormNumber(start);
  return number !== null && Number(page) >= 1 && Number(page) <= Number(of) ? { number, page: Number(page), of: Number(of) } : null;
}

/** What a form asks, and when it was printed. */
export interface PrintedForm {
  purposes: readonly PurposeCode[];
  signers: readonly Signer[];
  printedOn: Day;
}

/** What somebody read from a form that came back: an answer per purpose that was ticked, who signed, and of which day. */
export interface FormReading {
  ticks: readonly { purpose: PurposeCode; answer: Exclude<Answer, 'WITHDRAWN'> }[];
  signatures: readonly Signer[];
  signedOn: Day | null;
}

/** What is wrong with a reading, by its field, or null: what is not on the form, twice ticked, without its day, or of a day that cannot be. */
export function readingProblem({ purposes, signers, printedOn }: PrintedForm, { ticks, signatures, signedOn }: FormReading, today: Day): { field: keyof FormReading; why: string } | null {
  if (ticks.some(({ purpose }) => !purposes.includes(purpose))) return { field: 'ticks', why: 'notOnForm' };
  if (new Set(ticks.map(({ purpose }) => purpose)).size !== ticks.length) return { field: 'ticks', why: 'twice' };
  if (signatures.some((signer) => !signers.includes(signer))) return { field: 'signatures', why: 'notOnForm' };
  if (signatures.length > 0 && signedOn === null) return { field: 'signedOn', why: 'required' };
  if (signedOn !== null && signedOn > today) return { field: 'signedOn', why: 'future' };
  if (signedOn !== null && signedOn < printedOn) return { field: 'signedOn', why: 'beforePrint' };
  return null;
}

/** Whether a form waits for a second person: `draw` is a random 32-bit number of the form that its clerk can neither know nor change, `percent` the share to be checked. */
export const isDrawn = (draw: number, percent: number): boolean => draw < (percent / 100) * 2 ** 32;

/** Whether a yes takes a signature: explicit consent (Art. 9(2)(a) GDPR) always, else where the signer rule says so, as for pictures. */
export const takesSignature = (basis: LegalBasis, { inWriting }: { inWriting: boolean }): boolean => basis === 'EXPLICIT_CONSENT' || inWriting;
