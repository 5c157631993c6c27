import fc from 'fast-check';
import { match } from './match.ts';
import { EVERY_KIND, arbitraryMarket, problemOf } from '../testing/markets.ts';
import { stableAssignments, wishesOf } from '../testing/oracle.ts';
import { runs } from '../testing/runs.ts';
import type { Problem } from '../problem.ts';

/** Per pupil the position of the wish received, or the length of the list. */
function received(problem: Problem): number[] {
  return Array.from(match(problem).edge, (edge, p) => (edge === -1 ? wishesOf(problem, p).length : edge - problem.wishStart[p]!));
}

describe('occurrences that choose by a rule of their own', () => {
  it.each(EVERY_KIND)('are given the best stable outcome for every pupil at once (%s and plain, several lotteries)', (kind) => {
    fc.assert(
      fc.property(arbitraryMarket({ pupils: 5, kinds: [kind, kind, 'PLAIN'], lotteries: true }), (market) => {
        const problem = problemOf(market);
        const ours = received(problem);
        const stable = stableAssignments(problem);
        expect(stable).toContainEqual(ours);
        for (const other of stable) other.forEach((choice, p) => expect(ours[p]).toBeLessThanOrEqual(choice));
      }),
      { numRuns: runs(150) },
    );
  });
});
