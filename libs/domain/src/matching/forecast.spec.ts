import { forecastRules, sharesBy, underRule, type RuledInput } from '.';

const full: RuledInput = {
  pupils: [{ id: 'p', traits: ['far'], wishes: [{ occurrence: 'o', priority: 0, score: 700 }] }, { id: 'q', wishes: [{ occurrence: 'o', priority: 1, score: 0 }] }],
  occurrences: [{ id: 'o', reserves: [{ trait: 'far', seats: 1 }] }],
  settings: { placesPerPupil: 1, mechanism: { kind: 'OPTIMAL', objective: 'SCORE' } },
};

describe('the rules of a forecast', () => {
  it('take from the full input what they do not look at', () => {
    expect(underRule(full, 'STABLE_LOTTERY')).toEqual({ pupils: [{ id: 'p', wishes: [{ occurrence: 'o' }] }, { id: 'q', wishes: [{ occurrence: 'o' }] }], occurrences: [{ id: 'o' }], settings: { placesPerPupil: 1 } });
    expect(underRule(full, 'STABLE_PRIORITIES')).toMatchObject({ pupils: [{ id: 'p' }, { wishes: [{ priority: 1 }] }], occurrences: [{ id: 'o' }] });
    expect(underRule(full, 'STABLE_RESERVES')).toMatchObject({ pupils: [{ traits: ['far'] }, { wishes: [{ priority: 1 }] }], occurrences: full.occurrences });
    expect(underRule(full, 'OPTIMAL_GREEDY')).toMatchObject({ pupils: [{ traits: ['far'], wishes: [{ occurrence: 'o' }] }, {}], settings: { placesPerPupil: 1, mechanism: { kind: 'OPTIMAL', objective: 'GREEDY' } } });
    expect(underRule(full, 'OPTIMAL_SCORE')?.pupils[0]?.wishes).toEqual([{ occurrence: 'o', score: 700 }]);
  });
  it('are left out where they would repeat another: no classes, no reserves, no scores', () => {
    const bare: RuledInput = { pupils: [{ id: 'p', wishes: [{ occurrence: 'o', priority: 2 }] }], occurrences: [{ id: 'o' }] };
    expect(forecastRules.filter((rule) => underRule(bare, rule) === null)).toEqual(['STABLE_PRIORITIES', 'STABLE_RESERVES', 'OPTIMAL_SCORE', 'OPTIMAL_WORST_SCORE_FIRST']);
  });
});

it('shares count who has several keys in each, and who has none nowhere', () => {
  const people = [{ id: 'p', keys: ['b', 'a'] }, { id: 'q', keys: ['a'] }, { id: 'r', keys: [] }];
  expect(sharesBy(people, new Set(['q', 'r']))).toEqual([{ key: 'a', participants: 2, placed: 1 }, { key: 'b', participants: 1, placed: 0 }]);
});
