import type { Earlier } from './choice.ts';
import { heapify, siftDown } from './heap.ts';
import { putBack, takeNext, waitingOf } from './waiting.ts';
import { VETOED, keyOf, lotteryOfKey, occurrenceCount, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** One run among some of the pupils: the seats still free, the classes as they stand now, and who proposes. */
export interface Run {
  seats: Int32Array;
  classes: Uint8Array;
  participants: Int32Array;
  /** Those who hold seats already and keep them. */
  earlier: Earlier;
}

const ALL_REJECTED = -(2 ** 31);
/**
 * Pupil-proposing deferred acceptance (Gale & Shapley 1962) with the `plain` choice: an occurrence keeps the best keys
 * that ask. For pupils of size 1 only.
 *
 * An occurrence holds its keys in a heap with the worst on top, built only when it fills; from then on one comparison
 * with that worst key (the reject limit) settles a proposal. Worst case O(E log q).
 *
 * @returns per pupil the edge of the wish received, or -1 (also for everybody who takes no part).
 */
export function deferredAcceptance(problem: Problem, run: Run): Int32Array {
  const { wishStart, wishOccurrence, lottery } = problem;
  const { seats, classes, participants } = run;
  const held = new Int32Array(pupilCount(problem)).fill(-1);
  const { base, room } = heapRooms(problem, run);
  const keys = new Int32Array(base[base.length - 1]!);
  const count = new Int32Array(room.length);
  const limit = new Int32Array(room.length);
  for (let a = 0; a < room.length; a++) limit[a] = seats[a]! > 0 ? keyOf(VETOED, 0) : ALL_REJECTED;
  const pupilOf = pupilsByLottery(problem);

  const waiting = waitingOf(held.length, participants);
  for (let pupil = takeNext(waiting); pupil !== -1; pupil = takeNext(waiting)) {
    const rank = lottery[pupil]!;
    const end = wishStart[pupil + 1]!;
    let edge = held[pupil] === -1 ? wishStart[pupil]! : held[pupil]! + 1;
    for (; edge < end; edge++) {
      const a = wishOccurrence[edge]!;
      const key = keyOf(classes[edge]!, rank);
      if (key >= limit[a]!) continue;
      const from = base[a]!;
      const holders = count[a]!;
      if (holders === room[a]) {
        putBack(waiting, pupilOf[lotteryOfKey(keys[from]!)]!);
        keys[from] = key;
        siftDown(keys, from, holders, 0);
        limit[a] = keys[from]!;
      } else {
        keys[from + holders] = key;
        count[a] = holders + 1;
        if (holders + 1 === seats[a]) {
          heapify(keys, from, holders + 1);
          limit[a] = keys[from]!;
        }
      }
      break;
    }
    held[pupil] = edge < end ? edge : -1;
  }
  return held;
}

/** Per lottery rank the pupil who drew it. */
export function pupilsByLottery({ lottery }: Pick<Problem, 'lottery'>): Int32Array {
  const pupilOf = new Int32Array(lottery.length);
  for (let p = 0; p < pupilOf.length; p++) pupilOf[lottery[p]!] = p;
  return pupilOf;
}

/**
 * Where each occurrence's heap lies: room for its seats; but where there are more seats than wishes in all, no more than
 * it has participants who wish it, so that a capacity of millions costs nothing.
 */
export function heapRooms(problem: Problem, { seats, participants }: Pick<Run, 'seats' | 'participants'>): { base: Int32Array; room: Int32Array } {
  const occurrences = occurrenceCount(problem);
  const plenty = seats.reduce((sum, count) => sum + count, 0) > problem.wishOccurrence.length;
  const room = plenty ? applicants(problem, participants) : seats;
  const base = new Int32Array(occurrences + 1);
  for (let a = 0; a < occurrences; a++) {
    if (seats[a]! < room[a]!) room[a] = seats[a]!;
    base[a + 1] = base[a]! + room[a]!;
  }
  return { base, room };
}

function applicants({ wishStart, wishOccurrence, capacity }: Problem, participants: Int32Array): Int32Array {
  const count = new Int32Array(capacity.length);
  for (let i = 0; i < participants.length; i++) {
    const pupil = participants[i]!;
    for (let edge = wishStart[pupil]!; edge < wishStart[pupil + 1]!; edge++) count[wishOccurrence[edge]!]!++;
  }
  return count;
}
