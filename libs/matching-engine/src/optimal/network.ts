import { VETOED, allSingle, pupilCount } from '../problem.ts';
import type { Choices, Problem, TraitRows } from '../problem.ts';

/**
 * The problem as a flow: every pupil sends one unit along one arc into a house, and each house passes what it gets up to
 * the next one, at most `capacity` of it, until it reaches the root. Houses are, in this order: the occurrences, the rows
 * of `choices.seats`, the rows of `choices.ceilings`, the companies. A row lies below its occurrence, an occurrence below
 * its company, the rest below the root, whose number is the number of houses.
 *
 * A holder of a trait has one arc into the row that reserves for it (which fills a guaranteed seat) and one into the
 * occurrence itself (which takes any seat), so that traits may overlap and nobody fills two reserved seats: the model is
 * exact. A slot for a trait is a reserved seat, an open slot just a seat. A pupil who counts for a ceiling enters through
 * its row alone.
 *
 * Pupils stand in the order of the lottery. So nothing that follows can depend on the order of the input rows.
 */
export interface Network {
  problem: Problem;
  layout: Layout;
  /** Per place in the lottery: the pupil. */
  pupil: Int32Array;
  /** Arcs of the i-th pupil: start[i] .. start[i + 1] - 1; the last one leads to the root and means "without a place". */
  start: Int32Array;
  /** Per arc: the house it enters. */
  head: Int32Array;
  /** Per arc: the wish, or -1 (without a place, or pinned outside the wishes). */
  wish: Int32Array;
  /** Per house: the next one up, and how much passes. */
  above: Int32Array;
  capacity: Int32Array;
}

/** Where the kinds of houses begin; the occurrences at 0. */
export interface Layout {
  firstRow: number;
  firstCeiling: number;
  firstCompany: number;
  root: number;
}

/** What is left out of a network. */
export interface Restriction {
  /** Per occurrence: 1 = closed. */
  closed: Uint8Array;
  /** Wishes with a lower score do not exist. */
  leastScore?: number;
}

/**
 * Refuses what is no flow of single units: pupils of several seats (NP-hard to place optimally already with two sizes) and
 * several places a pupil.
 */
export function checkIsFlow(problem: Problem): void {
  if (problem.placesPerPupil !== 1) throw new RangeError('optimum: one place a pupil');
  if (!allSingle(problem)) throw new RangeError('optimum: units of several seats are NP-hard to place optimally');
}

export function networkOf(problem: Problem, restriction: Restriction): Network {
  const layout = layoutOf(problem);
  const houses = housesOf(problem, layout, restriction);
  return { problem, layout, ...houses, ...arcsOf(problem, layout, restriction, houses.capacity) };
}

export function layoutOf({ capacity, choices, companies }: Problem): Layout {
  const firstCeiling = capacity.length + (choices?.seats.trait.length ?? 0);
  const firstCompany = firstCeiling + (choices?.ceilings.trait.length ?? 0);
  return { firstRow: capacity.length, firstCeiling, firstCompany, root: firstCompany + (companies?.capacity.length ?? 0) };
}

/** The houses through which a pupil may enter an occurrence: rows for his or her traits, then the occurrence or its ceiling. */
export function doorsOf(problem: Problem, pupil: number, a: number): Int32Array {
  const doors = new Int32Array(problem.choices ? problem.choices.seats.start[a + 1]! - problem.choices.seats.start[a]! + 1 : 1);
  return doors.subarray(0, writeDoors(problem, layoutOf(problem), pupil, a, doors, 0));
}

function writeDoors({ choices }: Problem, { firstRow, firstCeiling }: Layout, pupil: number, a: number, into: Int32Array, at: number): number {
  let last = a;
  if (choices) {
    const { start, trait } = choices.seats;
    for (let row = start[a]!; row < start[a + 1]!; row++) if (trait[row] !== -1 && (choices.traits[pupil]! >> trait[row]!) & 1) into[at++] = firstRow + row;
    const ceiling = ceilingFor(choices, pupil, a);
    if (ceiling !== -1) last = firstCeiling + ceiling;
  }
  into[at++] = last;
  return at;
}

function housesOf({ capacity: seats, choices, companies, pinPupil, pinOccurrence }: Problem, { firstRow, firstCeiling, firstCompany, root }: Layout, { closed }: Restriction) {
  const above = new Int32Array(root).fill(root);
  const capacity = new Int32Array(root);
  companies?.capacity.forEach((count, company) => (capacity[firstCompany + company] = count));
  const hangRows = (rows: TraitRows, a: number, first: number): void => {
    for (let row = rows.start[a]!; row < rows.start[a + 1]!; row++) {
      above[first + row] = a;
      capacity[first + row] = rows.seats[row]!;
    }
  };
  seats.forEach((count, a) => {
    const company = companies?.ofOccurrence[a] ?? -1;
    if (company !== -1) above[a] = firstCompany + company;
    capacity[a] = closed[a] || (company !== -1 && capacity[above[a]!] === 0) ? 0 : count;
    if (choices) {
      hangRows(choices.seats, a, firstRow);
      hangRows(choices.ceilings, a, firstCeiling);
    }
  });
  // The office's pins stand even beyond a ceiling; then nobody else gets through.
  const pins = new Int32Array(root);
  pinOccurrence.forEach((a, i) => {
    const row = choices ? ceilingFor(choices, pinPupil[i]!, a) : -1;
    if (row !== -1) capacity[firstCeiling + row] = Math.max(capacity[firstCeiling + row]!, ++pins[firstCeiling + row]!);
  });
  return { above, capacity };
}

/** The row of the one ceiling a pupil counts for at an occurrence: the lowest of his or her traits, of equals the first; -1 = none. */
function ceilingFor({ ceilings, traits }: Choices, pupil: number, a: number): number {
  let lowest = -1;
  for (let row = ceilings.start[a]!; row < ceilings.start[a + 1]!; row++) {
    if ((traits[pupil]! >> ceilings.trait[row]!) & 1 && (lowest === -1 || ceilings.seats[row]! < ceilings.seats[lowest]!)) lowest = row;
  }
  return lowest;
}

function arcsOf(problem: Problem, layout: Layout, { leastScore }: Restriction, capacity: Int32Array): Pick<Network, 'pupil' | 'start' | 'head' | 'wish'> {
  const { wishStart, wishOccurrence, wishClass, lottery, score } = problem;
  const pupils = pupilCount(problem);
  const pupil = new Int32Array(pupils);
  for (let p = 0; p < pupils; p++) pupil[lottery[p]!] = p;
  const pinned = new Int32Array(pupils).fill(-1);
  problem.pinPupil.forEach((p, i) => (pinned[p] = problem.pinOccurrence[i]!));
  const start = new Int32Array(pupils + 1);
  const most = mostArcs(problem);
  const head = new Int32Array(most);
  const wish = new Int32Array(most);
  let arc = 0;
  const enter = (p: number, a: number, edge: number): void => {
    if (capacity[a] === 0) return;
    const end = writeDoors(problem, layout, p, a, head, arc);
    for (let at = arc; at < end; at++) {
      if (capacity[head[at]!] === 0) continue;
      head[arc] = head[at]!;
      wish[arc++] = edge;
    }
  };
  for (let i = 0; i < pupils; i++) {
    const p = pupil[i]!;
    start[i] = arc;
    const pin = pinned[p]!;
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      const a = wishOccurrence[e]!;
      if (pin === -1 ? wishClass[e]! < VETOED && (leastScore === undefined || score![e]! >= leastScore) : a === pin) enter(p, a, e);
    }
    if (pin !== -1 && arc === start[i]) enter(p, pin, -1);
    head[arc] = layout.root;
    wish[arc++] = -1;
  }
  start[pupils] = arc;
  return { pupil, start, head: head.subarray(0, arc), wish: wish.subarray(0, arc) };
}

function mostArcs({ wishOccurrence, lottery, choices, pinOccurrence }: Problem): number {
  let arcs = wishOccurrence.length + lottery.length + pinOccurrence.length;
  if (!choices) return arcs;
  const rows = choices.seats.start;
  for (const list of [wishOccurrence, pinOccurrence]) for (let i = 0; i < list.length; i++) arcs += rows[list[i]! + 1]! - rows[list[i]!]!;
  return arcs;
}
