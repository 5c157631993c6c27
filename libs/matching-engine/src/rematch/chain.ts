import { applicantsOf, awaitAgain, bestWaiting, dropBest } from './applicants.ts';
import { claimsOn } from './claims.ts';
import { give, placesOf, slotFor, take } from './places.ts';
import { byClaim, seatRule } from './seat-rule.ts';
import type { Claim } from './seat-rule.ts';
import { WORST_CLASS, allSingle, occurrenceCount } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

/** One pupil went from one occurrence to another; -1 = from the waiting list, or (`to`) back to it because a seat was lost. */
export interface Move {
  pupil: number;
  from: number;
  to: number;
}

export interface ChainOptions {
  /** Per pupil 1 = places held are kept (accepted, attended); absent = everybody moves who gains by it, all 1 = only the waiting list moves. */
  frozen?: Uint8Array;
  /** Per pupil 1 = not there: left, or comes later by `join`. */
  absent?: Uint8Array;
}

/** A published match that follows what happens after it. Every call returns the moves it caused, in their order. */
export interface Chain {
  /** Pupils leave, with all their places. */
  withdraw(...pupils: number[]): Move[];
  /** Late applicants take part from now on. */
  join(...pupils: number[]): Move[];
  /** An occurrence has more seats, or fewer. */
  changeSeats(occurrence: number, by: number): Move[];
  /** Brings a match in line with a problem whose seats are others than those it was made for. */
  settle(): Move[];
  /** Those who would rather be there and may, in the order their keys say. */
  waitingList(occurrence: number): number[];
  match(): Match;
}

/**
 * Rematch by vacancy chains (Blum, Roth & Rothblum 1997): a free seat goes to the best key among those who would rather
 * have it and may (eligible, no clash), as the occurrence's rule chooses beside its holders; the seat they leave is
 * filled next, until nobody wants what is free. Everybody else stays.
 *
 * - One place a pupil, size 1, a stable match: after withdrawals it is stable again under every rule, nobody is worse off,
 *   and only pupils move who would move in a new run as well; so it is after new seats, but at a full company, where a
 *   seat could only be used by putting somebody out. The order of withdrawals does not matter. The outcome need not be the
 *   best of all stable ones for pupils: that is a new run.
 * - Late applicants get what is free and wait by their key for the rest: nobody is put out for them, so they alone may
 *   envy a worse key until a seat comes free.
 * - A lost seat costs the place of the one whom the rule would not have chosen (of pupils not frozen, if there are any;
 *   never a pin), who may then take what is free and waits by key. Nobody else is worse off.
 * - Frozen pupils keep what they hold; they may gain a further place, never give one up. The outcome is stable but for
 *   what they would rather have.
 * - Several places: a pupil may gain a place or give up the one place in the way for a better wish; whoever keeps fewest
 *   others comes first (as in the rounds), then the best key. Ends where nobody could add or exchange a place.
 * - Units of several seats: best key first, skipping units too large for what is free; so larger units wait longer.
 * - Closed occurrences stay closed, and none is closed for falling below its minimum: that is the office's decision.
 *
 * The index is built once in O(E); a call costs O(log q + 2^traits) a move, and for several places, sizes or companies
 * O(applicants of the occurrence). Throws RangeError for a match of other pupils.
 */
export function chain(given: Problem, published: Match, { frozen, absent }: ChainOptions = {}): Chain {
  const problem = { ...given, capacity: given.capacity.slice() };
  const { wishStart, wishOccurrence, wishClass, capacity, size, companies } = problem;
  for (const { occurrence } of published.closings) capacity[occurrence] = 0;
  if (published.occurrence.length !== problem.lottery.length * published.stride) throw new RangeError('chain: the match is not of these pupils');
  const places = placesOf(problem, published, frozen);
  absent?.forEach((away, p) => (places.present[p] = 1 - away));
  const single = problem.placesPerPupil === 1 && allSingle(problem);
  const applicants = applicantsOf(problem, single ? (pupil, edge) => slotFor(problem, places, pupil, edge) !== -1 : () => true);
  const { groupStart } = applicants;
  const { claimOf, claimsIn, holdersOf, seatedAt } = claimsOn(problem, places, applicants);
  const heldByGroup = new Int32Array(applicants.waiting.length);
  const rule = seatRule(problem, applicants, heldByGroup);
  const free = capacity.slice();
  const companyFree = companies ? companies.capacity.slice() : new Int32Array();
  const companyOf = (a: number): number => (companies && a !== -1 ? companies.ofOccurrence[a]! : -1);
  const occurrencesOf: number[][] = Array.from(companyFree, () => []);
  companies?.ofOccurrence.forEach((company, a) => occurrencesOf[company]?.push(a));
  let moves: Move[] = [];
  const toFill: number[] = [];

  /** Books a place: `sign` 1 = taken, -1 = left. */
  const book = (pupil: number, a: number, sign: 1 | -1): void => {
    const seats = sign * size[pupil]!;
    free[a]! -= seats;
    if (companyOf(a) !== -1) companyFree[companyOf(a)]! -= seats;
    heldByGroup[applicants.groupOf(pupil, a)]! += sign;
  };
  for (let slot = 0; slot < places.occurrence.length; slot++) if (places.occurrence[slot] !== -1) book(Math.floor(slot / places.stride), places.occurrence[slot]!, 1);

  const fits = (a: number, { pupil, slot }: Claim): boolean => {
    const company = companyOf(a);
    return size[pupil]! <= free[a]! && (company === -1 || size[pupil]! <= companyFree[company]! || companyOf(places.occurrence[slot]!) === company);
  };
  const bestIn = (a: number, group: number): Claim | undefined => {
    if (!single || companyOf(a) !== -1) {
      return claimsIn(a, group, true).reduce<Claim | undefined>((best, claim) => (fits(a, claim) && (!best || byClaim(claim, best) < 0) ? claim : best), undefined);
    }
    while (applicants.waiting[group]! > 0) {
      const claim = claimOf(a, group, bestWaiting(applicants, group));
      if (claim) return claim;
      // Places only get better until one is lost, and then its pupil is put back: who wants the seat no longer never will.
      dropBest(applicants, group);
    }
    return undefined;
  };
  /** Looks at the keys of all groups before it asks for the pupil behind one, who is far away in memory. */
  const bestByGuarantee = (a: number, useless: number): Claim | undefined => {
    for (;;) {
      let best = -1;
      let bestKey = 0;
      let bestFills = false;
      for (let group = groupStart[a]!; group < groupStart[a + 1]!; group++) {
        if (applicants.waiting[group] === 0) continue;
        const key = bestWaiting(applicants, group);
        const fills = ((group - groupStart[a]!) & ~useless) !== 0;
        if (best === -1 || (fills && !bestFills) || (fills === bestFills && key < bestKey)) [best, bestKey, bestFills] = [group, key, fills];
      }
      const claim = best === -1 ? undefined : claimOf(a, best, bestKey);
      if (claim || best === -1) return claim;
      dropBest(applicants, best);
    }
  };
  const bestAt = (a: number): Claim | undefined => {
    if (free[a]! <= 0) return undefined;
    if (groupStart[a + 1]! - groupStart[a]! === 1) return bestIn(a, groupStart[a]!);
    const useless = single && companyOf(a) === -1 ? rule.useless(a) : undefined;
    if (useless !== undefined) return bestByGuarantee(a, useless);
    const claims: Claim[] = [];
    for (let group = groupStart[a]!; group < groupStart[a + 1]!; group++) {
      const claim = bestIn(a, group);
      if (claim) claims.push(claim);
    }
    return claims.length === 0 ? undefined : rule.choose(a, claims, () => seatedAt(a));
  };
  /** Best of all occurrences that share the seat; who has the best key at two of a company's takes the better wish. */
  const bestFor = (a: number): Claim | undefined => {
    if (companyOf(a) === -1) return bestAt(a);
    let best: Claim | undefined;
    for (const sibling of occurrencesOf[companyOf(a)]!) {
      const claim = bestAt(sibling);
      if (claim && (!best || (byClaim(claim, best) || claim.edge - best.edge) < 0)) best = claim;
    }
    return best;
  };

  const refill = (): void => {
    for (let a = toFill.pop(); a !== undefined; a = toFill.pop()) {
      for (let claim = bestFor(a); claim; claim = bestFor(a)) {
        const { pupil, edge, slot } = claim;
        const from = places.occurrence[slot]!;
        const to = wishOccurrence[edge]!;
        if (from !== -1) {
          book(pupil, from, -1);
          toFill.push(from);
        }
        give(problem, places, pupil, edge, slot);
        book(pupil, to, 1);
        moves.push({ pupil, from, to });
      }
    }
  };
  const leave = (pupil: number, slot: number): void => {
    const a = places.occurrence[slot]!;
    take(places, pupil, slot);
    book(pupil, a, -1);
    toFill.push(a);
  };
  const lookAround = (pupil: number): void => {
    for (let edge = wishStart[pupil]!; edge < wishStart[pupil + 1]!; edge++) {
      if (wishClass[edge]! > WORST_CLASS) continue;
      if (single) awaitAgain(applicants, problem, pupil, edge);
      toFill.push(wishOccurrence[edge]!);
    }
  };
  const release = (holders: Claim[], choose: (some: Claim[]) => Claim): void => {
    const loose = holders.filter(({ slot }) => places.kept[slot] === 0);
    if (holders.length === 0) throw new RangeError('chain: pins take more seats than there are');
    const { pupil, slot, edge } = choose(loose.length > 0 ? loose : holders);
    leave(pupil, slot);
    lookAround(pupil);
    moves.push({ pupil, from: wishOccurrence[edge]!, to: -1 });
  };
  const releaseExcess = (a: number): void => {
    while (free[a]! < 0) release(holdersOf(a), (some) => rule.release(a, some, capacity[a]!, () => seatedAt(a)));
    const company = companyOf(a);
    while (company !== -1 && companyFree[company]! < 0) release(occurrencesOf[company]!.flatMap(holdersOf), (some) => some.reduce((worst, claim) => (claim.key > worst.key ? claim : worst)));
  };
  const settled = (): Move[] => {
    refill();
    const made = moves;
    moves = [];
    if (frozen) for (const { pupil } of made) if (frozen[pupil]) places.kept.fill(1, pupil * places.stride, pupil * places.stride + places.count[pupil]!);
    return made;
  };

  return {
    withdraw(...pupils) {
      for (const pupil of pupils) {
        places.present[pupil] = 0;
        while (places.count[pupil]! > 0) leave(pupil, pupil * places.stride + places.count[pupil]! - 1);
      }
      return settled();
    },
    join(...pupils) {
      for (const pupil of pupils) {
        places.present[pupil] = 1;
        lookAround(pupil);
      }
      return settled();
    },
    changeSeats(a, by) {
      if (published.closings.some(({ occurrence }) => occurrence === a)) return [];
      if (capacity[a]! + by < 0) throw new RangeError('chain: an occurrence has no seats below 0');
      capacity[a]! += by;
      free[a]! += by;
      releaseExcess(a);
      toFill.push(a);
      return settled();
    },
    settle() {
      for (let a = 0; a < occurrenceCount(problem); a++) {
        releaseExcess(a);
        toFill.push(a);
      }
      return settled();
    },
    waitingList(a) {
      const claims: Claim[] = [];
      for (let group = groupStart[a]!; group < groupStart[a + 1]!; group++) claims.push(...claimsIn(a, group, false));
      return claims.sort(byClaim).map(({ pupil }) => pupil);
    },
    match() {
      const { stride, occurrence, edge, round } = places;
      return { stride, occurrence: occurrence.slice(), edge: edge.slice(), round: round.slice(), closings: [...published.closings] };
    },
  };
}

/** The waiting list of one occurrence: those who would rather be there and may, best key first. */
export function waitingList(problem: Problem, match: Match, occurrence: number): number[] {
  return chain(problem, match).waitingList(occurrence);
}
