import { Rule, VETOED } from '../problem.ts';
import type { Problem } from '../problem.ts';

/**
 * The definition of a stable outcome, taken literally by trying every outcome; for the tests, on a handful of pupils.
 * One place a pupil, all of size 1, no pins.
 */

/** Per pupil the position of the wish received, or the length of the list when unplaced. */
export type Assignment = readonly number[];

interface Wish {
  occurrence: number;
  priority: number;
}

/** Every stable assignment of a small problem. Exponential in the pupils. */
export function stableAssignments(problem: Problem): Assignment[] {
  const isStable = stability(problem);
  return everyAssignment(problem).filter(isStable);
}

export function wishesOf({ wishStart, wishOccurrence, wishClass }: Problem, pupil: number): Wish[] {
  return Array.from({ length: wishStart[pupil + 1]! - wishStart[pupil]! }, (_, i) => ({
    occurrence: wishOccurrence[wishStart[pupil]! + i]!,
    priority: wishClass[wishStart[pupil]! + i]!,
  }));
}

/** Every assignment of pupils to wishes they may have, whether there are seats or not. */
export function everyAssignment(problem: Problem): number[][] {
  let partial: number[][] = [[]];
  for (let pupil = 0; pupil < problem.lottery.length; pupil++) {
    const wishes = wishesOf(problem, pupil);
    const choices = wishes.flatMap(({ priority }, i) => (priority < VETOED ? [i] : []));
    partial = partial.flatMap((sofar) => [...choices, wishes.length].map((choice) => [...sofar, choice]));
  }
  return partial;
}

/** A test of stability: every occurrence would choose exactly its own among all who like it at least as well as what they have. */
export function stability(problem: Problem): (assignment: Assignment) => boolean {
  const lists = Array.from(problem.lottery, (_, pupil) => wishesOf(problem, pupil));
  const known = new Map<string, string>();
  const chosen = (occurrence: number, applicants: number[]): string => {
    const question = `${occurrence}:${applicants.join()}`;
    const answer = known.get(question) ?? choose(problem, occurrence, applicants).join();
    known.set(question, answer);
    return answer;
  };
  return (assignment) => {
    const positionAt = (pupil: number, occurrence: number): number => lists[pupil]!.findIndex((wish) => wish.occurrence === occurrence && wish.priority < VETOED);
    const holders = (occurrence: number): number[] => assignment.flatMap((choice, pupil) => (lists[pupil]![choice]?.occurrence === occurrence ? [pupil] : []));
    const fans = (occurrence: number): number[] =>
      assignment.flatMap((choice, pupil) => (positionAt(pupil, occurrence) !== -1 && positionAt(pupil, occurrence) <= choice ? [pupil] : []));
    return Array.from(problem.capacity.keys()).every((a) =>
      inCompany(problem, a) ? companyIsContent(problem, a, holders, fans(a)) : chosen(a, fans(a)) === holders(a).join(),
    );
  };
}

function inCompany({ companies }: Problem, a: number): boolean {
  return companies !== undefined && companies.ofOccurrence[a] !== -1;
}

/** No blocking pair in the sense of Abraham, Irving & Manlove (2007), and no seat too many. */
function companyIsContent(problem: Problem, a: number, holders: (occurrence: number) => number[], fans: number[]): boolean {
  const { capacity, ofOccurrence } = problem.companies!;
  const staff = [...ofOccurrence.keys()].filter((other) => ofOccurrence[other] === ofOccurrence[a]).flatMap((other) => holders(other));
  const most = capacity[ofOccurrence[a]!]!;
  const here = holders(a);
  if (here.length > problem.capacity[a]! || staff.length > most) return false;
  const isAhead = (pupil: number, others: number[]): boolean => others.some((other) => compareKeys(anyKey(problem, pupil, a), anyKey(problem, other, a)) < 0);
  return fans.every((pupil) => {
    if (here.includes(pupil)) return true;
    if (here.length === problem.capacity[a]) return !isAhead(pupil, here);
    return staff.length === most && !staff.includes(pupil) && !isAhead(pupil, staff);
  });
}

/** The key of a pupil at the company of an occurrence: the class is one for all its occurrences. */
function anyKey(problem: Problem, pupil: number, a: number): [number, number] {
  const { ofOccurrence } = problem.companies!;
  const { priority } = wishesOf(problem, pupil).find((wish) => ofOccurrence[wish.occurrence] === ofOccurrence[a] && wish.priority < VETOED)!;
  return [priority, drawn(problem, pupil, a)];
}

function keyAt(problem: Problem, pupil: number, a: number): [number, number] {
  return [wishesOf(problem, pupil).find(({ occurrence }) => occurrence === a)!.priority, drawn(problem, pupil, a)];
}

function drawn({ lottery, lotteries }: Problem, pupil: number, a: number): number {
  const index = lotteries?.ofOccurrence[a] ?? -1;
  return index === -1 ? lottery[pupil]! : lotteries!.ranks[index]![pupil]!;
}

function compareKeys([classOne, drawOne]: [number, number], [classTwo, drawTwo]: [number, number]): number {
  return classOne - classTwo || drawOne - drawTwo;
}

/** Whom an occurrence takes of these applicants, by its rule, word for word; in the order of pupils. */
export function choose(problem: Problem, a: number, applicants: readonly number[]): number[] {
  const byKey = [...applicants].sort((one, other) => compareKeys(keyAt(problem, one, a), keyAt(problem, other, a)));
  const { choices } = problem;
  const rule = choices?.rule[a] ?? Rule.PLAIN;
  const taken = rule === Rule.SLOTS ? bySlots(problem, a, byKey) : rule === Rule.MINIMUM_GUARANTEE ? byGuarantees(problem, a, byKey) : byCeilings(problem, a, byKey);
  return taken.sort((one, other) => one - other);
}

/** The reserves, slots or ceilings of an occurrence as pairs. */
export function rowsOf({ start, trait, seats }: { start: Int32Array; trait: Int32Array; seats: Int32Array }, a: number): { trait: number; seats: number }[] {
  return Array.from(trait.subarray(start[a], start[a + 1]), (t, i) => ({ trait: t, seats: seats[start[a]! + i]! }));
}

function hasTrait({ choices }: Problem, pupil: number, trait: number): boolean {
  return Math.floor(choices!.traits[pupil]! / 2 ** trait) % 2 === 1;
}

function byCeilings(problem: Problem, a: number, byKey: number[]): number[] {
  const ceilings = problem.choices ? rowsOf(problem.choices.ceilings, a) : [];
  const lowestFirst = ceilings.map((row, i) => ({ ...row, i })).sort((x, y) => x.seats - y.seats || x.i - y.i);
  const taken: number[] = [];
  const countsFor = (pupil: number): number => lowestFirst.findIndex(({ trait }) => hasTrait(problem, pupil, trait));
  for (const pupil of byKey) {
    const row = countsFor(pupil);
    const underCeiling = row === -1 || taken.filter((other) => countsFor(other) === row).length < lowestFirst[row]!.seats;
    if (underCeiling && taken.length < problem.capacity[a]!) taken.push(pupil);
  }
  return taken;
}

function bySlots(problem: Problem, a: number, byKey: number[]): number[] {
  const left = [...byKey];
  const taken: number[] = [];
  for (const { trait, seats } of rowsOf(problem.choices!.seats, a)) {
    for (let slot = 0; slot < seats && left.length > 0; slot++) {
      const holder = left.findIndex((pupil) => trait === -1 || hasTrait(problem, pupil, trait));
      taken.push(...left.splice(Math.max(holder, 0), 1));
    }
  }
  return taken;
}

/** Tries every subset of the right size: most reserved seats filled first, then the better key at the first difference. */
function byGuarantees(problem: Problem, a: number, byKey: number[]): number[] {
  const count = Math.min(problem.capacity[a]!, byKey.length);
  let best: number[] = [];
  let most = -1;
  // Subsets come in the order of keys, so of equals the first is the best.
  for (const subset of subsets(byKey, count)) {
    const filled = reservedSeatsFilled(problem, a, subset);
    if (filled > most) {
      most = filled;
      best = subset;
    }
  }
  return best;
}

function subsets(of: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return of.flatMap((first, i) => subsets(of.slice(i + 1), count - 1).map((rest) => [first, ...rest]));
}

/** The most reserved seats these pupils can fill, each at most one, by trying every way. */
export function reservedSeatsFilled(problem: Problem, a: number, pupils: readonly number[]): number {
  const [first, ...rest] = pupils;
  const rows = problem.choices ? rowsOf(problem.choices.seats, a) : [];
  const fill = (pupil: number | undefined, others: number[], left: number[]): number => {
    if (pupil === undefined) return 0;
    const [next, ...further] = others;
    const ways = rows.flatMap(({ trait }, i) => (left[i]! > 0 && hasTrait(problem, pupil, trait) ? [1 + fill(next, further, left.map((seats, at) => (at === i ? seats - 1 : seats)))] : []));
    return Math.max(fill(next, further, left), ...ways);
  };
  return fill(first, rest, rows.map(({ seats }) => seats));
}
