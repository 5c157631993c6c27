import fc from 'fast-check';
import { schoolKinds } from '../partners';
import { barredPairs, roundFindings, roundInput, type PriorityClass, type Reserve, type RoundState, type TraitFacts } from '.';
import { member, occurrence, round } from './testing';

const reason = 'Ziel der Förderung: Regionalschulen';
const regional: Reserve = { id: 'r', trait: { kind: 'SCHOOL_KIND', schoolKind: 'LOWER_SECONDARY' }, occurrenceId: null, seats: null, percent: 30, reason };
const hand: PriorityClass = { id: 'c1', name: 'Vorrang', reason, derived: null };
const facts: TraitFacts = { schoolKinds: ['LOWER_SECONDARY'], firstTime: true, kmFromCentre: 40, grade: 8 };
const codesOf = (state: RoundState) => roundFindings(state, barredPairs(state)).map(({ code, participantId, occurrenceId, rules }) => [code, participantId ?? occurrenceId, ...rules]);

describe('the input of a run', () => {
  it('offers only the seats other placements have left, and asks no minimum that is already met', () => {
    const row = (capacity: number, taken: number, minimum: number) => roundInput(round({ occurrences: [occurrence({ capacity, taken, minimum })] })).occurrences[0];
    expect(row(10, 7, 5)).toMatchObject({ capacity: 3, minimum: 0 });
    expect(row(10, 8, 10)).toMatchObject({ capacity: 2, minimum: 2 });
  });
  it('puts a class before everybody, and leaves classes out when told so', () => {
    const priority = (classId: string | null, usePriorities: boolean) => roundInput(round({ members: [member({ classId })], classes: [hand], settings: { usePriorities } })).pupils[0]!.wishes[0]!.priority;
    expect([priority('c1', true), priority(null, true), priority('c1', false)]).toEqual([0, 1, 0]);
  });
  it('names traits and keeps seats only for what is reserved, and not at all when told so', () => {
    const state = (reserves: Reserve[], useReserves = true) => roundInput(round({ members: [member({ traitFacts: facts })], reserves, settings: { useReserves } }));
    expect(state([regional])).toMatchObject({ pupils: [{ traits: ['r'] }], occurrences: [{ reserves: [{ trait: 'r', seats: 3 }] }] });
    for (const input of [state([]), state([regional], false)]) expect([input.pupils[0]!, input.occurrences[0]!].some((row) => 'traits' in row || 'reserves' in row)).toBe(false);
  });
  it('tells how well interests fit only where the objective reads it', () => {
    const wish = (settings: Partial<RoundState['settings']>) => roundInput(round({ members: [member({ interests: ['PHYSICS'] })], occurrences: [occurrence({ topics: ['PHYSICS'] })], settings })).pupils[0]!.wishes[0]!;
    expect('score' in wish({})).toBe(false);
    expect(wish({ mechanism: 'OPTIMAL', objective: 'SCORE' })).toMatchObject({ score: 1_000_000 });
  });
  it('hides behind one code what would tell of needs or consent', () => {
    const state = round({ members: [member({ needs: ['STEP_FREE'] }), member({ id: 'p2', consent: 'REFUSED' })], rules: { provisions: true, consent: true } });
    expect(roundInput(state).pupils.map(({ wishes }) => wishes[0]!.notEligible)).toEqual(['OTHER', 'OTHER']);
  });
  it('shows a barred pin outside the wishes to the engine, which refuses it', () => {
    const state = round({ members: [member({ wishes: [] })], occurrences: [occurrence({ grades: [12] })], pairs: [{ participantId: 'p1', occurrenceId: 'o1', kind: 'PIN' }] });
    expect(roundInput(state).pupils[0]!.wishes).toEqual([{ occurrence: 'o1', priority: 0, notEligible: 'GRADE' }]);
    expect(codesOf(state)).toContainEqual(['PIN_BARRED', 'p1', 'GRADE']);
  });

  const anyFacts = fc.record({ schoolKinds: fc.subarray([...schoolKinds]), firstTime: fc.boolean(), kmFromCentre: fc.option(fc.integer({ min: 0, max: 90 })), grade: fc.option(fc.integer({ min: 5, max: 12 })) });
  const members = (all: TraitFacts[]) => all.map((traitFacts, at) => member({ id: `p${at}`, traitFacts, classId: at % 2 === 0 ? 'c1' : null, interests: ['PHYSICS'] }));
  it('is the same whatever the traits are, as long as nobody reserves for them', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyFacts, anyFacts), { minLength: 1, maxLength: 6 }), (pairs) => {
      const input = (side: 0 | 1) => JSON.stringify(roundInput(round({ members: members(pairs.map((pair) => pair[side])), classes: [hand] })));
      return input(0) === input(1);
    }));
  });
  it('differs by traits in the traits alone: classes, scores and eligibility do not read them', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyFacts, anyFacts), { minLength: 1, maxLength: 6 }), (pairs) => {
      const input = (side: 0 | 1) => {
        const { pupils, ...rest } = roundInput(round({ members: members(pairs.map((pair) => pair[side])), classes: [hand], reserves: [regional], settings: { mechanism: 'OPTIMAL', objective: 'SCORE' } }));
        return JSON.stringify({ ...rest, pupils: pupils.map(({ id, size, wishes }) => ({ id, size, wishes })) });
      };
      return input(0) === input(1);
    }));
  });
});

describe('the check before a run', () => {
  it('names participants without wishes, and those whose every wish is barred with the rules', () => {
    const state = round({
      members: [member({ wishes: [] }), member({ id: 'p2', grade: 5, wishes: ['o1', 'o2'] }), member({ id: 'p3', wishes: ['o1', 'o2'] })],
      occurrences: [occurrence({ grades: [8] }), occurrence({ id: 'o2', open: false })],
    });
    expect(codesOf(state)).toEqual([['NO_WISHES', 'p1'], ['NO_ELIGIBLE_WISH', 'p2', 'GRADE', 'NOT_OPEN'], ['NOT_OPEN', 'o2']]);
  });
  it('names what is unknown where a rule would need it', () => {
    const state = round({ members: [member({ birthDate: null, grade: null })], rules: { workingTime: true, reach: { by: 'DISTANCE_KM', most: 30 } } });
    expect(codesOf(state)).toEqual([['BIRTH_DATE_MISSING', 'p1'], ['GRADE_MISSING', 'p1'], ['SCHOOL_COORDINATES_MISSING', 'p1'], ['SITE_COORDINATES_MISSING', 'o1']]);
    expect(codesOf(round({ members: [member({ birthDate: null, grade: 8, seats: 20 })], occurrences: [occurrence({ capacity: 30, minimumAge: 14 })] }))).toEqual([]);
  });
  it('names occurrences nobody may come to, or too few for their minimum', () => {
    const state = round({ members: [member()], occurrences: [occurrence({ minimum: 3 }), occurrence({ id: 'o2' })] });
    expect(codesOf(state)).toEqual([['NO_APPLICANTS', 'o2'], ['BELOW_MINIMUM', 'o1']]);
  });
  it('names hosts that are not ready, days in school holidays and missing consents', () => {
    const summer = { startsAt: new Date('2027-07-12T08:00:00Z'), endsAt: new Date('2027-07-12T12:00:00Z') };
    const state = round({ members: [member({ consent: 'NOT_ASKED' })], occurrences: [occurrence({ ...summer, format: 'MENTORING' })], rules: { consent: true, hostReadiness: true } });
    expect(codesOf(state)).toEqual([['NO_ELIGIBLE_WISH', 'p1', 'CONSENT'], ['CONSENT_MISSING', 'p1', 'NOT_ASKED'], ['NO_APPLICANTS', 'o1'], ['HOST_NOT_READY', 'o1', 'CLEARANCE'], ['IN_SCHOOL_HOLIDAYS', 'o1']]);
  });
  it('warns of classes that hold too many', () => {
    expect(codesOf(round({ members: [member({ classId: 'c1' })], classes: [hand] }))).toEqual([['CLASSES_LARGE', null]]);
    expect(codesOf(round({ members: [member({ classId: 'c1' })], classes: [hand], settings: { usePriorities: false } }))).toEqual([]);
  });
});
