import { forecastRules, sharesBy, telling } from '.';

describe('the rules of a forecast', () => {
  it('are all tried where classes, reserves and scores are there', () => {
    expect(telling({ pupils: [{ wishes: [{ priority: 1, score: 3 }, {}] }], occurrences: [{ reserves: ['far'] }] })).toEqual(forecastRules);
  });
  it('are left out where they would repeat another', () => {
    expect(telling({ pupils: [{ wishes: [{ priority: 2 }] }], occurrences: [{ reserves: [] }] })).toEqual(['STABLE_LOTTERY', 'OPTIMAL_RANK_SUM', 'OPTIMAL_RANK_MAXIMAL', 'OPTIMAL_GREEDY', 'OPTIMAL_GENEROUS']);
  });
});

it('shares count what has several keys in each, and what has none nowhere', () => {
  const counts = [{ keys: ['b', 'a'], participants: 2, placed: 1 }, { keys: ['a'], participants: 5, placed: 5 }, { keys: [], participants: 9, placed: 9 }];
  expect(sharesBy(counts)).toEqual([{ key: 'a', participants: 7, placed: 6 }, { key: 'b', participants: 2, placed: 1 }]);
});
