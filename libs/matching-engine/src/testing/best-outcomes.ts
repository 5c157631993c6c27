import type { Objective } from '../input/input.ts';
import { Rule, VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';

/**
 * The objectives of the optimum as the literature defines them, taken literally by trying every outcome; for the tests,
 * on a handful of pupils. An outcome is the occurrence of each pupil, -1 = none.
 */
export type Occurrences = readonly number[];

/** How good an outcome is: the first number that differs decides, smaller is better. */
export function standingOf(problem: Problem, objective: Objective, outcome: Occurrences): number[] {
  const { wishStart, wishOccurrence, lottery, score } = problem;
  const pinned = new Set(problem.pinPupil);
  const list = (p: number): number[] => [...wishOccurrence.subarray(wishStart[p], wishStart[p + 1])];
  const placed = [...outcome.keys()].filter((p) => outcome[p] !== -1);
  const free = placed.filter((p) => !pinned.has(p));
  const rankOf = (p: number): number => (pinned.has(p) ? 0 : list(p).indexOf(outcome[p]!));
  const longest = Math.max(0, ...[...outcome.keys()].map((p) => list(p).length));
  const profile = Array.from({ length: longest }, (_, rank) => placed.filter((p) => rankOf(p) === rank).length);
  const scores = free.map((p) => score?.[wishStart[p]! + rankOf(p)] ?? 0);
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const filled = sum([...problem.capacity.keys()].map((a) => reservedSeatsFilled(problem, a, placed.filter((p) => outcome[p] === a))));
  const ties = sum([...outcome.keys()].map((p) => (lottery.length - lottery[p]!) * (outcome[p] === -1 ? list(p).length : rankOf(p))));
  const size = [-placed.length, -filled];
  const own: Record<Objective, number[]> = {
    RANK_SUM: [...size, sum(placed.map(rankOf))],
    RANK_MAXIMAL: [-filled, ...profile.map((count) => -count)],
    GREEDY: [...size, ...profile.map((count) => -count)],
    GENEROUS: [...size, ...profile.slice(1).toReversed()],
    SCORE: [...size, -sum(scores)],
    WORST_SCORE_FIRST: [...size, -Math.min(...scores, Number.MAX_SAFE_INTEGER), -sum(scores)],
  };
  return [...own[objective], ties];
}

/** The best standing among all feasible outcomes. Exponential in the pupils. */
export function bestStanding(problem: Problem, objective: Objective): number[] {
  return everyOutcome(problem)
    .map((outcome) => standingOf(problem, objective, outcome))
    .reduce((best, standing) => (isLess(standing, best) ? standing : best));
}

function isLess(standing: number[], than: number[]): boolean {
  const differs = standing.findIndex((value, i) => value !== than[i]);
  return differs !== -1 && standing[differs]! < than[differs]!;
}

function everyOutcome(problem: Problem): number[][] {
  const { wishStart, wishOccurrence, wishClass, pinPupil, pinOccurrence } = problem;
  let partial: number[][] = [[]];
  for (let p = 0; p < problem.lottery.length; p++) {
    const pin = pinPupil.indexOf(p);
    const open = [...wishOccurrence.subarray(wishStart[p], wishStart[p + 1])].filter((_, i) => wishClass[wishStart[p]! + i]! < VETOED);
    const choices = pin === -1 ? [-1, ...open] : [pinOccurrence[pin]!];
    partial = partial.flatMap((sofar) => choices.map((choice) => [...sofar, choice]));
  }
  return partial.filter((outcome) => isFeasible(problem, outcome));
}

function isFeasible({ capacity, companies, choices, pinPupil, pinOccurrence }: Problem, outcome: Occurrences): boolean {
  const among = (holds: (p: number, a: number) => boolean, most: number): boolean => {
    const pins = pinPupil.reduce((count, p, i) => count + (holds(p, pinOccurrence[i]!) ? 1 : 0), 0);
    return outcome.filter((a, p) => a !== -1 && holds(p, a)).length <= Math.max(most, pins);
  };
  const ceilings = choices?.ceilings;
  const countsFor = (p: number, a: number): number => {
    const rows = ceilings ? Array.from(ceilings.seats.keys()).slice(ceilings.start[a], ceilings.start[a + 1]).filter((row) => choices.traits[p]! & (1 << ceilings.trait[row]!)) : [];
    return rows.sort((x, y) => ceilings!.seats[x]! - ceilings!.seats[y]! || x - y)[0] ?? -1;
  };
  return (
    capacity.every((seats, occurrence) => among((_, a) => a === occurrence, seats)) &&
    (companies?.capacity ?? new Int32Array()).every((seats, company) => among((_, a) => companies!.ofOccurrence[a] === company, seats)) &&
    (ceilings?.seats ?? new Int32Array()).every((seats, row) => among((p, a) => countsFor(p, a) === row, seats))
  );
}

/** The most seats for a trait that these pupils can fill, each at most one: every way of sitting down is tried. */
function reservedSeatsFilled({ choices }: Problem, a: number, pupils: number[]): number {
  if (!choices || choices.rule[a] === Rule.PLAIN) return 0;
  const { start, trait, seats } = choices.seats;
  const reserved = Array.from({ length: start[a + 1]! - start[a]! }, (_, i) => start[a]! + i).flatMap((row) => (trait[row] === -1 ? [] : Array<number>(seats[row]!).fill(trait[row]!)));
  const most = (left: number[], at: number): number => {
    if (at === pupils.length) return 0;
    const sits = left.map((t, seat) => (choices.traits[pupils[at]!]! & (1 << t) ? 1 + most(left.toSpliced(seat, 1), at + 1) : 0));
    return Math.max(most(left, at + 1), ...sits);
  };
  return most(reserved, 0);
}
