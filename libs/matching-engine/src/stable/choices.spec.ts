import fc from 'fast-check';
import { match } from './match.ts';
import { verifyMatch } from '../explain/verify-match.ts';
import { EVERY_KIND, arbitraryMarket, problemOf } from '../testing/markets.ts';
import { everyAssignment, stability, stableAssignments, wishesOf } from '../testing/oracle.ts';
import type { Assignment } from '../testing/oracle.ts';
import { runs } from '../testing/runs.ts';
import type { Match, Problem } from '../problem.ts';

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

describe('the verifier', () => {
  it.each(EVERY_KIND)('accepts exactly the stable outcomes (%s and plain)', (kind) => {
    fc.assert(
      fc.property(arbitraryMarket({ pupils: 4, kinds: [kind, kind, 'PLAIN'], lotteries: true }), (market) => {
        const problem = problemOf(market);
        const isStable = stability(problem);
        for (const assignment of everyAssignment(problem)) {
          expect([assignment, verifyMatch(problem, matchOf(problem, assignment)).violations.length === 0]).toEqual([assignment, isStable(assignment)]);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('finds nothing wrong with pins, several places, minimums and times, whatever the occurrences choose by', () => {
    fc.assert(
      fc.property(arbitraryMarket({ pupils: 7, kinds: EVERY_KIND, lotteries: true, pins: true, places: 3, minimums: true, times: true }), (market) => {
        const problem = problemOf(market);
        expect(verifyMatch(problem, match(problem)).violations).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});

function matchOf(problem: Problem, assignment: Assignment): Match {
  const edge = Int32Array.from(assignment, (choice, p) => (choice < wishesOf(problem, p).length ? problem.wishStart[p]! + choice : -1));
  return { stride: 1, edge, occurrence: edge.map((e) => (e === -1 ? -1 : problem.wishOccurrence[e]!)), round: Uint8Array.from(edge, (e) => (e === -1 ? 0 : 1)), closings: [] };
}
