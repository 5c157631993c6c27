import fc from 'fast-check';
import { Refusal } from '../kernel';
import { checkReserves, hasTrait, reservedSeats, traitsOf, type Reserve, type Trait, type TraitFacts } from './reserves';

const reason = 'Ziel der Förderung: Regionalschulen';
const reserve = (trait: Trait, more: Partial<Reserve> = {}): Reserve => ({ id: `r-${trait.kind}`, trait, occurrenceId: null, seats: null, percent: 30, reason, ...more });
const far: Trait = { kind: 'FAR_FROM_CENTRE', leastKm: 20 };
const regional: Trait = { kind: 'SCHOOL_KIND', schoolKind: 'LOWER_SECONDARY' };
const facts = (more: Partial<TraitFacts> = {}): TraitFacts => ({ schoolKinds: ['GRAMMAR'], firstTime: false, kmFromCentre: 5, grade: 9, ...more });
const fieldsOf = (reserves: Reserve[]): object => {
  try {
    checkReserves(reserves);
    return {};
  } catch (error) {
    return (error as Refusal).fields ?? {};
  }
};

describe('traits', () => {
  it('are told by what is known, and nobody has one by what is not', () => {
    expect(hasTrait(far, facts({ kmFromCentre: 20 }))).toBe(true);
    expect(hasTrait(far, facts({ kmFromCentre: null }))).toBe(false);
    expect(hasTrait({ kind: 'GRADES', from: 8, to: 9 }, facts())).toBe(true);
    expect(hasTrait({ kind: 'GRADES', from: 8, to: 9 }, facts({ grade: null }))).toBe(false);
  });
  it('are named only where a reserve speaks of them', () => {
    expect(traitsOf([], facts({ firstTime: true }))).toEqual([]);
    expect(traitsOf([reserve(far), reserve({ kind: 'FIRST_TIME' })], facts({ firstTime: true }))).toEqual(['r-FIRST_TIME']);
  });
});

describe('reserved seats', () => {
  it('are a number, or a share of the free seats rounded down', () => {
    expect(reservedSeats([reserve(far), reserve(regional, { seats: 2, percent: null })], 'o1', 11)).toEqual([{ trait: 'r-FAR_FROM_CENTRE', seats: 3 }, { trait: 'r-SCHOOL_KIND', seats: 2 }]);
    expect(reservedSeats([reserve(far)], 'o1', 3)).toEqual([]);
  });
  it('of one occurrence replace those of the same trait for all', () => {
    expect(reservedSeats([reserve(far), reserve(far, { id: 'second', occurrenceId: 'o1', seats: 1, percent: null })], 'o1', 10)).toEqual([{ trait: 'r-FAR_FROM_CENTRE', seats: 1 }]);
  });
  it('never exceed the free seats together', () => {
    const anyReserve = fc.record({ trait: fc.integer({ min: 1, max: 6 }).map((leastKm): Trait => ({ kind: 'FAR_FROM_CENTRE', leastKm })), seats: fc.option(fc.integer({ min: 1, max: 9 })), percent: fc.integer({ min: 1, max: 100 }) })
      .map(({ trait, seats, percent }) => reserve(trait, { seats, percent: seats === null ? percent : null }));
    fc.assert(fc.property(fc.array(anyReserve, { maxLength: 6 }), fc.nat(20), (reserves, free) => reservedSeats(reserves, 'o1', free).reduce((sum, { seats }) => sum + seats, 0) <= free));
  });
});

describe('reserves of a round', () => {
  it('need a lawful reason, seats or a share, and a trait that can be meant', () => {
    expect(fieldsOf([reserve(far)])).toEqual({});
    expect(fieldsOf([reserve(far, { reason: 'gut' })])).toEqual({ 'reserves.0.reason': 'required' });
    expect(fieldsOf([reserve(far, { percent: null })])).toEqual({ 'reserves.0.seats': 'seatsOrPercent' });
    expect(fieldsOf([reserve({ kind: 'GRADES', from: 9, to: 8 }, { percent: 101 })])).toEqual({ 'reserves.0.trait.grades': 'range', 'reserves.0.percent': 'range' });
  });
  it('speak of a trait once, and of eight at most at one occurrence', () => {
    expect(fieldsOf([reserve(far), reserve(far)])).toEqual({ 'reserves.1.trait': 'arrayUnique' });
    expect(fieldsOf(Array.from({ length: 9 }, (_, at) => reserve({ kind: 'FAR_FROM_CENTRE', leastKm: at + 1 })))).toEqual({ reserves: 'arrayMaxSize' });
  });
});
