import fc from 'fast-check';
import { chain, waitingList } from './chain.ts';
import type { Move } from './chain.ts';
import { match } from '../stable/match.ts';
import { NOT_ELIGIBLE } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';
import { arbitraryInput, typed } from '../testing/arbitraries.ts';
import { arbitraryMarket, problemOf } from '../testing/markets.ts';
import { choose, stability } from '../testing/oracle.ts';
import { runs } from '../testing/runs.ts';
import { verifyMatch } from '../explain/verify-match.ts';

const PUPILS = 6;
const KINDS = (['PLAIN', 'GUARANTEE', 'SLOTS', 'CEILINGS', 'COMPANY'] as const).map((kind) => ({ kind }));
const WITHOUT_SLOTS = KINDS.filter(({ kind }) => kind !== 'SLOTS');
const everybody = Array.from({ length: PUPILS }, (_, p) => p);
const someone = fc.nat(PUPILS - 1);
const somewhere = fc.nat(3);
const problems = (kind: (typeof KINDS)[number]['kind']): fc.Arbitrary<Problem> => arbitraryMarket({ pupils: PUPILS, kinds: [kind, 'PLAIN'], lotteries: true }).map(problemOf);

const rankIn = (edge: number): number => (edge === -1 ? Number.POSITIVE_INFINITY : edge);
const movedBetween = (before: Match, after: Match): number[] => everybody.filter((p) => before.edge[p] !== after.edge[p]);
const moversOf = (moves: readonly Move[]): number[] => moves.map(({ pupil }) => pupil);

/** The problem in which some pupils ask for nothing but what they hold. */
function content(problem: Problem, { edge }: Match, pupils: readonly number[]): Problem {
  const wishClass = problem.wishClass.slice();
  for (const p of pupils) {
    for (let wish = problem.wishStart[p]!; wish < problem.wishStart[p + 1]!; wish++) if (wish !== edge[p]) wishClass[wish] = NOT_ELIGIBLE;
  }
  return { ...problem, wishClass };
}

const NOTHING: Match = { stride: 1, occurrence: new Int32Array(), edge: new Int32Array(PUPILS).fill(-1), round: new Uint8Array(), closings: [] };
const without = (problem: Problem, gone: readonly number[]): Problem => content(problem, NOTHING, gone);
const withSeats = (problem: Problem, a: number, by: number): Problem => ({ ...problem, capacity: problem.capacity.with(a, problem.capacity[a]! + by) });

/** By the definition, written without regard to how chains work. */
function isStable(problem: Problem, { edge }: Match): boolean {
  return stability(problem)(everybody.map((p) => (edge[p] === -1 ? problem.wishStart[p + 1]! : edge[p]!) - problem.wishStart[p]!));
}

function expectNobodyWorse(before: Match, after: Match, but: readonly (number | undefined)[] = []): void {
  for (const p of everybody) if (!but.includes(p)) expect(rankIn(after.edge[p]!)).toBeLessThanOrEqual(rankIn(before.edge[p]!));
}

describe.each(KINDS)('a vacancy chain among occurrences of the kind $kind', ({ kind }) => {
  it('ends stable after a withdrawal, hurts nobody, and moves only those whom a new run moves', () => {
    fc.assert(
      fc.property(problems(kind), someone, (problem, gone) => {
        const before = match(problem);
        const following = chain(problem, before);
        expect(following.settle()).toEqual([]);
        const moves = following.withdraw(gone);
        const after = following.match();
        expect(after.edge[gone]).toBe(-1);
        expect(isStable(without(problem, [gone]), after)).toBe(true);
        expectNobodyWorse(before, after, [gone]);
        expect(movedBetween(before, match(without(problem, [gone])))).toEqual(expect.arrayContaining(moversOf(moves)));
      }),
      { numRuns: runs(400) },
    );
  });

  it('comes to one outcome in whatever order pupils withdraw, one by one or at once', () => {
    fc.assert(
      fc.property(problems(kind), fc.uniqueArray(someone, { minLength: 2, maxLength: 4 }), (problem, gone) => {
        const before = match(problem);
        const after = (groups: number[][]): Int32Array => {
          const following = chain(problem, before);
          for (const group of groups) following.withdraw(...group);
          return following.match().edge;
        };
        const together = after([gone]);
        expect(after(gone.map((p) => [p]))).toEqual(together);
        expect(after([...gone].reverse().map((p) => [p]))).toEqual(together);
      }),
      { numRuns: runs(200) },
    );
  });

  it('gives late applicants what is free and puts nobody out', () => {
    fc.assert(
      fc.property(problems(kind), fc.uniqueArray(someone, { maxLength: 3 }), someone, (problem, late, gone) => {
        const absent = Uint8Array.from(everybody, (p) => (late.includes(p) ? 1 : 0));
        const before = match(without(problem, late));
        const following = chain(problem, before, { absent });
        expect(late).toEqual(expect.arrayContaining(moversOf(following.join(...late))));
        following.withdraw(gone);
        expectNobodyWorse(before, following.match(), [gone]);
        expect(following.settle()).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('never moves who is frozen, and leaves nobody else with a claim', () => {
    fc.assert(
      fc.property(problems(kind), fc.uniqueArray(someone), someone, (problem, frozen, gone) => {
        const before = match(problem);
        const kept = frozen.filter((p) => p !== gone && before.edge[p] !== -1);
        const following = chain(problem, before, { frozen: Uint8Array.from(everybody, (p) => (frozen.includes(p) ? 1 : 0)) });
        following.withdraw(gone);
        const after = following.match();
        for (const p of kept) expect(after.edge[p]).toBe(before.edge[p]);
        expect(isStable(content(without(problem, [gone]), after, kept), after)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('lets only the waiting list move when everybody is frozen', () => {
    fc.assert(
      fc.property(problems(kind), someone, (problem, gone) => {
        const moves = chain(problem, match(problem), { frozen: new Uint8Array(PUPILS).fill(1) }).withdraw(gone);
        expect(moves.length).toBeLessThanOrEqual(1);
        expect(moves.every(({ from }) => from === -1)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe.each(WITHOUT_SLOTS)('more seats or fewer at occurrences of the kind $kind', ({ kind }) => {
  it('end stable with one more, hurt nobody, and move only those whom a new run moves', () => {
    fc.assert(
      fc.property(problems(kind), somewhere, (problem, where) => {
        const before = match(problem);
        const following = chain(problem, before);
        const moves = following.changeSeats(where, 1);
        const after = following.match();
        expectNobodyWorse(before, after);
        // At a full company the seat could only be used by putting somebody out.
        if (kind === 'COMPANY') return;
        expect(isStable(withSeats(problem, where, 1), after)).toBe(true);
        expect(movedBetween(before, match(withSeats(problem, where, 1)))).toEqual(expect.arrayContaining(moversOf(moves)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('cost with one fewer the place of the one whom the rule does not choose, and of nobody else', () => {
    fc.assert(
      fc.property(problems(kind), somewhere, (problem, where) => {
        fc.pre(problem.capacity[where]! > 0);
        const before = match(problem);
        const following = chain(problem, before);
        const lost = following.changeSeats(where, -1).find(({ to }) => to === -1)?.pupil;
        const holders = everybody.filter((p) => before.occurrence[p] === where);
        expect(lost !== undefined).toBe(holders.length === problem.capacity[where]);
        const smaller = withSeats(problem, where, -1);
        if (lost !== undefined) expect(choose(smaller, where, holders)).toEqual(holders.filter((p) => p !== lost));
        expectNobodyWorse(before, following.match(), [lost]);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a match that follows what happens after it', () => {
  const everything = arbitraryInput({ pupils: 7, groups: true, minimums: true, times: true, vetoes: true, pins: true, places: 3 });

  it('has nothing to do as long as nothing happens: pins, clashes, groups, closings, several places', () => {
    fc.assert(
      fc.property(everything, (input) => {
        const problem = typed(input);
        const published = match(problem);
        const following = chain(problem, published);
        expect(following.settle()).toEqual([]);
        expect(verifyMatch(problem, following.match()).violations).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('stays feasible, keeps pins and takes nothing away from those who stay, for several places and for groups', () => {
    fc.assert(
      fc.property(everything, fc.nat(6), (input, gone) => {
        const problem = typed(input);
        fc.pre(!problem.pinPupil.includes(gone));
        const published = match(problem);
        const following = chain(problem, published);
        following.withdraw(gone);
        const after = following.match();
        const broken = verifyMatch(problem, after).violations.filter(({ code, pupil }) => !['ENVY', 'WASTE', 'BELOW_MINIMUM'].includes(code) && pupil !== gone);
        expect(broken).toEqual([]);
        const held = (of: Match, p: number): number[] => [...of.edge.subarray(p * of.stride, (p + 1) * of.stride)].filter((edge) => edge !== -1).sort((x, y) => x - y);
        for (let p = 0; p < problem.lottery.length; p++) {
          if (p === gone) continue;
          const now = held(after, p);
          held(published, p).forEach((edge, i) => expect(now[i]).toBeLessThanOrEqual(edge));
        }
        expect(following.settle()).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives a further day to whoever has fewest, before the better key', () => {
    // Two days; p0 holds the Monday, p1 nothing; a seat on Tuesday comes free, p0 has the better key.
    const problem: Problem = {
      ...severalDays([[0, 1], [1]], [1, 0]),
      lottery: Int32Array.of(0, 1),
    };
    const following = chain(problem, match(problem));
    expect(following.changeSeats(1, 1)).toEqual([{ pupil: 1, from: -1, to: 1 }]);
    expect(following.changeSeats(1, 1)).toEqual([{ pupil: 0, from: -1, to: 1 }]);
  });

  it('lists who waits in the order of the keys', () => {
    const problem = { ...severalDays([[0], [0], [0, 1]], [1, 1]), placesPerPupil: 1, lottery: Int32Array.of(2, 0, 1) };
    expect(waitingList(problem, match(problem), 0)).toEqual([2, 0]);
  });
});

function severalDays(wishes: number[][], capacity: number[]): Problem {
  const column = (value: number): Int32Array => new Int32Array(capacity.length).fill(value);
  return {
    wishStart: Int32Array.from([0, ...wishes.map((_, p) => wishes.slice(0, p + 1).flat().length)]),
    wishOccurrence: Int32Array.from(wishes.flat()),
    wishClass: new Uint8Array(wishes.flat().length),
    size: new Int32Array(wishes.length).fill(1),
    lottery: Int32Array.from(wishes.keys()),
    capacity: Int32Array.from(capacity),
    minimum: column(0),
    startsAt: Int32Array.from(capacity, (_, day) => day * 1440),
    endsAt: Int32Array.from(capacity, (_, day) => day * 1440 + 480),
    activity: column(-1),
    pinPupil: new Int32Array(),
    pinOccurrence: new Int32Array(),
    placesPerPupil: 2,
  };
}
