import type { InputProblem, InputProblemCode } from './input.ts';

export type Row = Record<string, unknown>;

export const MOST_SEATS = 1_000_000_000;

const INSTANT = /^([12]\d{3})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Collects the faults of an input; every check reports what is wrong and returns a harmless stand-in, so that reading goes on. */
export class Faults {
  readonly found: InputProblem[] = [];

  add(code: InputProblemCode, path: string, params: InputProblem['params'] = {}): void {
    this.found.push({ code, path, params });
  }

  /** A list; absent counts as empty only where the field is optional. */
  list(value: unknown, path: string, optional = false): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (!(optional && value === undefined)) this.add('WRONG_TYPE', path, { expected: 'list' });
    return [];
  }

  row(value: unknown, path: string): Row | undefined {
    if (isRow(value)) return value;
    this.add('WRONG_TYPE', path, { expected: 'object' });
    return undefined;
  }

  /** Text that is not empty and has one UTF-8 form (no lone surrogates), so that it can be hashed. */
  text(value: unknown, path: string): string | undefined {
    if (isSoundText(value)) return value;
    if (typeof value !== 'string') this.add('WRONG_TYPE', path, { expected: 'text' });
    else this.add(value === '' ? 'EMPTY_TEXT' : 'ILL_FORMED_TEXT', path);
    return undefined;
  }

  wholeNumber(value: unknown, path: string, least: number, most: number): number {
    if (typeof value !== 'number') this.add('WRONG_TYPE', path, { expected: 'number' });
    else if (!Number.isInteger(value)) this.add('NOT_A_WHOLE_NUMBER', path);
    else if (value < least || value > most) this.add('OUT_OF_RANGE', path, { least, most });
    else return value;
    return least;
  }

  /** A whole number that may be left out. */
  optionalNumber(row: Row, field: string, path: string, least: number, most: number, otherwise: number): number {
    return row[field] === undefined ? otherwise : this.wholeNumber(row[field], `${path}.${field}`, least, most);
  }

  /** Minutes since 1970-01-01T00:00Z. */
  minute(value: unknown, path: string): number | undefined {
    const parts = typeof value === 'string' ? INSTANT.exec(value) : null;
    const time = parts ? Date.parse(parts[0]) : Number.NaN;
    // Date.parse lets 31 February through as a day in March.
    const lastOfMonth = parts ? new Date(Date.UTC(Number(parts[1]), Number(parts[2]), 0)).getUTCDate() : 0;
    if (!parts || Number.isNaN(time) || Number(parts[3]) > lastOfMonth) {
      this.add('NOT_AN_INSTANT', path);
      return undefined;
    }
    return Math.floor(time / 60_000);
  }
}

/** Rows in the order of their ids (UTF-16 code units, so the same everywhere), with their place in the input. */
export interface Table {
  ids: string[];
  rows: Row[];
  /** Position of the row in the input list. */
  at: number[];
  /** Index of an id in this table; undefined when there is no such row. */
  find(id: unknown): number | undefined;
}

/** Reads a list of rows with distinct ids and sorts it, which is what makes every outcome independent of input order. */
export function tableById(list: readonly unknown[], name: string, faults: Faults): Table {
  const first = new Map<unknown, number>();
  const ids: string[] = [];
  for (let at = 0; at < list.length; at++) {
    const row = list[at];
    const id = isRow(row) && isSoundText(row['id']) ? row['id'] : reportRow(row, `${name}[${at}]`, faults);
    if (id === undefined) continue;
    const earlier = first.get(id);
    if (earlier !== undefined) {
      faults.add('DUPLICATE_ID', `${name}[${at}].id`, { id, first: `${name}[${earlier}].id` });
      continue;
    }
    first.set(id, at);
    ids.push(id);
  }
  // The plain sort of texts is several times faster than one by a comparison of rows.
  if (ids.some((id, i) => i > 0 && id < ids[i - 1]!)) ids.sort();
  const places = ids.map((id) => first.get(id)!);
  const index = new Int32Array(list.length);
  places.forEach((at, i) => (index[at] = i));
  return {
    ids,
    at: places,
    rows: places.map((at) => list[at] as Row),
    find: (id) => {
      const at = first.get(id);
      return at === undefined ? undefined : index[at]!;
    },
  };
}

function reportRow(value: unknown, path: string, faults: Faults): string | undefined {
  const row = faults.row(value, path);
  return row && faults.text(row['id'], `${path}.id`);
}

function isSoundText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.isWellFormed();
}
