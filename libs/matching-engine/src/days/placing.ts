import { chooserOf } from './packages.ts';
import type { Packages } from './packages.ts';
import type { Worth } from './seat-prices.ts';
import { clashes, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Per pupil the wishes fulfilled, and what all of them are worth. */
export interface Placing {
  held: readonly (readonly number[])[];
  worth: number;
}

const LEAST_SHARE = 0.02;
const NOT_WANTED = -1;

/**
 * Makes a whole outcome of a fractional one: wishes in falling order of their share as far as they fit; then everybody
 * without a place gets one if any chain of pupils can make room (one who has several gives one up, one who has a single one
 * takes another), where a first place is worth anything; then every pupil in turn takes the best package of what is free.
 */
export function placingOf(problem: Problem, packages: Packages, seats: Int32Array, worth: Worth, share: Float64Array): Placing {
  const { wishOccurrence } = problem;
  const { value, first } = worth;
  const free = seats.slice();
  const held: number[][] = Array.from({ length: pupilCount(problem) }, () => []);
  const add = (pupil: number, edge: number): void => {
    held[pupil]!.push(edge);
    free[wishOccurrence[edge]!]!--;
  };
  const drop = (pupil: number, edge: number): void => {
    held[pupil]!.splice(held[pupil]!.indexOf(edge), 1);
    free[wishOccurrence[edge]!]!++;
  };
  const chooser = chooserOf(problem, packages, (edge) => (free[wishOccurrence[edge]!]! > 0 ? value[edge]! : NOT_WANTED));
  const choose = (pupil: number): void => {
    for (const edge of [...held[pupil]!]) drop(pupil, edge);
    chooser.choose(pupil, 0);
    for (let i = 0; i < chooser.count; i++) add(pupil, chooser.chosen[i]!);
  };

  for (const { pupil, edge } of byShare(packages, share)) {
    const a = wishOccurrence[edge]!;
    const own = held[pupil]!;
    if (free[a]! > 0 && own.length < packages.places[pupil]! && own.every((other) => !clashes(problem, wishOccurrence[other]!, a))) add(pupil, edge);
  }
  held.forEach((_, pupil) => choose(pupil));
  if (first.some((bonus) => bonus > 0)) makeRoom(problem, packages, { held, free, add, drop }, first);
  held.forEach((_, pupil) => choose(pupil));
  return { held, worth: held.reduce((sum, edges, p) => edges.reduce((own, edge) => own + value[edge]!, sum + (edges.length > 0 ? first[p]! : 0)), 0) };
}

function byShare({ dayStart, wishAt, edges }: Packages, share: Float64Array): { pupil: number; edge: number }[] {
  const wanted: { pupil: number; edge: number }[] = [];
  for (let pupil = 0; pupil + 1 < dayStart.length; pupil++) {
    for (let i = wishAt[dayStart[pupil]!]!; i < wishAt[dayStart[pupil + 1]!]!; i++) if (share[edges[i]!]! > LEAST_SHARE) wanted.push({ pupil, edge: edges[i]! });
  }
  return wanted.sort((x, y) => share[y.edge]! - share[x.edge]! || x.edge - y.edge);
}

interface Books {
  held: readonly (readonly number[])[];
  free: Int32Array;
  add(pupil: number, edge: number): void;
  drop(pupil: number, edge: number): void;
}

/**
 * Augmenting paths from every pupil without a place; afterwards no outcome gives more pupils a first place (Berge 1957).
 * Whatever a search that failed has seen leads nowhere later either. O(wishes) for each path found and for all that fail.
 */
function makeRoom({ wishOccurrence }: Problem, packages: Packages, { held, free, add, drop }: Books, first: Int32Array): void {
  const { dayStart, wishAt, edges, places } = packages;
  const dead = new Uint8Array(free.length);
  held.forEach((own, unplaced) => {
    if (own.length > 0 || places[unplaced] === 0 || first[unplaced] === 0) return;
    const holders = holdersOf(wishOccurrence, held, free.length);
    const seen = new Set<number>();
    const cameBy = new Map<number, { pupil: number; edge: number }>();
    const queue: number[] = [];
    const ask = (pupil: number): void => {
      for (let i = wishAt[dayStart[pupil]!]!; i < wishAt[dayStart[pupil + 1]!]!; i++) {
        const a = wishOccurrence[edges[i]!]!;
        if (dead[a] || seen.has(a)) continue;
        seen.add(a);
        cameBy.set(a, { pupil, edge: edges[i]! });
        queue.push(a);
      }
    };
    const follow = (from: number): void => {
      for (let a = from; ; ) {
        const { pupil, edge } = cameBy.get(a)!;
        const left = held[pupil]![0];
        if (left !== undefined) drop(pupil, left);
        add(pupil, edge);
        if (left === undefined) return;
        a = wishOccurrence[left]!;
      }
    };
    ask(unplaced);
    for (let a = queue.shift(); a !== undefined; a = queue.shift()) {
      const rich = holders[a]!.find((pupil) => held[pupil]!.length > 1 || first[pupil] === 0);
      if (rich !== undefined && free[a]! <= 0) drop(rich, held[rich]!.find((edge) => wishOccurrence[edge] === a)!);
      if (free[a]! > 0) return follow(a);
      for (const pupil of holders[a]!) ask(pupil);
    }
    for (const a of seen) dead[a] = 1;
  });
}

function holdersOf(wishOccurrence: Int32Array, held: readonly (readonly number[])[], occurrences: number): number[][] {
  const holders: number[][] = Array.from({ length: occurrences }, () => []);
  held.forEach((edges, pupil) => {
    for (const edge of edges) holders[wishOccurrence[edge]!]!.push(pupil);
  });
  return holders;
}
