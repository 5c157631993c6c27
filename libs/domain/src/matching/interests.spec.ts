import fc from 'fast-check';
import { topics } from '../partners';
import { fieldsOfWork, fullScore, interestScore, proposedWishes, scoreOf } from './interests';

const someTopics = fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 6 });
const attributes = fc.record({ gender: fc.string(), migration: fc.boolean(), firstGeneration: fc.boolean(), schoolType: fc.string(), postcode: fc.string(), traits: fc.array(fc.string()), priority: fc.nat(9) });

describe('the score of interests', () => {
  it('knows every topic in exactly one field of work', () => {
    expect(Object.values(fieldsOfWork).flat().toSorted()).toEqual([...topics].toSorted());
  });
  it('is a whole number from 0 to a million, full for the same topics in any order, and symmetric', () => {
    fc.assert(fc.property(someTopics, someTopics, (a, b) => {
      const score = interestScore(a, b);
      expect(Number.isInteger(score) && score >= 0 && score <= fullScore).toBe(true);
      expect(interestScore(b, a)).toBe(score);
      expect(interestScore(a.toReversed(), b)).toBe(score);
      expect(interestScore(a, a)).toBe(a.length > 0 ? fullScore : 0);
    }));
  });
  it('puts the very topic before a neighbour of its field, and that before something else', () => {
    const [same, near, far] = (['ROBOTICS', 'ELECTRONICS', 'BIOLOGY'] as const).map((topic) => interestScore(['ROBOTICS'], [topic]));
    expect([same, near, far]).toEqual([1_000_000, 250_000, 0]);
  });
  it('weighs a topic by how often it is named', () => {
    expect(interestScore(['PHYSICS', 'PHYSICS', 'CRAFTS'], ['PHYSICS'])).toBeGreaterThan(interestScore(['PHYSICS', 'CRAFTS'], ['PHYSICS']));
  });
  it('never reads an attribute of equal opportunity: swapping them all changes nothing, and none is even touched', () => {
    fc.assert(fc.property(someTopics, someTopics, attributes, attributes, (interests, wanted, one, other) => {
      const read = new Set<string | symbol>();
      const watched = new Proxy({ ...one, interests }, { get: (target, key) => (read.add(key), Reflect.get(target, key)) });
      expect(scoreOf(watched, { topics: wanted })).toBe(scoreOf({ ...other, interests }, { topics: wanted }));
      expect([...read]).toEqual(['interests']);
    }));
  });
});

describe('proposing wishes', () => {
  const seeker = { id: 'p1', interests: ['ROBOTICS', 'ELECTRONICS'], wishes: [] as string[] };
  const choice = (id: string, activityId: string, ...named: string[]) => ({ id, activityId, topics: named });
  const nobody = () => false;

  it('names the best fitting first, one date per activity, and nothing without anything in common', () => {
    const choices = [choice('o1', 'a1', 'BIOLOGY'), choice('o2', 'a2', 'ROBOTICS'), choice('o3', 'a3', 'ROBOTICS', 'ELECTRONICS'), choice('o4', 'a3', 'ROBOTICS', 'ELECTRONICS')];
    const [proposal] = proposedWishes([seeker], choices, 3, nobody);
    expect(proposal!.occurrenceIds).toHaveLength(2);
    expect(['o3', 'o4']).toContain(proposal!.occurrenceIds[0]);
    expect(proposal!.occurrenceIds[1]).toBe('o2');
  });
  it('leaves own wishes alone, and whoever states no interests without a guess', () => {
    expect(proposedWishes([{ ...seeker, wishes: ['o9'] }, { ...seeker, id: 'p2', interests: [] }], [choice('o2', 'a2', 'ROBOTICS')], 3, nobody)).toEqual([]);
  });
  it('spreads equally fitting dates over the participants', () => {
    const choices = Array.from({ length: 5 }, (_, at) => choice(`o${at}`, `a${at}`, 'ROBOTICS'));
    const firsts = proposedWishes(Array.from({ length: 500 }, (_, at) => ({ ...seeker, id: `p${at}` })), choices, 1, nobody).map(({ occurrenceIds }) => occurrenceIds[0]);
    for (const { id } of choices) expect(firsts.filter((first) => first === id).length).toBeGreaterThan(60);
  });
  it('never proposes what is barred, never more than asked, never twice, and the same whatever the order of rows', () => {
    const choices = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), activityId: fc.constantFrom('a', 'b', 'c'), topics: someTopics }), { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(fc.property(choices, someTopics, fc.integer({ min: 1, max: 5 }), fc.constantFrom('a', 'b', 'c'), (offered, interests, most, closed) => {
      const barred = (_: unknown, { activityId }: { activityId: string }) => activityId === closed;
      const found = proposedWishes([{ ...seeker, interests }], offered, most, barred);
      const ids = found.flatMap(({ occurrenceIds }) => occurrenceIds);
      expect(ids.length <= most && new Set(ids).size === ids.length).toBe(true);
      expect(offered.filter(({ id, activityId }) => ids.includes(id) && activityId === closed)).toEqual([]);
      expect(proposedWishes([{ ...seeker, interests }], offered.toReversed(), most, barred)).toEqual(found);
    }));
  });
});
