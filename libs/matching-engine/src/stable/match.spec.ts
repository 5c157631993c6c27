import fc from 'fast-check';
import { match } from './match.ts';
import type { Problem } from '../problem.ts';
import { sizedAcceptance } from './sized-acceptance.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import type { Run } from './deferred-acceptance.ts';
import { solve } from '../solve.ts';
import { arbitraryInput, typed } from '../testing/arbitraries.ts';
import { stableAssignments, wishesOf } from '../testing/oracle.ts';
import { runs } from '../testing/runs.ts';
import { problemOf } from '../testing/typed-problems.ts';
import { verifyMatch } from '../explain/verify-match.ts';
import type { MatchingInput } from '../input/input.ts';

const rankOf = (input: MatchingInput, pupil: string): number => {
  const places = solve(input).pupils.find(({ id }) => id === pupil)?.places ?? [];
  return places[0]?.rank ?? Number.POSITIVE_INFINITY;
};

const everyone = (problem: Problem): Run => ({
  seats: problem.capacity,
  classes: problem.wishClass,
  participants: Int32Array.from(problem.lottery.keys()),
  earlier: { pupil: [], occurrence: [] },
});

describe('one place for each pupil', () => {
  it('is the best stable outcome for every pupil at once', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 5, vetoes: true }), (input) => {
        const problem = typed(input);
        const { edge } = match(problem);
        const ours = Array.from(edge, (e, p) => (e === -1 ? wishesOf(problem, p).length : e - problem.wishStart[p]!));
        const stable = stableAssignments(problem);
        expect(stable).toContainEqual(ours);
        for (const other of stable) other.forEach((choice, p) => expect(ours[p]).toBeLessThanOrEqual(choice));
      }),
      { numRuns: runs(400) },
    );
  });

  it('places the same pupils in every stable outcome', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 5 }), (input) => {
        const problem = typed(input);
        const { edge } = match(problem);
        for (const other of stableAssignments(problem)) {
          expect(other.map((choice, p) => choice < wishesOf(problem, p).length)).toEqual(Array.from(edge, (e) => e !== -1));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('gives no pupil a better place for a list in another order or cut short', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 6 }), fc.integer({ min: 0, max: 5 }), fc.nat(), fc.integer({ min: 0, max: 4 }), (input, who, shuffle, cut) => {
        const liar = `p${who}`;
        const honest = rankOf(input, liar);
        const truth = input.pupils[who]!.wishes;
        const lie = [...truth].sort((x, y) => ((x.occurrence.charCodeAt(1) * (shuffle + 7)) % 11) - ((y.occurrence.charCodeAt(1) * (shuffle + 7)) % 11)).slice(0, cut);
        const told = { ...input, pupils: input.pupils.map((pupil) => (pupil.id === liar ? { ...pupil, wishes: lie } : pupil)) };
        const received = solve(told).pupils[who]!.places[0]?.occurrence;
        const trueRank = received === undefined ? Number.POSITIVE_INFINITY : truth.findIndex(({ occurrence }) => occurrence === received) + 1;
        expect(trueRank).toBeGreaterThanOrEqual(honest);
      }),
      { numRuns: runs(500) },
    );
  });

  it('never gives a worse place for a better priority class', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 6 }), fc.integer({ min: 0, max: 5 }), (input, who) => {
        const promoted = input.pupils.map((pupil, i) => (i === who ? { ...pupil, wishes: pupil.wishes.map((wish, at) => (at === 0 ? { ...wish, priority: 0 } : wish)) } : pupil));
        expect(rankOf({ ...input, pupils: promoted }, `p${who}`)).toBeLessThanOrEqual(rankOf(input, `p${who}`));
      }),
      { numRuns: runs(300) },
    );
  });

  it('hurts nobody when there are more seats, and nobody else when a pupil withdraws', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 6 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }), (input, where, who) => {
        const larger = { ...input, occurrences: input.occurrences.map((row, i) => (i === where ? { ...row, capacity: row.capacity + 1 } : row)) };
        const without = { ...input, pupils: input.pupils.filter((_, i) => i !== who) };
        for (const { id } of without.pupils) {
          expect(rankOf(larger, id)).toBeLessThanOrEqual(rankOf(input, id));
          expect(rankOf(without, id)).toBeLessThanOrEqual(rankOf(input, id));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('does not depend on the order of proposals', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 7 }), (input) => {
        const problem = typed(input);
        const run = everyone(problem);
        expect(deferredAcceptance(problem, { ...run, participants: run.participants.slice().reverse() })).toEqual(deferredAcceptance(problem, run));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('groups booked by head count', () => {
  it('come to the same outcome as single pupils when every group has size one', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 7 }), (input) => {
        const problem = typed(input);
        expect(sizedAcceptance(problem, everyone(problem))).toEqual(deferredAcceptance(problem, everyone(problem)));
      }),
      { numRuns: runs(400) },
    );
  });

  it('do not depend on the order of proposals', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 7, groups: true }), (input) => {
        const problem = typed(input);
        const run = everyone(problem);
        expect(sizedAcceptance(problem, { ...run, participants: run.participants.slice().reverse() })).toEqual(sizedAcceptance(problem, run));
      }),
      { numRuns: runs(300) },
    );
  });

  it('lets a smaller group have the seats that a class ahead of it cannot use', () => {
    const occurrences = [{ id: 'lab', capacity: 30 }];
    const wishes = (priority: number) => [{ occurrence: 'lab', priority }];
    const outcome = solve({
      seed: '1',
      occurrences,
      pupils: [{ id: '7a', size: 20, wishes: wishes(0) }, { id: '7b', size: 25, wishes: wishes(1) }, { id: 'club', size: 8, wishes: wishes(2) }],
    });
    expect(outcome.pupils.map(({ id, places }) => [id, places.length])).toEqual([['7a', 1], ['7b', 0], ['club', 1]]);
    expect(outcome.occurrences[0]).toMatchObject({ placed: 2, seatsTaken: 28, seatsFree: 2 });
  });

  it('never drives everybody out for a class that is larger than the room', () => {
    const outcome = solve({
      seed: '1',
      occurrences: [{ id: 'lab', capacity: 10 }],
      pupils: [{ id: '7a', size: 28, wishes: [{ occurrence: 'lab' }] }, { id: 'club', size: 8, wishes: [{ occurrence: 'lab', priority: 3 }] }],
    });
    expect(outcome.occurrences[0]).toMatchObject({ placed: 1, seatsTaken: 8 });
  });
});

describe('every kind of problem together', () => {
  it('keeps every promise the verifier knows: pins, vetoes, clashes, minimums, groups, several places', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 7, groups: true, minimums: true, times: true, vetoes: true, pins: true, places: 3 }), (input) => {
        const problem = typed(input);
        expect(verifyMatch(problem, match(problem)).violations).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('keeps them for single pupils, where stability is complete', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 8, minimums: true, times: true, vetoes: true, pins: true, places: 3 }), (input) => {
        const problem = typed(input);
        expect(verifyMatch(problem, match(problem)).violations).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('refuses a typed problem whose columns do not fit together', () => {
    const problem = problemOf({ wishes: [[0]], seats: [1] });
    expect(() => match({ ...problem, lottery: Int32Array.from([1]) })).toThrow(/permutation/);
    expect(() => match({ ...problem, wishOccurrence: Int32Array.from([4]) })).toThrow(/unknown occurrence/);
    expect(() => match({ ...problem, placesPerPupil: 0 })).toThrow(/placesPerPupil/);
    const pinned = (pinPupil: number[], pinOccurrence: number[], capacity: number): Problem => ({
      ...problem,
      capacity: Int32Array.of(capacity),
      pinPupil: Int32Array.from(pinPupil),
      pinOccurrence: Int32Array.from(pinOccurrence),
    });
    expect(() => match(pinned([0], [0], 0))).toThrow(/more seats/);
    expect(() => match(pinned([0, 0], [0, 0], 5))).toThrow(/twice/);
    expect(() => match(pinned([3], [0], 5))).toThrow(/nobody/);
  });
});
