import fc from 'fast-check';
import { chain, waitingList } from './chain.ts';
import type { Move } from './chain.ts';
import { match } from '../stable/match.ts';
import type { Match, Problem } from '../problem.ts';
import { arbitraryInput, typed } from '../testing/arbitraries.ts';
import { arbitraryProblem, chosen, isStable, literalRun } from '../testing/chains.ts';
import { runs } from '../testing/runs.ts';
import { verifyMatch } from '../explain/verify-match.ts';

const KINDS = [
  { rule: 'plain', pupils: 7, traits: 0 },
  { rule: 'minimum-guarantee', pupils: 7, traits: 2 },
];
const rankIn = (edge: number): number => (edge === -1 ? Number.POSITIVE_INFINITY : edge);
const movedBetween = (before: Match, after: Match): number[] => Array.from(before.edge.keys()).filter((p) => before.edge[p] !== after.edge[p]);
const moversOf = (moves: readonly Move[]): number[] => moves.map(({ pupil }) => pupil);

describe.each(KINDS)('a vacancy chain under the rule $rule', ({ pupils, traits }) => {
  const problems = arbitraryProblem({ pupils, traits });
  const someone = fc.nat(pupils - 1);

  it('ends stable after a withdrawal, hurts nobody, and moves only those whom a new run would move', () => {
    fc.assert(
      fc.property(problems, someone, (problem, gone) => {
        const before = literalRun(problem);
        const following = chain(problem, before);
        const moves = following.withdraw(gone);
        const after = following.match();
        expect(isStable(problem, after, (p) => p !== gone)).toBe(true);
        for (let p = 0; p < pupils; p++) if (p !== gone) expect(rankIn(after.edge[p]!)).toBeLessThanOrEqual(rankIn(before.edge[p]!));
        expect(after.edge[gone]).toBe(-1);
        const movedByNewRun = movedBetween(before, literalRun(problem, (p) => p !== gone));
        expect(movedByNewRun).toEqual(expect.arrayContaining(moversOf(moves)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('ends stable after one more seat, hurts nobody, and moves only those whom a new run would move', () => {
    fc.assert(
      fc.property(problems, fc.nat(3), (problem, where) => {
        const before = literalRun(problem);
        const following = chain(problem, before);
        const moves = following.changeSeats(where, 1);
        const after = following.match();
        const larger = { ...problem, capacity: problem.capacity.with(where, problem.capacity[where]! + 1) };
        expect(isStable(larger, after, () => true)).toBe(true);
        for (let p = 0; p < pupils; p++) expect(rankIn(after.edge[p]!)).toBeLessThanOrEqual(rankIn(before.edge[p]!));
        expect(movedBetween(before, literalRun(larger))).toEqual(expect.arrayContaining(moversOf(moves)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('comes to one outcome in whatever order pupils withdraw, one by one or at once', () => {
    fc.assert(
      fc.property(problems, fc.uniqueArray(someone, { minLength: 2, maxLength: 4 }), (problem, gone) => {
        const before = literalRun(problem);
        const after = (groups: number[][]): Int32Array => {
          const following = chain(problem, before);
          for (const group of groups) following.withdraw(...group);
          return following.match().edge;
        };
        const together = after([gone]);
        expect(after(gone.map((p) => [p]))).toEqual(together);
        expect(after([...gone].reverse().map((p) => [p]))).toEqual(together);
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives a late applicant what is free and puts nobody out; of those who came in time nobody has a claim left', () => {
    fc.assert(
      fc.property(problems, fc.uniqueArray(someone, { maxLength: 3 }), someone, (problem, late, gone) => {
        const absent = Uint8Array.from({ length: pupils }, (_, p) => (late.includes(p) ? 1 : 0));
        const inTime = (p: number): boolean => absent[p] === 0;
        const before = literalRun(problem, inTime);
        const following = chain(problem, before, { absent });
        const moves = following.join(...late);
        expect(late).toEqual(expect.arrayContaining(moversOf(moves)));
        expect(isStable(problem, following.match(), inTime)).toBe(true);
        following.withdraw(gone);
        const after = following.match();
        expect(isStable(problem, after, (p) => inTime(p) && p !== gone)).toBe(true);
        for (let p = 0; p < pupils; p++) if (p !== gone) expect(rankIn(after.edge[p]!)).toBeLessThanOrEqual(rankIn(before.edge[p]!));
      }),
      { numRuns: runs(300) },
    );
  });

  it('takes a lost seat from the one whom the rule would not have chosen, and from nobody else', () => {
    fc.assert(
      fc.property(problems, fc.nat(3), (problem, where) => {
        fc.pre(problem.capacity[where]! > 0);
        const before = literalRun(problem);
        const following = chain(problem, before);
        const lost = following.changeSeats(where, -1).find(({ to }) => to === -1);
        const after = following.match();
        const full = before.occurrence.filter((a) => a === where).length === problem.capacity[where];
        expect(lost !== undefined).toBe(full);
        const smaller = { ...problem, capacity: problem.capacity.with(where, problem.capacity[where]! - 1) };
        if (lost) {
          const holders = Array.from(before.occurrence.keys()).filter((p) => before.occurrence[p] === where);
          expect(chosen(smaller, where, holders).sort()).toEqual(holders.filter((p) => p !== lost.pupil));
        }
        for (let p = 0; p < pupils; p++) if (p !== lost?.pupil) expect(rankIn(after.edge[p]!)).toBeLessThanOrEqual(rankIn(before.edge[p]!));
        expect(isStable(smaller, after, (p) => p !== lost?.pupil)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('never moves who is frozen, and leaves nobody else with a claim', () => {
    fc.assert(
      fc.property(problems, fc.uniqueArray(someone), someone, (problem, kept, gone) => {
        fc.pre(!kept.includes(gone));
        const before = literalRun(problem);
        const frozen = Uint8Array.from({ length: pupils }, (_, p) => (kept.includes(p) ? 1 : 0));
        const following = chain(problem, before, { frozen });
        following.withdraw(gone);
        const after = following.match();
        for (const p of kept) if (before.edge[p] !== -1) expect(after.edge[p]).toBe(before.edge[p]);
        expect(isStable(problem, after, (p) => p !== gone && !(kept.includes(p) && before.edge[p] !== -1))).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('lets only the waiting list move when everybody is frozen', () => {
    fc.assert(
      fc.property(problems, someone, (problem, gone) => {
        const before = literalRun(problem);
        const moves = chain(problem, before, { frozen: new Uint8Array(pupils).fill(1) }).withdraw(gone);
        expect(moves.length).toBeLessThanOrEqual(1);
        expect(moves.every(({ from }) => from === -1)).toBe(true);
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
