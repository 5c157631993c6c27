import type { Answer } from '@mintforge/domain/consent';
import type { Cell, Purpose, PurposeCode } from './types';

export type { Answer };

/** What a paper says, by purpose; what it leaves open is missing. */
export type Answers = Partial<Record<PurposeCode, Answer>>;

/** What a paper can say about a purpose: only a yes that stands can be taken back. */
export const offeredTo = ({ state }: Pick<Cell, 'state'>): readonly Answer[] => (state === 'GIVEN' || state === 'DISPUTED' ? ['WITHDRAWN', 'REFUSED', 'GIVEN'] : ['GIVEN', 'REFUSED']);

/** The versions of a purpose's text that somebody may have signed on a day, the one then in force first. */
export const versionsOn = (purposes: readonly Purpose[], code: PurposeCode, day: string): Purpose['texts'] =>
  (purposes.find((purpose) => purpose.code === code)?.texts ?? []).filter(({ validFrom }) => validFrom !== null && validFrom <= day).sort((a, b) => b.number - a.number);

/** What is sent: every answer in the version that was chosen, else in that of the day; one that no text was in force for is missing. */
export const answersOf = (answers: Answers, chosen: Partial<Record<PurposeCode, string>>, purposes: readonly Purpose[], day: string): { purpose: PurposeCode; answer: Answer; textId: string }[] =>
  (Object.entries(answers) as [PurposeCode, Answer][]).flatMap(([purpose, answer]) => {
    const versions = versionsOn(purposes, purpose, day);
    const text = versions.find(({ id }) => id === chosen[purpose]) ?? versions[0];
    return text ? [{ purpose, answer, textId: text.id }] : [];
  });
