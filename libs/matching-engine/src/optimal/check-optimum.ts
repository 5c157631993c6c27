import type { Objective } from '../input/input.ts';
import type { Problem, TraitRows } from '../problem.ts';
import type { Placing } from './place.ts';

export type OptimumViolationCode = 'NOT_FEASIBLE' | 'HOUSE_NOT_TIGHT' | 'BETTER_EXISTS' | 'WRONG_SHAPE' | 'THRESHOLD';

export interface OptimumViolation {
  code: OptimumViolationCode;
  pupil?: number;
  /** Numbered as the prices of the certificate are. */
  house?: number;
}

interface Arc {
  placed: boolean;
  pinned: boolean;
  reserved: boolean;
  rank: number;
  score: number;
  wishes: number;
  lottery: number;
  house: number;
  /** The wish, or -1. */
  edge: number;
}
type Criterion = (arc: Arc) => number;

/**
 * Checks from the definition alone that a placing is an optimum: it shares no code with the solver. The proof is linear
 * duality with one price per house and criterion: when no pupil has an arc that is cheaper at these prices than the one
 * used, comparing criterion by criterion, and every house with seats left costs nothing more than the one above it, then
 * no feasible placing is better in the first criterion, none equal there better in the second, and so on.
 *
 * It covers the tie-break by lottery. It takes the closings as they are. O(arcs times criteria); empty = proven.
 */
export function checkOptimum(problem: Problem, objective: Objective, result: Placing & { closings: readonly { occurrence: number }[] }): OptimumViolation[] {
  const closed = new Set(result.closings.map(({ occurrence }) => occurrence));
  if (objective !== 'WORST_SCORE_FIRST') return checkPlacing(problem, result, criteriaOf(problem, objective), closed, -Infinity);
  const { leastScore, above } = result.certificate;
  if (leastScore === undefined) return [{ code: 'THRESHOLD' }];
  const violations = checkPlacing(problem, result, criteriaOf(problem, objective), closed, leastScore);
  const better = Math.min(...Array.from(problem.score ?? []).filter((score) => score > leastScore));
  if (better === Infinity) return violations;
  if (above?.leastScore !== better || !isWorse(totals(above), totals(result))) return [...violations, { code: 'THRESHOLD' }];
  return [...violations, ...checkPlacing(problem, above, sizeCriteria(problem), closed, better)];
}

function totals({ occurrence, certificate }: Placing): [placed: number, reserved: number] {
  return [occurrence.filter((a) => a !== -1).length, certificate.row.filter((row) => row !== -1).length];
}

function isWorse([placed, reserved]: [number, number], [thanPlaced, thanReserved]: [number, number]): boolean {
  return placed < thanPlaced || (placed === thanPlaced && reserved < thanReserved);
}

function sizeCriteria(problem: Problem): Criterion[] {
  const pins: Criterion[] = problem.pinPupil.length > 0 ? [({ pinned, placed }) => (pinned && !placed ? 1 : 0)] : [];
  return [...pins, ({ placed }) => (placed ? 0 : 1), ...guarantees(problem)];
}

function guarantees({ choices }: Problem): Criterion[] {
  return choices?.seats.trait.some((trait) => trait >= 0) ? [({ reserved }) => (reserved ? -1 : 0)] : [];
}

function criteriaOf(problem: Problem, objective: Objective): Criterion[] {
  const { wishStart, lottery } = problem;
  const longest = Array.from(lottery, (_, p) => wishStart[p + 1]! - wishStart[p]!).reduce((most, wishes) => Math.max(most, wishes), 0);
  const at = (rank: number, sign: number): Criterion => (arc) => (arc.placed && arc.rank === rank ? sign : 0);
  const profile = Array.from({ length: longest }, (_, rank) => at(rank, -1));
  const byLottery: Criterion = (arc) => (lottery.length - arc.lottery) * (arc.placed ? arc.rank : arc.wishes);
  const size = sizeCriteria(problem);
  switch (objective) {
    case 'RANK_SUM':
      return [...size, ({ placed, rank }) => (placed ? rank : 0), byLottery];
    case 'RANK_MAXIMAL':
      return [...size.slice(0, problem.pinPupil.length > 0 ? 1 : 0), ...guarantees(problem), ...profile, byLottery];
    case 'GREEDY':
      return [...size, ...profile, byLottery];
    case 'GENEROUS':
      return [...size, ...Array.from({ length: Math.max(0, longest - 1) }, (_, i) => at(longest - 1 - i, 1)), byLottery];
    default:
      return [...size, ({ placed, score }) => (placed ? -score : 0), byLottery];
  }
}

/** The houses of the certificate: what each holds at most, the one above it, and how pupils get in. */
interface Houses {
  root: number;
  rowsFrom: number;
  ceilingsFrom: number;
  above: Int32Array;
  most: Int32Array;
  /** The house through which a pupil gets a seat at an occurrence that is not reserved: the ceiling he or she counts for, or the occurrence. */
  gate(pupil: number, occurrence: number): number;
  /** Rows that reserve for a trait of the pupil. */
  rows(pupil: number, occurrence: number): number[];
  usable(house: number): boolean;
}

function housesOf({ capacity, choices, companies, pinPupil, pinOccurrence }: Problem, closed: ReadonlySet<number>): Houses {
  const rowsFrom = capacity.length;
  const ceilingsFrom = rowsFrom + (choices?.seats.trait.length ?? 0);
  const companiesFrom = ceilingsFrom + (choices?.ceilings.trait.length ?? 0);
  const root = companiesFrom + (companies?.capacity.length ?? 0);
  const above = new Int32Array(root).fill(root);
  const most = new Int32Array(root);
  capacity.forEach((seats, a) => {
    most[a] = closed.has(a) ? 0 : seats;
    if (companies && companies.ofOccurrence[a]! >= 0) above[a] = companiesFrom + companies.ofOccurrence[a]!;
    for (const [table, from] of choices ? ([[choices.seats, rowsFrom], [choices.ceilings, ceilingsFrom]] as const) : []) {
      for (let row = table.start[a]!; row < table.start[a + 1]!; row++) {
        above[from + row] = a;
        most[from + row] = closed.has(a) ? 0 : table.seats[row]!;
      }
    }
  });
  companies?.capacity.forEach((seats, company) => (most[companiesFrom + company] = seats));

  const held = (pupil: number, a: number, { start, trait }: TraitRows): number[] =>
    Array.from({ length: start[a + 1]! - start[a]! }, (_, i) => start[a]! + i).filter((row) => trait[row]! >= 0 && (choices!.traits[pupil]! & (1 << trait[row]!)) !== 0);
  const gate = (pupil: number, a: number): number => {
    const lowest = choices && held(pupil, a, choices.ceilings).toSorted((x, y) => choices.ceilings.seats[x]! - choices.ceilings.seats[y]! || x - y)[0];
    return lowest === undefined ? a : ceilingsFrom + lowest;
  };
  const rows = (pupil: number, a: number): number[] => (choices ? held(pupil, a, choices.seats).map((row) => rowsFrom + row) : []);
  const usable = (house: number): boolean => house === root || (most[house]! > 0 && usable(above[house]!));
  // Pins stand even beyond a ceiling.
  const pins = new Int32Array(root);
  pinPupil.forEach((pupil, i) => {
    const house = gate(pupil, pinOccurrence[i]!);
    if (house >= ceilingsFrom) most[house] = Math.max(most[house]!, ++pins[house]!);
  });
  return { root, rowsFrom, ceilingsFrom, above, most, gate, rows, usable };
}

/** Everything a pupil could do, "without a place" last. */
function arcsOf(problem: Problem, houses: Houses, p: number, pin: number | undefined, leastScore: number): Arc[] {
  const { wishStart, wishOccurrence, wishClass, lottery, score } = problem;
  const { root, rowsFrom, ceilingsFrom, gate, rows, usable } = houses;
  const arc = (edge: number, house: number): Arc => {
    const wish = pin === undefined ? edge : -1;
    return {
      edge,
      house,
      placed: house !== root,
      pinned: pin !== undefined,
      reserved: house >= rowsFrom && house < ceilingsFrom,
      rank: wish === -1 ? 0 : wish - wishStart[p]!,
      score: wish === -1 ? 0 : (score?.[wish] ?? 0),
      wishes: wishStart[p + 1]! - wishStart[p]!,
      lottery: lottery[p]!,
    };
  };
  const into = (edge: number, a: number): Arc[] => [...rows(p, a), gate(p, a)].filter(usable).map((house) => arc(edge, house));
  const wishes = Array.from({ length: wishStart[p + 1]! - wishStart[p]! }, (_, i) => wishStart[p]! + i);
  const allowed = wishes.filter((edge) => (pin === undefined ? wishClass[edge]! <= 253 && (score?.[edge] ?? 0) >= leastScore : wishOccurrence[edge] === pin));
  const arcs = allowed.flatMap((edge) => into(edge, wishOccurrence[edge]!));
  return [...arcs, ...(pin !== undefined && arcs.length === 0 ? into(-1, pin) : []), arc(-1, root)];
}

function checkPlacing(problem: Problem, { occurrence, edge, round, certificate }: Placing, criteria: Criterion[], closed: ReadonlySet<number>, leastScore: number): OptimumViolation[] {
  const violations: OptimumViolation[] = [];
  const houses = housesOf(problem, closed);
  const { root, rowsFrom, above, most, gate, usable } = houses;
  if (certificate.prices.length !== criteria.length || certificate.prices.some((prices) => prices.length !== root)) return [{ code: 'WRONG_SHAPE' }];
  const pinned = new Map(Array.from(problem.pinPupil, (p, i) => [p, problem.pinOccurrence[i]!]));
  const price = (c: number, house: number): number => (house === root ? 0 : certificate.prices[c]![house]!);
  const firstSign = (value: (criterion: number) => number): number => {
    for (let c = 0; c < criteria.length; c++) if (value(c) !== 0) return Math.sign(value(c));
    return 0;
  };

  const held = new Int32Array(root);
  for (let p = 0; p < problem.lottery.length; p++) {
    const pin = pinned.get(p);
    const arcs = arcsOf(problem, houses, p, pin, leastScore);
    const a = occurrence[p]!;
    const house = a === -1 ? root : certificate.row[p] === -1 ? gate(p, a) : rowsFrom + certificate.row[p]!;
    const used = arcs.find((arc) => arc.house === house && arc.edge === edge[p]);
    const rightRound = round[p] === (pin === undefined && a !== -1 ? 1 : 0);
    if (!used || !rightRound || (pin !== undefined && a !== pin)) {
      violations.push({ code: 'NOT_FEASIBLE', pupil: p });
      continue;
    }
    for (let at = house; at !== root; at = above[at]!) held[at]!++;
    const better = arcs.some((arc) => firstSign((c) => criteria[c]!(arc) + price(c, arc.house) - criteria[c]!(used) - price(c, house)) < 0);
    if (better) violations.push({ code: 'BETTER_EXISTS', pupil: p });
  }
  for (let house = 0; house < root; house++) {
    if (held[house]! > most[house]!) violations.push({ code: 'NOT_FEASIBLE', house });
    if (!usable(house)) continue;
    const further = firstSign((c) => price(c, above[house]!) - price(c, house));
    if ((held[house]! < most[house]! && further < 0) || (held[house]! > 0 && further > 0)) violations.push({ code: 'HOUSE_NOT_TIGHT', house });
  }
  return violations;
}
