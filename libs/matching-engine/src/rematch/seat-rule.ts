import type { Applicants } from './applicants.ts';
import { Rule } from '../problem.ts';
import type { Problem, TraitRows } from '../problem.ts';

/** Somebody who waits for a seat, or holds one. `mask` is over the traits the occurrence speaks of. */
export interface Claim {
  pupil: number;
  edge: number;
  slot: number;
  key: number;
  mask: number;
  /** Places kept besides this one: whoever keeps fewest comes first. */
  keeps: number;
}

/** How an occurrence that looks at traits fills one free seat, and whom it lets go when it has one too few. */
export interface SeatRule {
  /** Under minimum guarantees: the traits of which one more holder fills no further reserved seat; otherwise undefined. */
  useless(a: number): number | undefined;
  /** The claim that gets the seat beside the holders as they are; undefined = the rule leaves it empty. */
  choose(a: number, claims: readonly Claim[], holders: () => Holders): Claim | undefined;
  /** Who of `some` goes, when the occurrence has only so many seats left. */
  release(a: number, some: readonly Claim[], seats: number, holders: () => Holders): Claim;
}

/** Who has a seat: by wish, and the masks of those pinned, best lottery number first. */
export interface Holders {
  wished: readonly Claim[];
  pinned: readonly number[];
}

/** A trait as a bit of the occurrence's masks, 0 = open, and its seats. */
interface Row {
  bit: number;
  seats: number;
}

/** The rules of all occurrences over the counts of holders by group, which the caller keeps up to date. */
export function seatRule({ choices, capacity }: Problem, { groupStart, traitsAt }: Applicants, heldByGroup: Int32Array): SeatRule {
  const heldAt = (a: number): Int32Array => heldByGroup.subarray(groupStart[a]!, groupStart[a + 1]!);
  const seatRows = rowsOf(choices?.seats, traitsAt);
  const ceilingRows = rowsOf(choices?.ceilings, traitsAt);
  return {
    useless: (a) => (choices!.rule[a] === Rule.MINIMUM_GUARANTEE ? tightTraits(seatRows(a), heldAt(a)).largest : undefined),
    choose(a, claims, holders) {
      const rule = choices!.rule[a];
      const ceilings = ceilingRows(a);
      const allowed = ceilings.length > 0 ? underCeilings(ceilings, heldAt(a), claims) : [...claims];
      const first = allowed.reduce<Claim | undefined>((best, claim) => (!best || byClaim(claim, best) < 0 ? claim : best), undefined);
      if (!first || rule === Rule.PLAIN) return first;
      const few = allowed.filter(({ keeps }) => keeps === first.keeps).sort(byClaim);
      if (rule === Rule.SLOTS) return bySlots(seatRows(a), capacity[a]!, few, holders());
      const { largest } = tightTraits(seatRows(a), heldAt(a));
      return few.find(({ mask }) => (mask & ~largest) !== 0) ?? first;
    },
    release(a, some, seats, holders) {
      const worstFirst = [...some].sort((x, y) => y.key - x.key);
      const rule = choices ? choices.rule[a] : Rule.PLAIN;
      if (rule === Rule.PLAIN) return worstFirst[0]!;
      if (rule === Rule.SLOTS) {
        const stay = throughSlots(seatRows(a), seats, holders());
        return worstFirst.find((claim) => !stay.has(claim.pupil)) ?? worstFirst[0]!;
      }
      const { smallest } = tightTraits(seatRows(a), heldAt(a));
      return worstFirst.find(({ mask }) => (mask & ~smallest) === 0) ?? worstFirst[0]!;
    },
  };
}

export function byClaim(x: Claim, y: Claim): number {
  return x.keeps - y.keeps || x.key - y.key;
}

function rowsOf(table: TraitRows | undefined, traitsAt: Applicants['traitsAt']): (a: number) => readonly Row[] {
  const known: (readonly Row[] | undefined)[] = [];
  return (a) => {
    if (!table) return [];
    const { start, trait, seats } = table;
    return (known[a] ??= Array.from({ length: start[a + 1]! - start[a]! }, (_, i) => {
      const row = start[a]! + i;
      return { bit: trait[row] === -1 ? 0 : 1 << traitsAt[a]!.indexOf(trait[row]!), seats: seats[row]! };
    }));
  };
}

/** Whoever holds traits with ceilings counts for the lowest of them alone, of equals the first. */
function underCeilings(ceilings: readonly Row[], held: Int32Array, claims: readonly Claim[]): Claim[] {
  const counted = (mask: number): Row | undefined =>
    ceilings.reduce<Row | undefined>((lowest, row) => ((mask & row.bit) !== 0 && (!lowest || row.seats < lowest.seats) ? row : lowest), undefined);
  const left = new Map(ceilings.map((row) => [row, row.seats]));
  held.forEach((count, mask) => {
    const row = counted(mask);
    if (row) left.set(row, left.get(row)! - count);
  });
  return claims.filter(({ mask }) => {
    const row = counted(mask);
    return !row || left.get(row)! > 0;
  });
}

/**
 * The number of reserved seats filled is the least of R(S) + number of holders with a trait outside S, over all sets S of
 * traits (Konig's theorem). One more holder fills one more seat only with a trait outside every S that attains it, so
 * outside the largest; one holder fewer costs none only with all traits inside the smallest.
 */
function tightTraits(reserves: readonly Row[], held: Int32Array): { largest: number; smallest: number } {
  const inside = held.slice();
  for (let bit = 1; bit < inside.length; bit <<= 1) for (let mask = 0; mask < inside.length; mask++) if (mask & bit) inside[mask]! += inside[mask ^ bit]!;
  const all = inside.length - 1;
  let fewest = Number.POSITIVE_INFINITY;
  let largest = 0;
  let smallest = 0;
  for (let set = 0; set <= all; set++) {
    let filled = inside[all]! - inside[set]!;
    for (const { bit, seats } of reserves) if (set & bit) filled += seats;
    if (filled < fewest) [fewest, largest, smallest] = [filled, set, set];
    else if (filled === fewest) [largest, smallest] = [largest | set, smallest & set];
  }
  return { largest, smallest };
}

/**
 * The claim that the sequence of slots takes in beside the holders; where it would put a holder out for a claim (one that
 * came late, with a better key), the best claim that puts nobody out.
 */
function bySlots(slots: readonly Row[], capacity: number, claims: readonly Claim[], { wished, pinned }: Holders): Claim | undefined {
  const taken = (some: readonly Claim[]): Set<number> => throughSlots(slots, capacity, { wished: [...wished, ...some], pinned });
  const keepsAll = (stay: Set<number>): boolean => wished.every(({ pupil }) => stay.has(pupil));
  const together = taken(claims);
  const chosen = keepsAll(together) ? claims.find(({ pupil }) => together.has(pupil)) : undefined;
  return (
    chosen ??
    claims.find((claim) => {
      const stay = taken([claim]);
      return stay.has(claim.pupil) && keepsAll(stay);
    })
  );
}

/**
 * Whom the slots take. Pins first, each into the first slot open or for a trait of theirs, else into the last one left;
 * then slot after slot the best key that holds its trait, else the best of all. Seats beyond the sequence are open,
 * missing ones fall off its end.
 */
function throughSlots(slots: readonly Row[], capacity: number, { wished, pinned }: Holders): Set<number> {
  const left = slots.flatMap(({ bit, seats }) => Array<number>(seats).fill(bit)).slice(0, capacity);
  while (left.length < capacity) left.push(0);
  for (const mask of pinned) {
    const at = left.findIndex((bit) => bit === 0 || (mask & bit) !== 0);
    left.splice(at === -1 ? left.length - 1 : at, 1);
  }
  const queue = [...wished].sort((x, y) => x.key - y.key);
  const taken = new Set<number>();
  for (const bit of left) {
    const at = bit === 0 ? 0 : Math.max(0, queue.findIndex(({ mask }) => (mask & bit) !== 0));
    const [claim] = queue.splice(at, 1);
    if (claim) taken.add(claim.pupil);
  }
  return taken;
}
