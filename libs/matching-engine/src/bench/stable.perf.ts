import { readFileSync, writeFileSync } from 'node:fs';
import { reasonsFor, verifyMatch } from '../index.ts';
import type { Match, Problem } from '../index.ts';
import type { TraitRows } from '../problem.ts';
import { matchSound } from '../stable/match.ts';
import { SIZES, generate, medianRatio, randomFrom, runsFor, shuffled, unitOf } from './generate.ts';
import type { BenchRow, Size } from './generate.ts';

/** Bytes of the typed input an edge: occurrence, class and its share of the pupil. */
const INPUT_BYTES_AN_EDGE = 9;

/**
 * Measures the stable side: times in units of U, at S3 and, when `full`, S4 (below, fixed costs rule); the extra memory
 * of a run with reserves against the typed input; and whether the outcome stays the same, row by row, when the rows come in
 * another order or the run is repeated.
 */
export async function bench({ full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = memoryRows(SIZES.S3);
  for (const size of full ? [SIZES.S3, SIZES.S4] : [SIZES.S3]) {
    const isLargest = size === SIZES.S4;
    const add = (goal: string, target: number, work: () => unknown, unit: () => unknown): void => {
      const value = medianRatio(runsFor(size), work, unit);
      rows.push({ bench: 'stable', goal, size: size.name, unit: 'U', value, target, held: value <= target });
    };
    for (const traits of isLargest ? ([undefined, 3] as const) : ([undefined, 3, 5] as const)) {
      const problem = generate(size, traits ? { traits } : {});
      const unit = unitOf(problem);
      const goal = traits ? `G2 M1 with ${traits} overlapping reserves` : 'G1 plain M1';
      add(goal, traits ? (isLargest ? 1.2 : traits === 3 ? 0.6 : 1) : isLargest ? 0.6 : 0.25, () => matchSound(problem), unit);
      const result = matchSound(problem);
      if (traits === 5) continue;
      const how = traits ? ', 3 reserves' : '';
      add(`G10 explain everyone${how}`, 0.1, () => reasonsFor(problem, result), unit);
      add(`G10 independent verify${how}`, 0.1, () => verifyMatch(problem, result), unit);
      const changed = differences(problem, result);
      rows.push({ bench: 'stable', goal: `G13 same outcome in any order${how}`, size: size.name, unit: 'pupils that differ', value: changed, target: 0, held: changed === 0 });
    }
  }
  return rows;
}

/** The peak of a run with reserves above what was held before it; Linux only, where the kernel can be asked to forget the peak. */
function memoryRows(size: Size): BenchRow[] {
  const problem = generate(size, { traits: 3 });
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    return [];
  }
  const before = kilobytes('VmRSS');
  matchSound(problem);
  const value = Math.round(((kilobytes('VmHWM') - before) * 1024 * 100) / (problem.wishOccurrence.length * INPUT_BYTES_AN_EDGE)) / 100;
  return [{ bench: 'stable', goal: 'G11 extra memory with 3 reserves', size: size.name, unit: 'x typed input', value, target: 1.5, held: value <= 1.5 }];
}

function kilobytes(line: string): number {
  return Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))![1]);
}

/** How many pupils have another place when pupils and occurrences come in another order, or in a second run. */
function differences(problem: Problem, result: Match): number {
  const order = shuffled(problem.lottery.length, randomFrom(7));
  const places = shuffled(problem.capacity.length, randomFrom(11));
  const turned = matchSound(withOccurrencesInOrder(withPupilsInOrder(problem, order), places));
  const again = matchSound(problem);
  let count = 0;
  order.forEach((pupil, p) => {
    const there = turned.occurrence[p]!;
    const same = (there === -1 ? -1 : places[there]!) === result.occurrence[pupil] && again.edge[pupil] === result.edge[pupil];
    if (!same) count++;
  });
  return count;
}

/** Row a of the new problem is row order[a] of the old one. */
function withOccurrencesInOrder(problem: Problem, order: Int32Array): Problem {
  const { choices } = problem;
  const row = new Int32Array(order.length);
  order.forEach((old, a) => (row[old] = a));
  const column = (of: Int32Array): Int32Array => order.map((old) => of[old]!);
  return {
    ...problem,
    wishOccurrence: problem.wishOccurrence.map((old) => row[old]!),
    capacity: column(problem.capacity),
    minimum: column(problem.minimum),
    startsAt: column(problem.startsAt),
    endsAt: column(problem.endsAt),
    activity: column(problem.activity),
    ...(choices ? { choices: { ...choices, rule: Uint8Array.from(order, (old) => choices.rule[old]!), seats: rowsInOrder(choices.seats, order) } } : {}),
  };
}

function rowsInOrder({ start, trait, seats }: TraitRows, order: Int32Array): TraitRows {
  const rows = Array.from(order, (old) => Array.from({ length: start[old + 1]! - start[old]! }, (_, i) => start[old]! + i));
  const first = new Int32Array(order.length + 1);
  rows.forEach((own, a) => (first[a + 1] = first[a]! + own.length));
  const all = Int32Array.from(rows.flat());
  return { start: first, trait: all.map((row) => trait[row]!), seats: all.map((row) => seats[row]!) };
}

function withPupilsInOrder(problem: Problem, order: Int32Array): Problem {
  const { wishStart, wishOccurrence, wishClass, lottery, choices } = problem;
  const start = new Int32Array(wishStart.length);
  order.forEach((pupil, p) => (start[p + 1] = start[p]! + wishStart[pupil + 1]! - wishStart[pupil]!));
  const occurrence = new Int32Array(wishOccurrence.length);
  const classes = new Uint8Array(wishClass.length);
  order.forEach((pupil, p) => {
    occurrence.set(wishOccurrence.subarray(wishStart[pupil], wishStart[pupil + 1]), start[p]);
    classes.set(wishClass.subarray(wishStart[pupil], wishStart[pupil + 1]), start[p]);
  });
  return {
    ...problem,
    wishStart: start,
    wishOccurrence: occurrence,
    wishClass: classes,
    lottery: order.map((pupil) => lottery[pupil]!),
    ...(choices ? { choices: { ...choices, traits: order.map((pupil) => choices.traits[pupil]!) } } : {}),
  };
}
