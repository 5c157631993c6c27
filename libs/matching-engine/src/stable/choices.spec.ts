import fc from 'fast-check';
import { match, seatsTaken } from './match.ts';
import { ledgerOf, neededFor } from '../explain/ledger.ts';
import { limitAt } from '../explain/limits.ts';
import { Reason, reasonsFor } from '../explain/reasons.ts';
import { verifyMatch } from '../explain/verify-match.ts';
import { EVERY_KIND, arbitraryMarket, problemOf } from '../testing/markets.ts';
import type { Market, MarketOccurrence, MarketPupil } from '../testing/markets.ts';
import { everyAssignment, reservedSeatsFilled, stability, stableAssignments, wishesOf } from '../testing/oracle.ts';
import type { Assignment } from '../testing/oracle.ts';
import { runs } from '../testing/runs.ts';
import { keyOf, rankAt } from '../problem.ts';
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

describe('occurrences that guarantee seats or are plain, by one lottery', () => {
  const small = arbitraryMarket({ pupils: 5, kinds: ['GUARANTEE', 'GUARANTEE', 'PLAIN'] });

  it('are given the best stable outcome for every pupil at once', () => {
    fc.assert(
      fc.property(small, (market) => {
        const problem = problemOf(market);
        const ours = received(problem);
        const stable = stableAssignments(problem);
        expect(stable).toContainEqual(ours);
        for (const other of stable) other.forEach((choice, p) => expect(ours[p]).toBeLessThanOrEqual(choice));
      }),
      { numRuns: runs(300) },
    );
  });

  it('choose the same, and for the same reasons, when they draw by a second lottery with the same numbers', () => {
    fc.assert(
      fc.property(arbitraryMarket({ pupils: 7, kinds: ['GUARANTEE', 'PLAIN'], pins: true, places: 3, times: true }), (market) => {
        const problem = problemOf(market);
        const second = { ...problem, lotteries: { ofOccurrence: new Int32Array(problem.capacity.length), ranks: [problem.lottery] } };
        const places = match(problem);
        expect(match(second)).toEqual(places);
        expect(reasonsFor(second, places)).toEqual(reasonsFor(problem, places));
      }),
      { numRuns: runs(300) },
    );
  });

  it('never hurt all holders of a trait at once by one more seat reserved for it, though some, where there is one trait and one reserve (Hafalir, Yenmez & Yildirim 2013)', () => {
    fc.assert(
      fc.property(small, fc.nat(3), (market, where) => {
        const reserving = (seats: number): Market => ({
          ...market,
          pupils: market.pupils.map((pupil) => ({ ...pupil, traits: pupil.traits & 1 })),
          occurrences: market.occurrences.map((row, a) => ({ ...row, kind: a === where ? 'GUARANTEE' : 'PLAIN', rows: a === where ? [{ trait: 0, seats }] : [] })),
        });
        const holders = market.pupils.flatMap(({ traits }, p) => (traits & 1 ? [p] : []));
        for (let seats = 0; seats < market.occurrences[where]!.capacity; seats++) {
          const fewer = received(problemOf(reserving(seats)));
          const more = received(problemOf(reserving(seats + 1)));
          if (holders.length > 0) expect(holders.some((p) => more[p]! <= fewer[p]!)).toBe(true);
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('place the same pupils and fill as many seats everywhere in every stable outcome, so also when occurrences propose, where all are plain (Roth 1986)', () => {
    fc.assert(
      fc.property(arbitraryMarket({ pupils: 6, kinds: ['PLAIN'], lotteries: true }), (market) => {
        const problem = problemOf(market);
        const at = (assignment: Assignment): number[] => assignment.map((choice, p) => wishesOf(problem, p)[choice]?.occurrence ?? -1);
        const ours = at(received(problem));
        const filled = (places: number[]): number[] => market.occurrences.map((_, a) => places.filter((place) => place === a).length);
        for (const other of stableAssignments(problem).map(at)) {
          expect(other.map((place) => place === -1)).toEqual(ours.map((place) => place === -1));
          expect(filled(other)).toEqual(filled(ours));
          market.occurrences.forEach(({ capacity }, a) => {
            if (filled(ours)[a]! < capacity) expect(other.map((place) => place === a)).toEqual(ours.map((place) => place === a));
          });
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('what holds whatever the occurrences choose by', () => {
  const small = arbitraryMarket({ pupils: 6, kinds: EVERY_KIND, lotteries: true });
  const someone = fc.nat(5);
  const somewhere = fc.nat(3);

  it('gives no pupil a better place for a list in another order or cut short', () => {
    fc.assert(
      fc.property(small, someone, fc.shuffledSubarray([0, 1, 2, 3]), (market, who, kept) => {
        const { wishes } = market.pupils[who]!;
        const lie = kept.flatMap((i) => wishes[i] ?? []);
        const told = received(problemOf(changed(market, who, { wishes: lie })))[who]!;
        const got = lie[told] ? wishes.indexOf(lie[told]) : wishes.length;
        expect(got).toBeGreaterThanOrEqual(received(problemOf(market))[who]!);
      }),
      { numRuns: runs(400) },
    );
  });

  it('never gives a worse place for a better class, nor for one more trait that reserves or slots are for', () => {
    fc.assert(
      fc.property(small, someone, fc.nat(2), (market, who, trait) => {
        const pupil = market.pupils[who]!;
        const [first, ...rest] = pupil.wishes;
        const before = received(problemOf(market))[who]!;
        const ofCompany = (occurrence: number): boolean => market.occurrences[occurrence]!.company !== -1;
        if (first && first.priority > 0 && first.priority < 3 && !ofCompany(first.occurrence)) {
          expect(received(problemOf(changed(market, who, { wishes: [{ ...first, priority: first.priority - 1 }, ...rest] })))[who]).toBeLessThanOrEqual(before);
        }
        const uncapped = { ...market, occurrences: market.occurrences.map((row) => (row.kind === 'CEILINGS' ? { ...row, rows: [] } : row)) };
        const disclosed = changed(uncapped, who, { traits: pupil.traits | (1 << trait) });
        expect(received(problemOf(disclosed))[who]).toBeLessThanOrEqual(received(problemOf(uncapped))[who]!);
      }),
      { numRuns: runs(400) },
    );
  });

  it('hurts nobody when an occurrence of no company or a company has more seats, and nobody else when a pupil withdraws', () => {
    fc.assert(
      fc.property(small, someone, somewhere, (market, who, where) => {
        const before = received(problemOf(market));
        const { company } = market.occurrences[where]!;
        const larger =
          company === -1
            ? { ...market, occurrences: market.occurrences.map((row, a) => (a === where ? withOneMoreSeat(row) : row)) }
            : { ...market, companies: market.companies.map((seats, c) => (c === company ? seats + 1 : seats)) };
        received(problemOf(larger)).forEach((place, p) => expect(place).toBeLessThanOrEqual(before[p]!));
        const without = received(problemOf({ ...market, pupils: market.pupils.filter((_, p) => p !== who) }));
        without.forEach((place, p) => expect(place).toBeLessThanOrEqual(before[p < who ? p : p + 1]!));
      }),
      { numRuns: runs(300) },
    );
  });

  it('does not depend on the order of rows, nor on traits that no occurrence speaks of', () => {
    fc.assert(
      fc.property(small, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.nat(63), (market, pupils, occurrences, noise) => {
        const turned = {
          ...market,
          occurrences: occurrences.map((a) => market.occurrences[a]!),
          pupils: pupils.map((p) => ({
            ...market.pupils[p]!,
            traits: market.pupils[p]!.traits | (((noise >> p) & 1) << 9),
            wishes: market.pupils[p]!.wishes.map((wish) => ({ ...wish, occurrence: occurrences.indexOf(wish.occurrence) })),
          })),
        };
        const before = received(problemOf(market));
        expect(received(problemOf(turned))).toEqual(pupils.map((p) => before[p]));
      }),
      { numRuns: runs(300) },
    );
  });

  it('wastes no seat: who is short of a wish finds it full, at its ceiling, or its company full', () => {
    fc.assert(
      fc.property(small, (market) => {
        const problem = problemOf(market);
        const places = match(problem);
        const taken = seatsTaken(problem, places);
        const { code } = reasonsFor(problem, places);
        code.forEach((reason, edge) => {
          if (reason < Reason.FULL || reason === Reason.CEILING || reason === Reason.COMPANY_FULL) return;
          expect(taken[problem.wishOccurrence[edge]!]).toBe(problem.capacity[problem.wishOccurrence[edge]!]);
        });
      }),
      { numRuns: runs(300) },
    );
  });

  it('fills as many reserved seats as those who would rather be there allow', () => {
    fc.assert(
      fc.property(arbitraryMarket({ pupils: 6, kinds: ['GUARANTEE', 'PLAIN'] }), (market) => {
        const problem = problemOf(market);
        const places = received(problem);
        market.occurrences.forEach(({ kind, capacity }, a) => {
          if (kind !== 'GUARANTEE') return;
          const fans = places.flatMap((place, p) => (wishesOf(problem, p).some((wish, i) => wish.occurrence === a && wish.priority < 3 && i <= place) ? [p] : []));
          const there = fans.filter((p) => wishesOf(problem, p)[places[p]!]?.occurrence === a);
          expect(reservedSeatsFilled(problem, a, there)).toBe(Math.min(capacity, reservedSeatsFilled(problem, a, fans)));
        });
      }),
      { numRuns: runs(200) },
    );
  });

  it('is told by its cutoffs: everybody has the first wish whose key to beat the own key beats', () => {
    fc.assert(
      fc.property(small, (market) => {
        const problem = problemOf(market);
        const places = match(problem);
        const ledger = ledgerOf(problem, places);
        if (!ledger.limits) return;
        received(problem).forEach((place, p) => {
          wishesOf(problem, p).slice(0, place).forEach(({ occurrence, priority }) => {
            if (priority > 2 || market.occurrences[occurrence]!.kind === 'COMPANY') return;
            expect(keyOf(priority, rankAt(problem, p, occurrence))).toBeGreaterThanOrEqual(ledger.limits!.key[limitAt(ledger.limits!, problem, p, occurrence, 1)]!);
          });
          const got = wishesOf(problem, p)[place];
          if (got) expect(keyOf(got.priority, rankAt(problem, p, got.occurrence))).toBeLessThanOrEqual(ledger.limits!.key[limitAt(ledger.limits!, problem, p, got.occurrence, 1)]!);
        });
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('reasons where occurrences choose by a rule', () => {
  it('say that a guarantee stood in the way exactly where somebody with a worse key was admitted', () => {
    fc.assert(
      fc.property(arbitraryMarket({ pupils: 7, kinds: ['GUARANTEE', 'SLOTS'] }), (market) => {
        const problem = problemOf(market);
        const places = match(problem);
        const ledger = ledgerOf(problem, places);
        reasonsFor(problem, places).code.forEach((reason, edge) => {
          if (reason < Reason.OUTRANKED_BY_PRIORITY) return;
          const pupil = problem.wishStart.findLastIndex((start) => start <= edge);
          const a = problem.wishOccurrence[edge]!;
          const own = keyOf(problem.wishClass[edge]!, problem.lottery[pupil]!);
          const passedBy = ledger.last[a]! > own;
          const { cutoff, trait } = neededFor(problem, ledger, pupil, edge, 1);
          if (passedBy) expect(reason).toBe(Reason.DISPLACED_BY_GUARANTEE);
          if (reason === Reason.DISPLACED_BY_GUARANTEE) {
            expect((problem.choices!.traits[pupil]! >> trait) & 1).toBe(0);
            expect(passedBy || cutoff === null).toBe(true);
          }
        });
      }),
      { numRuns: runs(300) },
    );
  });
});

function withOneMoreSeat(row: MarketOccurrence): MarketOccurrence {
  return { ...row, capacity: row.capacity + 1, rows: row.kind === 'SLOTS' ? [...row.rows, { trait: -1, seats: 1 }] : row.rows };
}

function changed(market: Market, who: number, change: Partial<MarketPupil>): Market {
  return { ...market, pupils: market.pupils.map((pupil, p) => (p === who ? { ...pupil, ...change } : pupil)) };
}

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
