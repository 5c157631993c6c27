import type { Entry, MatrixRow, PurposeCode, Signer } from './types';

/** What is ticked on a paper, by pupil and purpose; what is left open is no answer. */
export type Marks = Record<string, 'GIVEN' | 'REFUSED'>;

export const markKey = (pupilId: string, code: PurposeCode): string => `${pupilId} ${code}`;

/** The marks with one more; the same once more takes it back. */
export function withMark(marks: Marks, key: string, mark: 'GIVEN' | 'REFUSED' | null): Marks {
  const { [key]: _, ...others } = marks;
  return mark === null ? others : { ...others, [key]: mark };
}

/** Everything ticked, in the order of the list, as answers of one signer on one day. */
export function entriesOf(rows: readonly MatrixRow[], marks: Marks, signer: Signer, decidedOn: string): Entry[] {
  return rows.flatMap(({ pupilId, cells }) =>
    cells.flatMap(({ code }): Entry[] => {
      const answer = marks[markKey(pupilId, code)];
      return answer ? [{ pupilId, purpose: code, signer, answer, decidedOn }] : [];
    }),
  );
}

/** The rows with the cells of some purposes only. */
export const ofPurposes = (rows: readonly MatrixRow[], codes: readonly PurposeCode[]): MatrixRow[] => rows.map((row) => ({ ...row, cells: row.cells.filter(({ code }) => codes.includes(code)) }));

/** Purposes that anybody of the group was asked for: what nobody was asked for is not missing. */
export const askedOf = (rows: readonly MatrixRow[]): PurposeCode[] => [...new Set(rows.flatMap(({ cells }) => cells.filter(({ state }) => state !== 'NOT_ASKED').map(({ code }) => code)))];

/** How many of all cells are given, still open (asked or to be asked), or a no. */
export function tally(rows: readonly MatrixRow[], isOpen: (state: MatrixRow['cells'][number]['state']) => boolean): { given: number; open: number; no: number } {
  const states = rows.flatMap(({ cells }) => cells.map(({ state }) => state));
  const [given, waiting] = [states.filter((state) => state === 'GIVEN').length, states.filter(isOpen).length];
  return { given, open: waiting, no: states.length - given - waiting };
}
