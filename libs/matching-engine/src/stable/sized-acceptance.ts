import { heapRooms, pupilsByLottery } from './deferred-acceptance.ts';
import type { Run } from './deferred-acceptance.ts';
import { popWorst, push } from './heap.ts';
import { VETOED, keyOf, lotteryOfKey, occurrenceCount, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/**
 * Deferred acceptance for units of different size (a class needs all its seats or none).
 *
 * With mixed sizes a stable outcome may not exist, and to find one is NP-hard (McDermid & Manlove 2010). This rule keeps
 * what can be kept, in two steps:
 * 1. Cutoffs: an occurrence keeps the longest run of best keys that fits; whoever comes at or behind the first key that
 *    does not fit is refused for good. The result is unique, whatever the order of proposals, and free of justified envy,
 *    but may leave fewer seats free than the refused unit needs.
 * 2. Skip if not fit: seats left over go, best key first and skipping units too large for them, to units that prefer them
 *    to what they have; seats they leave are offered again, until nothing moves. Nobody loses in this step.
 *
 * Promised: no unit fits into free seats it would prefer; and where a unit is passed over by a worse key, the one that
 * passed it is smaller. So units of size 1 never have justified envy, and equal sizes give a stable outcome.
 * Given up for mixed sizes: stability for the larger units, and strategy-proofness (step 2).
 *
 * @returns per pupil the edge of the wish received, or -1.
 */
export function sizedAcceptance(problem: Problem, run: Run): Int32Array {
  const held = new Int32Array(pupilCount(problem)).fill(-1);
  const free = run.seats.slice();
  acceptByCutoff(problem, run, held, free);
  fillLeftovers(problem, run, held, free);
  return held;
}

function acceptByCutoff(problem: Problem, run: Run, held: Int32Array, free: Int32Array): void {
  const { wishStart, wishOccurrence, lottery, size } = problem;
  const { seats, classes, participants } = run;
  const { base, room } = heapRooms(problem, { ...run, seats: new Int32Array(seats.length).fill(pupilCount(problem)) });
  const keys = new Int32Array(base[base.length - 1]!);
  const count = new Int32Array(room.length);
  const limit = new Int32Array(room.length).fill(keyOf(VETOED, 0));
  const pupilOf = pupilsByLottery(problem);
  const refused: number[] = [];
  for (const participant of participants) {
    refused.push(participant);
    for (let pupil = refused.pop(); pupil !== undefined; pupil = refused.pop()) {
      const end = wishStart[pupil + 1]!;
      let edge = held[pupil] === -1 ? wishStart[pupil]! : held[pupil]! + 1;
      held[pupil] = -1;
      for (; edge < end; edge++) {
        const a = wishOccurrence[edge]!;
        const key = keyOf(classes[edge]!, lottery[pupil]!);
        if (key >= limit[a]! || size[pupil]! > seats[a]!) continue;
        push(keys, base[a]!, count[a]!++, key);
        held[pupil] = edge;
        free[a]! -= size[pupil]!;
        while (free[a]! < 0) {
          const worst = popWorst(keys, base[a]!, count[a]!--);
          const loser = pupilOf[lotteryOfKey(worst)]!;
          limit[a] = worst;
          free[a]! += size[loser]!;
          refused.push(loser);
        }
        break;
      }
    }
  }
}

function fillLeftovers(problem: Problem, run: Run, held: Int32Array, free: Int32Array): void {
  const { wishOccurrence, size } = problem;
  const waiting = waitingByKey(problem, run, held);
  for (let moved = true; moved; ) {
    moved = false;
    waiting.forEach((queue, a) => {
      for (const { pupil, edge } of queue) {
        const current = held[pupil]!;
        if (size[pupil]! > free[a]! || (current !== -1 && current <= edge)) continue;
        if (current !== -1) free[wishOccurrence[current]!]! += size[pupil]!;
        held[pupil] = edge;
        free[a]! -= size[pupil]!;
        moved = true;
      }
    });
  }
}

/** Per occurrence those who would rather be there than where they are, best key first. */
function waitingByKey(problem: Problem, { classes, participants }: Run, held: Int32Array): { pupil: number; edge: number; key: number }[][] {
  const { wishStart, wishOccurrence, lottery } = problem;
  const waiting: { pupil: number; edge: number; key: number }[][] = Array.from({ length: occurrenceCount(problem) }, () => []);
  for (const pupil of participants) {
    const end = held[pupil] === -1 ? wishStart[pupil + 1]! : held[pupil]!;
    for (let edge = wishStart[pupil]!; edge < end; edge++) {
      if (classes[edge]! < VETOED) waiting[wishOccurrence[edge]!]!.push({ pupil, edge, key: keyOf(classes[edge]!, lottery[pupil]!) });
    }
  }
  for (const queue of waiting) queue.sort((x, y) => x.key - y.key);
  return waiting;
}
