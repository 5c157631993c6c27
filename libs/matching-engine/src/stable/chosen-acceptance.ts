import { heapRooms } from './deferred-acceptance.ts';
import type { Run } from './deferred-acceptance.ts';
import { seatingOf } from './seating.ts';
import { proposeAll } from './waiting.ts';
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
  const { wishStart, wishOccurrence } = problem;
  const { classes, participants } = run;
  const held = new Int32Array(pupilCount(problem)).fill(-1);
  const { rankOf, offer } = seatingOf(problem, { ...run, room: heapRooms(problem, run).room });

  const propose = (pupil: number): number => {
    const end = wishStart[pupil + 1]!;
    const refused = held[pupil]!;
    for (let edge = refused === -1 ? wishStart[pupil]! : refused + 1; edge < end; edge++) {
      const priority = classes[edge]!;
      if (priority >= VETOED) continue;
      const a = wishOccurrence[edge]!;
      const displaced = offer(pupil, a, keyOf(priority, rankOf(pupil, a)));
      if (displaced === pupil) continue;
      held[pupil] = edge;
      return displaced;
    }
    held[pupil] = -1;
    return -1;
  };
  proposeAll(held.length, participants, propose);
  return held;
}
