import { nextStep, roundChecks } from './next-step';
import type { Round } from './types';

const counts = (more: Partial<Round['counts']> = {}): Round['counts'] => ({ occurrences: 4, participants: 61, withWishes: 61, seats: 70, runs: 0, ...more });
const open = (more: Partial<Round['counts']> = {}) => ({ state: 'OPEN' as const, counts: counts(more) });
const now = Date.parse('2027-02-01T12:00:00Z');
const stateOf = (key: string, round: Parameters<typeof roundChecks>[0]) => roundChecks(round, now).find((check) => check.key === key)?.state;

describe('the next step of a round', () => {
  it('goes from occurrences over participants and wishes to a run and its result', () => {
    expect(nextStep(open({ occurrences: 0, participants: 0, withWishes: 0 }), false)).toBe('occurrences');
    expect(nextStep(open({ participants: 0, withWishes: 0 }), false)).toBe('participants');
    expect(nextStep(open({ withWishes: 0 }), false)).toBe('wishes');
    expect(nextStep(open(), false)).toBe('run');
    expect(nextStep(open({ runs: 1 }), true)).toBe('result');
  });
  it('offers a second round while seats are free and somebody has none', () => {
    expect(nextStep({ state: 'PUBLISHED', counts: counts({ seats: 9 }) }, true, 4)).toBe('second_call');
    expect(nextStep({ state: 'PUBLISHED', counts: counts({ seats: 0 }) }, true, 4)).toBe('placements');
  });
  it('shows the placements once the round is published, and nothing once it is closed', () => {
    expect(nextStep({ state: 'PUBLISHED', counts: counts() }, true)).toBe('placements');
    expect(nextStep({ state: 'CLOSED', counts: counts() }, true)).toBe('none');
  });
});

describe('what a round still needs', () => {
  it('points at those without wishes and at seats that are too few', () => {
    const round = { unit: 'PUPILS' as const, deadline: null, counts: counts({ withWishes: 59, seats: 40 }) };
    expect(stateOf('wishes', round)).toBe('look');
    expect(stateOf('seats', round)).toBe('look');
  });
  it('does not compare seats with groups, which come by head count', () => {
    expect(stateOf('seats', { unit: 'GROUPS', deadline: null, counts: counts() })).toBeUndefined();
  });
  it('is content with a deadline only when it is over', () => {
    expect(stateOf('deadline', { unit: 'PUPILS', deadline: '2027-01-31T22:59:00Z', counts: counts() })).toBe('done');
    expect(stateOf('deadline', { unit: 'PUPILS', deadline: '2027-02-28T22:59:00Z', counts: counts() })).toBe('look');
  });
});
