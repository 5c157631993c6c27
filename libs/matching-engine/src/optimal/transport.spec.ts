import fc from 'fast-check';
import { InvalidInputError } from '../input/input.ts';
import { runs } from '../testing/runs.ts';
import { allocate } from './allocate.ts';
import { checkTransport, transport } from './transport.ts';
import type { TransportProblem } from './transport.ts';

interface Pair {
  need: number;
  offer: number;
  most: number;
  cost: number;
}

const problemOf = (needs: number[], offers: number[], pairs: Pair[]): TransportProblem => ({
  needSeats: Int32Array.from(needs),
  offerSeats: Int32Array.from(offers),
  pairNeed: Int32Array.from(pairs, ({ need }) => need),
  pairOffer: Int32Array.from(pairs, ({ offer }) => offer),
  pairCap: Int32Array.from(pairs, ({ most }) => most),
  pairCost: Int32Array.from(pairs, ({ cost }) => cost),
});

const everyPair = (costs: number[][], most: number): Pair[] => costs.flatMap((row, offer) => row.map((cost, need) => ({ need, offer, most, cost })));

/** The best [seats met, cost] by trying every number of seats for every pair. */
function best(needs: number[], offers: number[], pairs: Pair[]): [number, number] {
  const [pair, ...others] = pairs;
  if (!pair) return [0, 0];
  const most = Math.min(pair.most, needs[pair.need]!, offers[pair.offer]!);
  return Array.from({ length: most + 1 }, (_, seats): [number, number] => {
    const [met, cost] = best(needs.with(pair.need, needs[pair.need]! - seats), offers.with(pair.offer, offers[pair.offer]! - seats), others);
    return [met + seats, cost + seats * pair.cost];
  }).reduce((x, y) => (y[0] > x[0] || (y[0] === x[0] && y[1] < x[1]) ? y : x));
}

const arbitrary = fc
  .record({
    needs: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
    offers: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
    drawn: fc.uniqueArray(fc.record({ need: fc.nat(2), offer: fc.nat(2), most: fc.nat(3), cost: fc.integer({ min: -3, max: 3 }) }), { selector: ({ need, offer }) => need * 3 + offer, maxLength: 6 }),
  })
  .map(({ needs, offers, drawn }) => ({ needs, offers, pairs: drawn.filter(({ need, offer }) => need < needs.length && offer < offers.length) }));

describe('needs and offers', () => {
  it('meet in most seats, then at least cost, as trying every plan finds it; the prices prove it', () => {
    fc.assert(
      fc.property(arbitrary, ({ needs, offers, pairs }) => {
        const problem = problemOf(needs, offers, pairs);
        const result = transport(problem);
        expect([result.met, result.cost]).toEqual(best(needs, offers, pairs));
        expect(checkTransport(problem, result)).toBeUndefined();
        const forged = { ...result, seats: result.seats.map((count, pair) => (pair === result.seats.findIndex((some) => some > 0) ? count - 1 : count)) };
        if (result.met > 0) expect(checkTransport(problem, forged)).toBeDefined();
      }),
      { numRuns: runs(300) },
    );
  });

  it('ship the canned peas of Hillier and Lieberman at the known cost of 152,535', () => {
    const costs = [[464, 513, 654, 867], [352, 416, 690, 791], [995, 682, 388, 685]];
    const { met, cost } = transport(problemOf([80, 65, 70, 85], [75, 125, 100], everyPair(costs, 300)));
    expect([met, cost]).toEqual([300, 152_535]);
  });

  it('refuses a pair that names nobody', () => {
    expect(() => transport(problemOf([1], [1], [{ need: 1, offer: 0, most: 1, cost: 0 }]))).toThrow(RangeError);
  });
});

describe('the allocation of offers to needs', () => {
  const needs = [{ id: 'school A', seats: 20 }, { id: 'school B', seats: 10 }, { id: 'school C', seats: 5 }, { id: 'school D', seats: 3 }];
  const offers = [{ id: 'forge', seats: 15 }, { id: 'lab', seats: 12 }, { id: 'archive', seats: 4 }];
  const pairs = [
    { need: 'school A', offer: 'forge', most: 8, score: 10 },
    { need: 'school B', offer: 'forge', score: 5 },
    { need: 'school B', offer: 'lab', score: 9 },
    { need: 'school C', offer: 'lab', most: 2, score: 1 },
  ];

  it('says for every seat left why it is left', () => {
    const { met, needs: schools, offers: companies, pairs: given } = allocate(needs, offers, pairs);
    expect(met).toBe(20);
    expect(schools.map(({ id, used, left }) => [id, used, left])).toEqual([
      ['school A', 8, 'PAIRS_AT_MOST'],
      ['school B', 10, undefined],
      ['school C', 2, 'PAIRS_AT_MOST'],
      ['school D', 0, 'NO_PAIR'],
    ]);
    expect(companies.map(({ id, used, left }) => [id, used, left])).toEqual([
      ['archive', 0, 'NO_PAIR'],
      ['forge', 8, 'NEEDS_MET'],
      ['lab', 12, undefined],
    ]);
    expect(given).toContainEqual({ need: 'school B', offer: 'lab', seats: 10 });
  });

  it('has the same bytes for any order of the input', () => {
    expect(JSON.stringify(allocate([...needs].reverse(), [...offers].reverse(), [...pairs].reverse()))).toBe(JSON.stringify(allocate(needs, offers, pairs)));
  });

  it('refuses a bad input with every problem at once', () => {
    const refused = (): unknown =>
      allocate(
        [{ id: 'a', seats: -1 }, { id: 'a', seats: 1 }],
        [{ id: 'x', seats: Number.NaN }],
        [{ need: 'a', offer: 'y' }, { need: 'b', offer: 'x', score: 2_000_000 }, { need: 'a', offer: 'x' }, { need: 'a', offer: 'x', most: 1.5 }],
      );
    expect(refused).toThrow(InvalidInputError);
    try {
      refused();
    } catch (error) {
      expect((error as InvalidInputError).problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
        'DUPLICATE_ID needs[1].id',
        'OUT_OF_RANGE needs[0].seats',
        'NOT_A_WHOLE_NUMBER offers[0].seats',
        'UNKNOWN_OFFER pairs[0].offer',
        'OUT_OF_RANGE pairs[1].score',
        'UNKNOWN_NEED pairs[1].need',
        'NOT_A_WHOLE_NUMBER pairs[3].most',
        'DUPLICATE_PAIR pairs[3]',
      ]);
    }
  });
});
