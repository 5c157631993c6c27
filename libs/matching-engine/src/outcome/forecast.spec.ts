import fc from 'fast-check';
import { FORECAST_RULES, figuresByLabel, forecast } from './forecast.ts';
import { figures } from './figures.ts';
import type { MatchingInput } from '../input/input.ts';
import { solve } from '../solve.ts';
import { arbitraryInput } from '../testing/arbitraries.ts';

const wish = (occurrence: string, priority = 0) => ({ occurrence, priority });
/** Ada has the better class, Ben's trait a guarantee: each rule has another favourite for the one seat in the lab. */
const input: MatchingInput = {
  seed: '1',
  occurrences: [{ id: 'lab', capacity: 1, reserves: [{ trait: 'far away', seats: 1 }] }, { id: 'mill', capacity: 1 }],
  pupils: [
    { id: 'ada', wishes: [wish('lab'), wish('mill')] },
    { id: 'ben', traits: ['far away'], wishes: [wish('lab', 1), wish('mill', 1)] },
    { id: 'cem', wishes: [wish('mill', 2)] },
  ],
};

describe('the forecast', () => {
  it('shows what guarantees and priorities bring, counting guarantees also where a rule ignores them', () => {
    const rows = forecast(input, '1');
    expect(rows.map(({ rule }) => rule.name)).toEqual(FORECAST_RULES.map(({ name }) => name));
    const met = new Map(rows.map((row) => [row.rule.name, [row.figures.guaranteesMet, row.figures.seatsGuaranteed]]));
    expect(met.get('STABLE')).toEqual([1, 1]);
    expect(met.get('STABLE_WITHOUT_GUARANTEES')).toEqual([0, 1]);
    expect(met.get('OPTIMAL_RANK_SUM')).toEqual([1, 1]);
  });

  it('has the figures of the run itself in the row of its rule', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 6, vetoes: true, pins: true, minimums: true, times: true, places: 2 }), (any) => {
        expect(forecast(any, any.seed)[0]?.figures).toEqual(figures(solve(any)));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves out optima where pupils may hold several places', () => {
    expect(forecast({ ...input, settings: { placesPerPupil: 2 } }, '1').map(({ rule }) => rule.mechanism.kind)).toEqual(['STABLE', 'STABLE', 'STABLE']);
  });

  it('counts by labels that no mechanism reads: other labels move no pupil', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 6 }), fc.array(fc.constantFrom('grammar school', 'comprehensive school', undefined), { minLength: 6, maxLength: 6 }), (any, drawn) => {
        const labels = new Map(any.pupils.flatMap(({ id }, i) => (drawn[i] ? [[id, drawn[i]] as const] : [])));
        const outcome = solve(any);
        const [row] = forecast(any, any.seed, { labels });
        expect(row!.figures).toEqual(forecast(any, any.seed)[0]!.figures);
        expect(row!.labels).toEqual(figuresByLabel(outcome, labels));
        for (const { label, ...counted } of row!.labels) {
          const those = outcome.pupils.filter(({ id }) => labels.get(id) === label);
          const ranks = those.map(({ places }) => places[0]?.rank ?? Number.POSITIVE_INFINITY);
          expect(counted).toEqual({ pupils: those.length, placed: those.filter(({ places }) => places.length > 0).length, firstWish: ranks.filter((rank) => rank === 1).length, topThree: ranks.filter((rank) => rank <= 3).length });
        }
      }),
      { numRuns: 100 },
    );
  });
});
