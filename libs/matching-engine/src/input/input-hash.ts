import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { ingestFrozen } from './ingest.ts';
import type { Ingested } from './ingest.ts';
import type { FrozenInput } from './input.ts';
import { NO_START, NOT_ELIGIBLE, Rule } from '../problem.ts';
import type { TraitRows } from '../problem.ts';

/**
 * SHA-256 (hex) of the frozen input: the same for the same facts in any order of rows and with defaults left out or
 * spelled out. The seed is not part of it, so the hash can be published before the seed is known.
 *
 * @throws InvalidInputError with every problem found.
 */
export function inputHash(input: FrozenInput): string {
  return hashOf(ingestFrozen(input));
}

/**
 * The canonical text, one line each and LF at the end. Texts are JSON strings, rows stand by their line numbers from 0.
 *
 * - Header `matching-input/1 placesPerPupil=n`. An input with traits, companies, named lotteries, scores or an objective
 *   has `matching-input/2 placesPerPupil=n mechanism=m`, m being STABLE or the objective, and a line per trait, company
 *   (with its seats) and lottery, by name.
 * - Per occurrence, by id: id, seats, minimum, start and end minute, activity; then, where it has them, its reserves by
 *   trait or its slots in their order (`reserve` or `slots`, `trait:seats`, an open slot as `-:seats`), `ceiling`,
 *   `company`, `lottery`.
 * - Per pupil, by id: id, size, `+trait` each, then the wishes, best first, as the occurrence with `:class` (none for 0)
 *   or `!"rule"` and `~score` (none for 0) behind it.
 * - Pins, then vetoes, as pupil and occurrence.
 */
export function hashOf(ingested: Ingested): string {
  const digest = createHash('sha256');
  const extended = isExtended(ingested);
  digest.update(headerOf(ingested, extended));
  ingested.occurrenceIds.forEach((_, a) => digest.update(`${occurrenceLine(ingested, a)}${extended ? choiceOf(ingested, a) : ''}\n`));
  hashPupils(ingested, digest);
  const { pinPupil, pinOccurrence } = ingested.problem;
  pinPupil.forEach((pupil, i) => digest.update(`pin ${pupil} ${pinOccurrence[i]!}\n`));
  for (const [pupil, occurrence] of ingested.vetoes) digest.update(`veto ${pupil} ${occurrence}\n`);
  return digest.digest('hex');
}

/** Whether the input says anything the first version of the text has no words for. */
function isExtended({ problem, mechanism, traits, companyIds, lotteryNames }: Ingested): boolean {
  return traits.length + companyIds.length + lotteryNames.length > 0 || problem.score !== undefined || problem.choices !== undefined || mechanism.kind !== 'STABLE';
}

function headerOf({ problem: { placesPerPupil }, mechanism, traits, companyIds, companySeats, lotteryNames }: Ingested, extended: boolean): string {
  if (!extended) return `matching-input/1 placesPerPupil=${placesPerPupil}\n`;
  const lines = [
    `matching-input/2 placesPerPupil=${placesPerPupil} mechanism=${mechanism.kind === 'OPTIMAL' ? mechanism.objective : mechanism.kind}`,
    ...traits.map((trait) => `trait ${JSON.stringify(trait)}`),
    ...companyIds.map((id, c) => `company ${JSON.stringify(id)} ${companySeats[c]!}`),
    ...lotteryNames.map((name) => `lottery ${JSON.stringify(name)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function occurrenceLine({ problem, occurrenceIds, activities }: Ingested, a: number): string {
  const { capacity, minimum, startsAt, endsAt } = problem;
  const time = startsAt[a] === NO_START ? '- -' : `${startsAt[a]!} ${endsAt[a]!}`;
  const activity = activities[a] === undefined ? '-' : JSON.stringify(activities[a]);
  return `occurrence ${JSON.stringify(occurrenceIds[a])} ${capacity[a]!} ${minimum[a]!} ${time} ${activity}`;
}

function choiceOf({ problem: { choices, companies }, lotteryOf }: Ingested, a: number): string {
  const company = companies?.ofOccurrence[a] ?? -1;
  return [
    choices ? rowsOf(choices.rule[a] === Rule.SLOTS ? 'slots' : 'reserve', choices.seats, a) + rowsOf('ceiling', choices.ceilings, a) : '',
    company === -1 ? '' : ` company ${company}`,
    lotteryOf[a] === -1 ? '' : ` lottery ${lotteryOf[a]!}`,
  ].join('');
}

function rowsOf(word: string, { start, trait, seats }: TraitRows, a: number): string {
  const rows: string[] = [];
  for (let row = start[a]!; row < start[a + 1]!; row++) rows.push(` ${trait[row] === -1 ? '-' : trait[row]!}:${seats[row]!}`);
  return rows.length === 0 ? '' : ` ${word}${rows.join('')}`;
}

/** The lines of the pupils, written byte by byte: a text of its own for each of the many wishes would take several times as long. */
function hashPupils({ problem, pupilIds, occurrenceIds, masks, traits, rules }: Ingested, digest: Hash): void {
  const { wishStart, wishOccurrence, wishClass, size, score } = problem;
  const places = numerals(' ', occurrenceIds.length);
  const classes = numerals(':', NOT_ELIGIBLE);
  const barred = new Map([...new Set(rules.values())].map((rule) => [rule, `!${JSON.stringify(rule)}`]));
  const longestWish = 3 * WIDTH + 3 * [...barred.values()].reduce((most, { length }) => Math.max(most, length), 0);
  let bytes = Buffer.allocUnsafe(1 << 18);
  let length = 0;
  for (let p = 0; p < pupilIds.length; p++) {
    const most = 6 * pupilIds[p]!.length + (traits.length + 3) * WIDTH + (wishStart[p + 1]! - wishStart[p]!) * longestWish;
    if (length + most > bytes.length) {
      digest.update(bytes.subarray(0, length));
      length = 0;
      if (most > bytes.length) bytes = Buffer.allocUnsafe(most);
    }
    length = write('pupil ', bytes, length);
    length = writeQuoted(pupilIds[p]!, bytes, length);
    length = write(` ${size[p]!}`, bytes, length);
    for (let t = 0; masks[p]! >> t !== 0; t++) if ((masks[p]! >> t) & 1) length = write(` +${t}`, bytes, length);
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      const priority = wishClass[e]!;
      for (let at = wishOccurrence[e]! * WIDTH; places[at] !== 0; at++) bytes[length++] = places[at]!;
      if (priority === NOT_ELIGIBLE) length += bytes.write(barred.get(rules.get(e)!)!, length);
      else if (priority !== 0) for (let at = priority * WIDTH; classes[at] !== 0; at++) bytes[length++] = classes[at]!;
      if (score && score[e] !== 0) length = write(`~${score[e]!}`, bytes, length);
    }
    bytes[length++] = LINE_FEED;
  }
  digest.update(bytes.subarray(0, length));
}

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** A sign, the digits of a row number, and at least one 0 behind them. */
const WIDTH = 12;

/** The sign and digits of the numbers below `count`, each in WIDTH bytes. */
function numerals(sign: string, count: number): Uint8Array {
  const bytes = Buffer.alloc(count * WIDTH);
  for (let number = 0; number < count; number++) bytes.write(`${sign}${number}`, number * WIDTH);
  return bytes;
}

/** Writes ASCII text; gives the place behind it. */
function write(text: string, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** Writes a text as a JSON string; only one with signs that JSON or UTF-8 write differently needs their functions. */
function writeQuoted(text: string, bytes: Buffer, at: number): number {
  bytes[at] = QUOTE;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return at + bytes.write(JSON.stringify(text), at);
    bytes[at + 1 + i] = code;
  }
  bytes[at + 1 + text.length] = QUOTE;
  return at + 2 + text.length;
}
