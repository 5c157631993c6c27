import fc from 'fast-check';
import { optimalDays } from './optimal-days.ts';
import { solveDays } from './solve-days.ts';
import type { DaysRecord } from './solve-days.ts';
import { verifyMatch } from '../explain/verify-match.ts';
import { InvalidInputError } from '../input/input.ts';
import type { MatchingInput } from '../input/input.ts';
import { matchSound } from '../stable/match.ts';
import { WORST_CLASS, clashes } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';
import { arbitraryInput, typed } from '../testing/arbitraries.ts';
import { runs } from '../testing/runs.ts';

const days = arbitraryInput({ pupils: 5, times: true, vetoes: true, pins: true, places: 3 }).map(typed);
const valued = days.chain((problem) =>
  fc.array(fc.nat(9), { minLength: problem.wishOccurrence.length, maxLength: problem.wishOccurrence.length }).map((value) => ({ problem, value: Int32Array.from(value) })),
);
const MORE_THAN_ALL = 1000;

/** Every package of a pupil beside the pins. */
function packagesOf(problem: Problem, pupil: number): number[][] {
  const pinned = Array.from(problem.pinOccurrence).filter((_, i) => problem.pinPupil[i] === pupil);
  let found: number[][] = [[]];
  for (let edge = problem.wishStart[pupil]!; edge < problem.wishStart[pupil + 1]!; edge++) {
    const a = problem.wishOccurrence[edge]!;
    if (problem.wishClass[edge]! > WORST_CLASS) continue;
    const goesWith = (other: number): boolean => other !== a && clashes(problem, other, a) === undefined;
    found = found.flatMap((some) => {
      const places = [...pinned, ...some.map((wish) => problem.wishOccurrence[wish]!)];
      return places.length < problem.placesPerPupil && places.every(goesWith) ? [some, [...some, edge]] : [some];
    });
  }
  return found;
}

/** The best worth of all outcomes, by trying them. */
function bestWorth(problem: Problem, value: Int32Array, firstPlace: number): number {
  const seats = problem.capacity.slice();
  for (const a of problem.pinOccurrence) seats[a]!--;
  const pinned = new Set(problem.pinPupil);
  const best = (pupil: number): number => {
    if (pupil === problem.lottery.length) return 0;
    let most = Number.NEGATIVE_INFINITY;
    for (const some of packagesOf(problem, pupil)) {
      const taken = some.map((edge) => problem.wishOccurrence[edge]!);
      if (taken.some((a) => seats[a] === 0)) continue;
      for (const a of taken) seats[a]!--;
      const own = some.reduce((sum, edge) => sum + value[edge]!, some.length > 0 && !pinned.has(pupil) ? firstPlace : 0);
      most = Math.max(most, own + best(pupil + 1));
      for (const a of taken) seats[a]!++;
    }
    return most;
  };
  return best(0);
}

const broken = (problem: Problem, match: Match): string[] => {
  const codes = verifyMatch({ ...problem, minimum: new Int32Array(problem.capacity.length) }, match).violations.map(({ code }) => code);
  return codes.filter((code) => code !== 'ENVY' && code !== 'WASTE');
};

describe('several days by prices', () => {
  it('gives an outcome that is feasible, keeps pins and is worth what it says', () => {
    fc.assert(
      fc.property(valued, ({ problem, value }) => {
        const { match, worth } = optimalDays(problem, { value });
        expect(broken(problem, match)).toEqual([]);
        expect([...match.edge].reduce((sum, edge, slot) => sum + (match.round[slot]! > 0 ? value[edge]! : 0), 0)).toBe(worth);
      }),
      { numRuns: runs(200) },
    );
  });

  it('never states a bound that some outcome surpasses, nor a gap smaller than the true one', () => {
    fc.assert(
      fc.property(valued, fc.constantFrom(0, 3, MORE_THAN_ALL), ({ problem, value }, firstPlace) => {
        const best = bestWorth(problem, value, firstPlace);
        const { worth, bound, gap } = optimalDays(problem, { value, firstPlace });
        expect(worth).toBeLessThanOrEqual(best);
        expect(bound).toBeGreaterThanOrEqual(best);
        expect(worth).toBeGreaterThanOrEqual(Math.floor(best - gap * (bound + 1)));
      }),
      { numRuns: runs(200) },
    );
  });

  it('gives as many pupils a first day as any outcome, when that is worth anything', () => {
    fc.assert(
      fc.property(valued, fc.constantFrom(1, MORE_THAN_ALL), ({ problem, value }, firstPlace) => {
        const liked = value.map((worth) => worth + 1);
        const most = Math.floor(bestWorth(problem, liked, MORE_THAN_ALL) / MORE_THAN_ALL);
        const { match } = optimalDays(problem, { value: liked, firstPlace });
        const pinned = new Set(problem.pinPupil);
        const withPlace = [...problem.lottery.keys()].filter((p) => !pinned.has(p) && match.occurrence[p * match.stride] !== -1);
        expect(withPlace.length).toBe(most);
      }),
      { numRuns: runs(200) },
    );
  });

  it('comes to the same outcome each time', () => {
    fc.assert(
      fc.property(valued, ({ problem, value }) => expect(optimalDays(problem, { value })).toEqual(optimalDays(problem, { value }))),
      { numRuns: runs(50) },
    );
  });

  it('refuses what it does not know, and values that do not fit the wishes', () => {
    const problem = fc.sample(days, { numRuns: 1, seed: 1 })[0]!;
    expect(() => optimalDays({ ...problem, size: problem.size.map(() => 2) }, { value: new Int32Array(problem.wishOccurrence.length) })).toThrow(RangeError);
    expect(() => optimalDays(problem, { value: new Int32Array(problem.wishOccurrence.length + 1) })).toThrow(RangeError);
  });
});

describe('several days for people', () => {
  const week: MatchingInput = {
    seed: '1',
    occurrences: ['monday', 'tuesday'].map((id, i) => ({ id, capacity: 1, startsAt: `2026-03-0${i + 2}T08:00Z`, endsAt: `2026-03-0${i + 2}T14:00Z` })),
    pupils: [
      { id: 'ada', wishes: [{ occurrence: 'monday', score: 9 }, { occurrence: 'tuesday', score: 8 }] },
      { id: 'ben', wishes: [{ occurrence: 'tuesday', score: 1 }] },
    ],
    settings: { placesPerPupil: 2 },
  };
  const placesIn = ({ pupils }: DaysRecord): string[][] => pupils.map(({ places }) => places.map(({ occurrence }) => occurrence));

  it('weighs the scores, or gives everybody a first day before', () => {
    const best = solveDays(week, { value: 'SCORE', firstDayFirst: false });
    expect([placesIn(best), best.worth, best.bound, best.gap]).toEqual([[['monday', 'tuesday'], []], 17, 17, 0]);
    const shared = solveDays(week, { value: 'SCORE', firstDayFirst: true, gap: 0 });
    expect([placesIn(shared), shared.worth, shared.withFirstDay]).toEqual([[['monday'], ['tuesday']], 10, 2]);
    expect(shared.bound).toBeGreaterThanOrEqual(10);
  });

  it('refuses groups, which have no price', () => {
    const groups = { ...week, pupils: [{ ...week.pupils[0]!, size: 20 }] };
    expect(() => solveDays(groups, { value: 'RANK', firstDayFirst: true })).toThrow(InvalidInputError);
  });
});

describe('several days by rounds', () => {
  it('gives nobody a second day while somebody without one could have had the seat', () => {
    fc.assert(
      fc.property(days, (problem) => {
        const { stride, occurrence, round } = matchSound(problem);
        for (let p = 0; p < problem.lottery.length; p++) {
          if (occurrence[p * stride] !== -1) continue;
          for (let edge = problem.wishStart[p]!; edge < problem.wishStart[p + 1]!; edge++) {
            if (problem.wishClass[edge]! > WORST_CLASS || problem.minimum[problem.wishOccurrence[edge]!]! > 0) continue;
            const later = occurrence.findIndex((a, slot) => a === problem.wishOccurrence[edge] && round[slot]! > 1);
            expect(later).toBe(-1);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
