import type { Objective } from '../input/input.ts';
import type { Problem } from '../problem.ts';
import type { Placing } from './place.ts';

export type OptimumViolationCode = 'NOT_FEASIBLE' | 'HOUSE_NOT_TIGHT' | 'BETTER_EXISTS' | 'WRONG_SHAPE' | 'THRESHOLD';

export interface OptimumViolation {
  code: OptimumViolationCode;
  pupil?: number;
  occurrence?: number;
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

function checkPlacing(problem: Problem, { occurrence, edge, round, certificate }: Placing, criteria: Criterion[], closed: ReadonlySet<number>, leastScore: number): OptimumViolation[] {
  const { wishStart, wishOccurrence, wishClass, lottery, capacity, choices, companies, score } = problem;
  const violations: OptimumViolation[] = [];
  const ceilingsFrom = capacity.length + (choices?.seats.trait.length ?? 0);
  const companiesFrom = ceilingsFrom + (choices?.ceilings.trait.length ?? 0);
  const root = companiesFrom + (companies?.capacity.length ?? 0);
  if (certificate.prices.length !== criteria.length || certificate.prices.some((prices) => prices.length !== root)) return [{ code: 'WRONG_SHAPE' }];
  const pinned = new Map(Array.from(problem.pinPupil, (p, i) => [p, problem.pinOccurrence[i]!]));
  const holds = (p: number, trait: number): boolean => trait >= 0 && (choices!.traits[p]! & (1 << trait)) !== 0;
  const gate = (p: number, a: number): number => {
    if (!choices) return a;
    const { start, trait, seats } = choices.ceilings;
    const rows = Array.from({ length: start[a + 1]! - start[a]! }, (_, i) => start[a]! + i).filter((row) => holds(p, trait[row]!));
    const least = rows.toSorted((x, y) => seats[x]! - seats[y]! || x - y)[0];
    return least === undefined ? a : ceilingsFrom + least;
  };

  // Houses: what each holds at most and the one above it.
  const above = new Int32Array(root).fill(root);
  const most = new Int32Array(root);
  capacity.forEach((seats, a) => {
    most[a] = closed.has(a) ? 0 : seats;
    if (companies && companies.ofOccurrence[a]! >= 0) above[a] = companiesFrom + companies.ofOccurrence[a]!;
    for (const [rows, from] of choices ? ([[choices.seats, capacity.length], [choices.ceilings, ceilingsFrom]] as const) : []) {
      for (let row = rows.start[a]!; row < rows.start[a + 1]!; row++) {
        above[from + row] = a;
        most[from + row] = closed.has(a) ? 0 : rows.seats[row]!;
      }
    }
  });
  companies?.capacity.forEach((seats, company) => (most[companiesFrom + company] = seats));
  const pinsIn = new Int32Array(root);
  for (const [p, a] of pinned) if (gate(p, a) !== a) pinsIn[gate(p, a)]!++;
  for (let house = 0; house < root; house++) most[house] = Math.max(most[house]!, pinsIn[house]!);

  const usable = (house: number): boolean => house === root || (most[house]! > 0 && usable(above[house]!));
  const lexicographic = (value: (criterion: number) => number): number => {
    for (let c = 0; c < criteria.length; c++) {
      const sign = Math.sign(value(c));
      if (sign !== 0) return sign;
    }
    return 0;
  };
  const price = (c: number, house: number): number => (house === root ? 0 : certificate.prices[c]![house]!);

  const held = new Int32Array(root);
  for (let p = 0; p < lottery.length; p++) {
    const pin = pinned.get(p);
    const arcs: (Arc & { edge: number })[] = [];
    const add = (e: number, house: number): void => {
      const free = e !== -1 && pin === undefined;
      arcs.push({
        edge: e,
        house,
        placed: house !== root,
        pinned: pin !== undefined,
        reserved: house >= capacity.length && house < ceilingsFrom,
        rank: free ? e - wishStart[p]! : 0,
        score: free ? (score?.[e] ?? 0) : 0,
        wishes: wishStart[p + 1]! - wishStart[p]!,
        lottery: lottery[p]!,
      });
    };
    const enter = (e: number, a: number): void => {
      for (let row = choices?.seats.start[a] ?? 0; row < (choices?.seats.start[a + 1] ?? 0); row++) {
        if (holds(p, choices!.seats.trait[row]!) && usable(capacity.length + row)) add(e, capacity.length + row);
      }
      if (usable(gate(p, a))) add(e, gate(p, a));
    };
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      const allowed = pin === undefined ? wishClass[e]! <= 253 && (score?.[e] ?? 0) >= leastScore : wishOccurrence[e] === pin;
      if (allowed) enter(e, wishOccurrence[e]!);
    }
    if (pin !== undefined && arcs.length === 0) enter(-1, pin);
    add(-1, root);

    const house = occurrence[p] === -1 ? root : certificate.row[p] === -1 ? gate(p, occurrence[p]!) : capacity.length + certificate.row[p]!;
    const used = arcs.find((arc) => arc.house === house && arc.edge === edge[p]);
    const rightRound = round[p] === (pin === undefined && occurrence[p] !== -1 ? 1 : 0);
    if (!used || !rightRound || (pin !== undefined && occurrence[p] !== pin)) {
      violations.push({ code: 'NOT_FEASIBLE', pupil: p });
      continue;
    }
    for (let at = house; at !== root; at = above[at]!) held[at]!++;
    const better = arcs.some((arc) => lexicographic((c) => criteria[c]!(arc) + price(c, arc.house) - criteria[c]!(used) - price(c, house)) < 0);
    if (better) violations.push({ code: 'BETTER_EXISTS', pupil: p });
  }

  for (let house = 0; house < root; house++) {
    if (held[house]! > most[house]!) violations.push({ code: 'NOT_FEASIBLE', occurrence: house });
    if (!usable(house)) continue;
    const further = lexicographic((c) => price(c, above[house]!) - price(c, house));
    if ((held[house]! < most[house]! && further < 0) || (held[house]! > 0 && further > 0)) violations.push({ code: 'HOUSE_NOT_TIGHT', occurrence: house });
  }
  return violations;
}
