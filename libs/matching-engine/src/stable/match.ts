import { choosesByRule, chosenAcceptance } from './chosen-acceptance.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import { checkProblem } from '../check-problem.ts';
import { NOT_ELIGIBLE, allSingle, clashes, occurrenceCount, pupilCount } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';
import { sizedAcceptance } from './sized-acceptance.ts';

/**
 * The stable mechanism for a whole typed problem: pins, rounds, closing below the minimum.
 *
 * - Pins take their seats first; a pin keeps its occurrence open even below the minimum, for the office has decided.
 * - Rounds: in round k propose the pupils who hold k - 1 places, among the occurrences that fit what they hold; one
 *   unit-demand run of deferred acceptance; its places are final. So everybody is asked for a first place before anyone
 *   for a second, and pinned places count as places.
 * - Closing (lower quotas; Biro et al. 2010 show that a stable outcome need not exist): while an occurrence runs below
 *   its minimum, the one furthest below is closed (of equals the one with fewest seats taken, then the first row) and
 *   everything is placed anew. Closed ones stay closed.
 *
 * Cost: one check of the arrays, then O(E log q) per round and closing. Throws RangeError on a malformed problem.
 */
export function match(problem: Problem): Match {
  checkProblem(problem);
  return matchSound(problem);
}

/** `match` for a problem already known to be well formed, as the objects door makes it. */
export function matchSound(problem: Problem): Match {
  return closingBelowMinimum(problem, (closed) => placeAll(problem, closed));
}

/** Places anew, by whatever mechanism, until every occurrence that runs reaches its minimum; the rule is that of `match`. */
export function closingBelowMinimum<P extends Placed>(problem: Problem, place: (closed: Uint8Array) => P): P & Pick<Match, 'closings'> {
  const closed = new Uint8Array(occurrenceCount(problem));
  const closings: Match['closings'] = [];
  for (;;) {
    const placed = place(closed);
    const next = furthestBelowMinimum(problem, placed, closed);
    if (!next) return { ...placed, closings };
    closed[next.occurrence] = 1;
    closings.push(next);
  }
}

type Placed = Omit<Match, 'closings'>;

function placeAll(problem: Problem, closed: Uint8Array): Placed {
  const { wishOccurrence, wishClass, size, pinPupil, pinOccurrence } = problem;
  const pupils = pupilCount(problem);
  const stride = slotsNeeded(problem);
  const occurrence = new Int32Array(pupils * stride).fill(-1);
  const edge = new Int32Array(pupils * stride).fill(-1);
  const round = new Uint8Array(pupils * stride);
  const places = new Uint8Array(pupils);
  const seats = problem.capacity.map((capacity, a) => (closed[a] ? 0 : capacity));
  const furtherPlaces = stride > 1;
  const classes = furtherPlaces ? wishClass.slice() : wishClass;
  const assign = !allSingle(problem) ? sizedAcceptance : choosesByRule(problem) ? chosenAcceptance : deferredAcceptance;
  const earlier = { pupil: [...pinPupil], occurrence: [...pinOccurrence] };

  const place = (pupil: number, a: number, wish: number, inRound: number): void => {
    const slot = pupil * stride + places[pupil]!++;
    occurrence[slot] = a;
    edge[slot] = wish;
    round[slot] = inRound;
    seats[a]! -= size[pupil]!;
    if (furtherPlaces) barWhatClashes(problem, classes, pupil, a);
  };

  for (let i = 0; i < pinPupil.length; i++) {
    const pupil = pinPupil[i]!;
    place(pupil, pinOccurrence[i]!, wishFor(problem, pupil, pinOccurrence[i]!), 0);
  }
  for (let inRound = 1; inRound <= stride; inRound++) {
    const participants = pupilsHolding(places, inRound - 1);
    const received = assign(problem, { seats, classes, participants, earlier });
    for (const pupil of participants) {
      const wish = received[pupil]!;
      if (wish === -1) continue;
      place(pupil, wishOccurrence[wish]!, wish, inRound);
      if (inRound < stride) {
        earlier.pupil.push(pupil);
        earlier.occurrence.push(wishOccurrence[wish]!);
      }
    }
  }
  return { stride, occurrence, edge, round };
}

/** The most places any pupil can end up with: never more than allowed, nor than wishes and pins together. */
function slotsNeeded({ wishStart, lottery, pinPupil, placesPerPupil }: Problem): number {
  if (placesPerPupil === 1) return 1;
  const offered = new Int32Array(lottery.length);
  for (const pupil of pinPupil) offered[pupil]!++;
  let most = 1;
  for (let p = 0; p < offered.length; p++) most = Math.max(most, offered[p]! + wishStart[p + 1]! - wishStart[p]!);
  return Math.min(most, placesPerPupil);
}

function pupilsHolding(places: Uint8Array, count: number): Int32Array {
  const pupils = new Int32Array(places.length);
  let found = 0;
  for (let p = 0; p < places.length; p++) if (places[p] === count) pupils[found++] = p;
  return pupils.subarray(0, found);
}

function wishFor({ wishStart, wishOccurrence }: Problem, pupil: number, a: number): number {
  const at = wishOccurrence.subarray(wishStart[pupil]!, wishStart[pupil + 1]!).indexOf(a);
  return at === -1 ? -1 : wishStart[pupil]! + at;
}

function barWhatClashes(problem: Problem, classes: Uint8Array, pupil: number, a: number): void {
  const { wishStart, wishOccurrence } = problem;
  for (let e = wishStart[pupil]!; e < wishStart[pupil + 1]!; e++) {
    const other = wishOccurrence[e]!;
    if (other === a || clashes(problem, a, other)) classes[e] = NOT_ELIGIBLE;
  }
}

function furthestBelowMinimum(problem: Problem, placed: Placed, closed: Uint8Array): Match['closings'][number] | undefined {
  const { minimum, pinOccurrence } = problem;
  if (minimum.every((seats) => seats === 0)) return undefined;
  const taken = seatsTaken(problem, placed);
  const pinned = new Set(pinOccurrence);
  let furthest: Match['closings'][number] | undefined;
  let worst = 0;
  for (let a = 0; a < taken.length; a++) {
    const short = minimum[a]! - taken[a]!;
    if (short <= 0 || closed[a] || pinned.has(a)) continue;
    if (short > worst || (short === worst && taken[a]! < furthest!.taken)) {
      worst = short;
      furthest = { occurrence: a, taken: taken[a]! };
    }
  }
  return furthest;
}

/** Per occurrence the seats its placed pupils take. */
export function seatsTaken(problem: Problem, { stride, occurrence }: Pick<Match, 'stride' | 'occurrence'>): Int32Array {
  const taken = new Int32Array(occurrenceCount(problem));
  for (let slot = 0; slot < occurrence.length; slot++) {
    const a = occurrence[slot]!;
    if (a !== -1) taken[a]! += problem.size[stride === 1 ? slot : Math.floor(slot / stride)]!;
  }
  return taken;
}
