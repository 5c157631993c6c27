import fc from 'fast-check';
import { Refusal } from '../kernel';
import { holdsSeat, newPlacement, nextState, placementActs, placementStates, remindAt, type PlacementAct, type PlacementStatus } from '.';

const hour = 3_600_000;
const startsAt = new Date('2027-03-12T08:00:00Z');
const acceptBy = new Date('2027-03-05T23:00:00Z');
const early = new Date('2027-03-01T09:00:00Z');
const after = (state: PlacementStatus, act: PlacementAct, now = early, lateDays?: number): string => {
  try {
    return nextState({ state, acceptBy, startsAt }, act, now, lateDays);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const moment = fc.integer({ min: -400, max: 400 }).map((hours) => new Date(startsAt.getTime() + hours * hour));

describe('a placement', () => {
  it('that was offered is accepted until its deadline and lapses from it on, never both', () => {
    fc.assert(fc.property(moment, (now) => {
      const taken = after('OFFERED', 'ACCEPT', now);
      const left = after('OFFERED', 'LAPSE', now);
      expect([taken, left]).toEqual(now < acceptBy ? ['ACCEPTED', 'OFFERED'] : ['OFFER_LAPSED', 'LAPSED']);
    }));
  });
  it('that was fixed cannot be declined, only withdrawn', () => {
    expect(after('PLACED', 'DECLINE')).toBe('PLACEMENT_NOT_OFFERED');
    expect(after('ACCEPTED', 'DECLINE')).toBe('PLACEMENT_NOT_OFFERED');
    expect(after('ACCEPTED', 'WITHDRAW')).toBe('WITHDRAWN');
  });
  it('is withdrawn late when fewer than three Berlin days are left, or as many as the round says', () => {
    const three = new Date('2027-03-09T22:59:00Z');
    expect(after('PLACED', 'WITHDRAW', three)).toBe('WITHDRAWN');
    expect(after('PLACED', 'WITHDRAW', new Date(three.getTime() + hour))).toBe('LATE_WITHDRAWN');
    expect(after('PLACED', 'WITHDRAW', three, 7)).toBe('LATE_WITHDRAWN');
    expect(after('PLACED', 'WITHDRAW', new Date('2027-03-12T07:00:00Z'), 0)).toBe('WITHDRAWN');
  });
  it('that was accepted never moves by itself; others give way to a better wish', () => {
    expect(after('ACCEPTED', 'MOVE')).toBe('PLACEMENT_ACCEPTED');
    expect([after('PLACED', 'MOVE'), after('OFFERED', 'MOVE')]).toEqual(['MOVED', 'MOVED']);
  });
  it('has an answer to every act in every state at every moment: a state or a refusal', () => {
    fc.assert(fc.property(fc.constantFrom(...placementStates), fc.constantFrom(...placementActs), moment, fc.nat(30), (state, act, now, lateDays) => {
      expect([...placementStates, 'PLACEMENT_ENDED', 'PLACEMENT_NOT_OFFERED', 'PLACEMENT_ACCEPTED', 'OFFER_LAPSED']).toContain(after(state, act, now, lateDays));
    }));
  });
  it('stays as it is when the same act comes twice', () => {
    fc.assert(fc.property(fc.constantFrom(...placementStates), fc.constantFrom(...placementActs), moment, (state, act, now) => {
      const once = after(state, act, now) as PlacementStatus;
      if (placementStates.includes(once)) expect(after(once, act, now)).toBe(once);
    }));
  });
  it('never takes a seat again once it has given it up, whatever happens', () => {
    fc.assert(fc.property(fc.constantFrom(...placementStates), fc.array(fc.tuple(fc.constantFrom(...placementActs), moment)), (first, acts) => {
      let state = first;
      for (const [act, now] of acts) {
        const next = after(state, act, now) as PlacementStatus;
        if (!placementStates.includes(next)) continue;
        expect(holdsSeat(next) && !holdsSeat(state)).toBe(false);
        state = next;
      }
    }));
  });
});

describe('a new placement', () => {
  it('is final without a time to accept, else offered until the end of that Berlin day', () => {
    expect(newPlacement(0, startsAt, early)).toEqual({ state: 'PLACED', acceptBy: null });
    expect(newPlacement(4, startsAt, early)).toEqual({ state: 'OFFERED', acceptBy: new Date('2027-03-05T23:00:00Z') });
    expect(newPlacement(20, new Date('2027-04-12T08:00:00Z'), new Date('2027-03-12T08:00:00Z')).acceptBy).toEqual(new Date('2027-04-01T22:00:00Z'));
  });
  it('is never offered longer than until it starts', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), moment, (days, now) => newPlacement(days, startsAt, now).acceptBy! <= startsAt));
  });
  it('is reminded of halfway to its deadline, a day ahead at least, or not at all', () => {
    expect(remindAt(acceptBy, 1, early)).toBeNull();
    expect(remindAt(acceptBy, 4, early)).toEqual(new Date('2027-03-03T23:00:00Z'));
    expect(remindAt(acceptBy, 4, new Date('2027-03-04T23:00:00Z'))).toBeNull();
  });
});
