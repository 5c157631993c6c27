import fc from 'fast-check';
import { mentoringInput, mentoringSettings, type MentorOrder } from './mentoring';

interface Wish {
  occurrence: string;
  priority: number;
  notEligible?: string;
}
const input = (...pupils: [id: string, ...wishes: string[]][]) => ({ pupils: pupils.map(([id, ...wishes]) => ({ id, wishes: wishes.map((occurrence): Wish => ({ occurrence, priority: 9 })) })) });
const order = (occurrenceId: string, ...participantIds: string[]): MentorOrder => ({ occurrenceId, participantIds });

describe('a mentoring round', () => {
  it('makes the place in a mentor’s order the class of the pupil there', () => {
    const { pupils } = mentoringInput(input(['a', 'm1', 'm2'], ['b', 'm1']), [order('m1', 'b', 'a'), order('m2', 'a')], 'BEHIND');
    expect(pupils.map(({ wishes }) => wishes.map(({ priority }) => priority))).toEqual([[1, 0], [0]]);
  });
  it('puts who was not ranked behind all, or bars them, as the round says', () => {
    const [behind, barred] = (['BEHIND', 'BARRED'] as const).map((rule) => mentoringInput(input(['c', 'm1']), [order('m1', 'a', 'b')], rule).pupils[0]!.wishes[0]);
    expect(behind).toEqual({ occurrence: 'm1', priority: 2 });
    expect(barred).toMatchObject({ notEligible: 'NOT_RANKED' });
  });
  it('takes all alike where the mentor ranked nobody, even when others did', () => {
    expect(mentoringInput(input(['a', 'm2']), [order('m1', 'a'), order('m2')], 'BARRED').pupils[0]!.wishes[0]).toEqual({ occurrence: 'm2', priority: 0 });
  });
  it('goes by fit when nobody ranked at all, unless the office chose an optimum itself', () => {
    const stable = { mechanism: 'STABLE', objective: null } as const;
    expect(mentoringSettings(stable, [order('m1')])).toEqual({ mechanism: 'OPTIMAL', objective: 'SCORE' });
    expect(mentoringSettings(stable, [order('m1', 'a')])).toEqual(stable);
    expect(mentoringSettings({ mechanism: 'OPTIMAL', objective: 'WORST_SCORE_FIRST' }, [])).toEqual({ mechanism: 'OPTIMAL', objective: 'WORST_SCORE_FIRST' });
  });
  it('keeps every wish in its place and every rule that barred it before, and never makes a ranked pupil worse than an unranked one', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const wishes = fc.array(fc.record({ occurrence: fc.constantFrom('m1', 'm2', 'm3'), priority: fc.nat(9), notEligible: fc.option(fc.constant('GRADE'), { nil: undefined }) }), { maxLength: 4 });
    const orders = fc.tuple(...['m1', 'm2', 'm3'].map((id) => fc.shuffledSubarray(ids).map((named) => order(id, ...named))));
    fc.assert(fc.property(fc.tuple(...ids.map((id) => wishes.map((own) => ({ id, wishes: own })))), orders, fc.constantFrom('BEHIND' as const, 'BARRED' as const), (pupils, ranked, rule) => {
      const after = mentoringInput({ pupils }, ranked, rule).pupils;
      const classes = new Map<string, number>();
      after.forEach((pupil, at) => {
        expect(pupil.wishes.map(({ occurrence }) => occurrence)).toEqual(pupils[at]!.wishes.map(({ occurrence }) => occurrence));
        pupil.wishes.forEach((wish, rank) => {
          const named = ranked.find(({ occurrenceId }) => occurrenceId === wish.occurrence)!.participantIds;
          const bar = rule === 'BARRED' && named.length > 0 && !named.includes(pupil.id) ? 'NOT_RANKED' : undefined;
          expect(wish.notEligible).toBe(pupils[at]!.wishes[rank]!.notEligible ?? bar);
          classes.set(`${pupil.id} ${wish.occurrence}`, wish.priority);
        });
      });
      for (const { occurrenceId, participantIds } of ranked) {
        for (const named of participantIds) {
          for (const other of ids.filter((id) => !participantIds.includes(id))) {
            expect(classes.get(`${named} ${occurrenceId}`) ?? 0).toBeLessThan(classes.get(`${other} ${occurrenceId}`) ?? Infinity);
          }
        }
      }
    }));
  });
});
