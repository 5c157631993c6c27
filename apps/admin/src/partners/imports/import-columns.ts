import type { Import } from '../types';

export type Chosen = Record<string, string | null>;
type TargetColumn = Import['columns'][number];

/** Below this a suggestion deserves a look. */
const sureFrom = 0.8;

/** Which column fills which field, as the import has it now. */
export const chosenOf = (columns: readonly TargetColumn[]): Chosen => Object.fromEntries(columns.map(({ target, column }) => [target, column]));

/** A column fills one field at a time: taking it for another frees the first. */
export function choose(chosen: Chosen, target: string, column: string | null): Chosen {
  const freed = Object.fromEntries(Object.entries(chosen).map(([other, held]) => [other, held === column ? null : held]));
  return { ...freed, [target]: column };
}

/** Required fields nothing fills yet. */
export const missingOf = (columns: readonly TargetColumn[], chosen: Chosen): string[] => columns.filter(({ target, required }) => required && (chosen[target] ?? null) === null).map(({ target }) => target);

/** Columns of the file no field takes. */
export const unusedOf = (headers: readonly string[], chosen: Chosen): string[] => headers.filter((header) => !Object.values(chosen).includes(header));

/** Whether a suggestion still stands that somebody should look at. */
export const isDoubtful = ({ column, confidence }: TargetColumn, chosen: string | null): boolean => chosen !== null && chosen === column && confidence !== null && confidence < sureFrom;

/** The first distinct values of a column. */
export function samplesOf({ headers, samples }: Pick<Import, 'headers' | 'samples'>, column: string): string[] {
  const at = headers.indexOf(column);
  return [...new Set(samples.map((row) => row[at] ?? ''))].slice(0, 3);
}
