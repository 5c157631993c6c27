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
  at: Int32Array;
  /** The indexes of the rows in the order they came, which is most likely how they lie in memory. */
  asTheyCame: Int32Array;
  /** Index of an id in this table; undefined when there is no such row. */
  find(id: unknown): number | undefined;
}

/** Reads a list of rows with distinct ids and sorts it, which is what makes every outcome independent of input order. */
export function tableById(list: readonly unknown[], name: string, faults: Faults): Table {
  const known: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < list.length; at++) {
    const row = list[at];
    const id = isRow(row) && isSoundText(row['id']) ? row['id'] : reportRow(row, `${name}[${at}]`, faults);
    if (id === undefined) continue;
    known.push(id);
    places.push(at);
  }
  const order = orderOf(known);
  const distinct = order.filter((row, i) => i === 0 || known[row] !== known[order[i - 1]!]);
  if (distinct.length < order.length) reportDuplicates(known, places, order, name, faults);
  const ids: string[] = [];
  for (const row of distinct) ids.push(known[row]!);
  const at = distinct.map((row) => places[row]!);
  const rowAt = new Int32Array(list.length).fill(-1);
  at.forEach((place, row) => (rowAt[place] = row));
  const rows: Row[] = [];
  for (const place of at) rows.push(list[place] as Row);
  let index: Map<unknown, number> | undefined;
  return {
    ids,
    at,
    asTheyCame: rowAt.filter((row) => row !== -1),
    rows,
    find: (id) => (index ??= new Map(ids.map((each, i) => [each, i]))).get(id),
  };
}

function reportDuplicates(known: readonly string[], places: readonly number[], order: Int32Array, name: string, faults: Faults): void {
  let first = order[0]!;
  const later: { at: number; id: string; first: number }[] = [];
  for (const row of order.subarray(1)) {
    if (known[row] === known[first]) later.push({ at: places[row]!, id: known[row]!, first: places[first]! });
    else first = row;
  }
  for (const { at, id, first: earlier } of later.sort((x, y) => x.at - y.at)) faults.add('DUPLICATE_ID', `${name}[${at}].id`, { id, first: `${name}[${earlier}].id` });
}

const HIGHEST = 127;

/**
 * The rows in the order of their texts, equal ones as they came. The first characters behind what all have in common and
 * the row go into one double, for the native sort of numbers is several times faster than one of texts.
 */
function orderOf(texts: readonly string[]): Int32Array {
  const rowRange = 2 ** Math.max(1, Math.ceil(Math.log2(texts.length + 1)));
  const characters = Math.floor((53 - Math.log2(rowRange)) / 7);
  const skip = commonStart(texts);
  const packed = new Float64Array(texts.length);
  texts.forEach((text, row) => {
    let prefix = 0;
    let plain = true;
    // Seven bits a character, nothing behind one that has more; whatever has the same prefix is compared as a whole below.
    for (let i = skip; i < skip + characters; i++) {
      const code: number = plain && i < text.length ? Math.min(text.charCodeAt(i) + 1, HIGHEST) : 0;
      plain &&= code < HIGHEST;
      prefix = prefix * 128 + code;
    }
    packed[row] = prefix * rowRange + row;
  });
  packed.sort();
  const prefixAt = (place: number): number => Math.floor(packed[place]! / rowRange);
  const order = new Int32Array(packed.map((value, place) => value - prefixAt(place) * rowRange));
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && prefixAt(to) === prefixAt(from)) to++;
    if (to - from > 1) order.subarray(from, to).sort((x, y) => (texts[x]! < texts[y]! ? -1 : texts[x]! > texts[y]! ? 1 : x - y));
    from = to;
  }
  return order;
}

function commonStart(texts: readonly string[]): number {
  const [first] = texts;
  let common = first?.length ?? 0;
  for (const text of texts) while (!text.startsWith(first!.slice(0, common))) common--;
  return common;
}

function reportRow(value: unknown, path: string, faults: Faults): string | undefined {
  const row = faults.row(value, path);
  return row && faults.text(row['id'], `${path}.id`);
}

/** Keeps the text of a path from being built for every sound text. */
export function isSoundText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.isWellFormed();
}
