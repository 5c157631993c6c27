import type { MatrixRow, PurposeCode } from './types';

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
