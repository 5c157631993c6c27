import { cellsOf } from './cells.ts';
import { NOBODY } from './choice.ts';
import { heapRooms } from './deferred-acceptance.ts';
import type { Run } from './deferred-acceptance.ts';
import { guaranteedAcceptance, lookupFor } from './guaranteed-acceptance.ts';
import { seatingOf } from './seating.ts';
import { putBack, takeNext, waitingOf } from './waiting.ts';
import { VETOED, keyOf, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Whether plain deferred acceptance is not enough: some occurrence has reserves, slots, ceilings, a company or a lottery of its own. */
export function choosesByRule({ choices, companies, lotteries }: Problem): boolean {
  return (
    choices?.rule.some((rule) => rule !== 0) === true ||
    (choices?.ceilings.trait.length ?? 0) > 0 ||
    companies?.ofOccurrence.some((company) => company !== -1) === true ||
    lotteries?.ofOccurrence.some((lottery) => lottery !== -1) === true
  );
}

/**
 * Pupil-proposing deferred acceptance where every occurrence chooses by its own rule: plain, minimum guarantees, slots,
 * ceilings, within a company. For pupils of size 1 only.
 *
 * Every rule here is path-independent (what it keeps of many is what it keeps of those kept of parts), so the outcome is
 * the best for every pupil among the stable ones, whatever the order of proposals; and keeps as many of more, so honest
 * lists are best (Hatfield & Milgrom 2005). A proposal that is refused costs a look at one limit.
 *
 * @returns per pupil the edge of the wish received, or -1 (also for everybody who takes no part).
 */
export function chosenAcceptance(problem: Problem, run: Run): Int32Array {
  const cells = cellsOf(problem);
  const lookup = lookupFor(problem, cells);
  if (lookup) return guaranteedAcceptance(problem, run, cells, lookup);
  const { wishStart, wishOccurrence } = problem;
  const { classes, participants } = run;
  const held = new Int32Array(pupilCount(problem)).fill(-1);
  const { rankOf, offer } = seatingOf(problem, { ...run, room: heapRooms(problem, run).room });

  const waiting = waitingOf(held.length, participants);
  for (let pupil = takeNext(waiting); pupil !== -1; pupil = takeNext(waiting)) {
    const end = wishStart[pupil + 1]!;
    let edge = held[pupil] === -1 ? wishStart[pupil]! : held[pupil]! + 1;
    for (; edge < end; edge++) {
      const priority = classes[edge]!;
      if (priority >= VETOED) continue;
      const a = wishOccurrence[edge]!;
      const displaced = offer(pupil, a, keyOf(priority, rankOf(pupil, a)));
      if (displaced === pupil) continue;
      if (displaced !== NOBODY) putBack(waiting, displaced);
      break;
    }
    held[pupil] = edge < end ? edge : -1;
  }
  return held;
}
