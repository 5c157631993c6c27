import type { HeldPlace, RoundMember, RoundOccurrence, RoundRules } from '.';
import { eligibilityBar, eligibilityRules, lawfulLimits, shownCode } from '.';
import { member, occurrence, round } from './testing';

const barOf = (who: Partial<RoundMember>, what: Partial<RoundOccurrence> = {}, rules: Partial<RoundRules> = {}, way: number | null = null) => eligibilityBar(member(who), occurrence(what), round({ rules, way }).world);
const codeOf = (...asked: Parameters<typeof barOf>) => barOf(...asked)?.code ?? null;
const held = (more: Partial<HeldPlace> = {}): HeldPlace => ({ occurrenceId: 'x', activityId: 'other', hostId: 'h9', format: 'COMPANY_VISIT', startsAt: new Date('2027-03-12T10:00:00Z'), endsAt: new Date('2027-03-12T11:00:00Z'), ...more });

describe('eligibility', () => {
  it('bars by grade only where the activity names grades and the pupil has one', () => {
    expect(codeOf({}, { grades: [9, 10] })).toBe('GRADE');
    expect(codeOf({ grade: null }, { grades: [9, 10] })).toBeNull();
    expect(codeOf({})).toBeNull();
  });
  it('counts the age on the Berlin day of the occurrence: fourteen on the very day is old enough', () => {
    expect(codeOf({ birthDate: '2013-03-12' }, { minimumAge: 14 })).toBeNull();
    expect(codeOf({ birthDate: '2013-03-13' }, { minimumAge: 14 })).toBe('MINIMUM_AGE');
    expect(codeOf({ birthDate: '2013-03-13' }, { minimumAge: 14, startsAt: new Date('2027-03-12T23:30:00Z'), endsAt: new Date('2027-03-13T02:00:00Z') })).toBeNull();
  });
  it('bars everybody from a cancelled or unpublished occurrence, before anything else', () => {
    expect(codeOf({}, { open: false, grades: [12] })).toBe('NOT_OPEN');
  });
  it('asks for consent where the round does, and lets no other answer than a given one through', () => {
    expect(codeOf({ consent: 'WITHDRAWN' })).toBeNull();
    expect(barOf({ consent: 'WITHDRAWN' }, {}, { consent: true })).toEqual({ code: 'CONSENT', params: { state: 'WITHDRAWN' } });
    expect(codeOf({ consent: 'GIVEN' }, {}, { consent: true })).toBeNull();
  });
  it('keeps working time at placements only', () => {
    const { world } = round({ rules: { workingTime: true } });
    const long = { startsAt: new Date('2027-03-12T06:00:00Z'), endsAt: new Date('2027-03-12T15:00:00Z') };
    const codes = (['JOB_SHADOWING', 'TECH_WORKSHOP'] as const).map((format) => eligibilityBar(member(), occurrence({ ...long, format }), { ...world, limits: lawfulLimits })?.code ?? null);
    expect(codes).toEqual(['WORK_HOURS_OF_DAY', null]);
  });
  it('puts nobody at two places at once, whoever gave the other place', () => {
    expect(codeOf({ held: [held()] })).toBe('TIME_CLASH');
    expect(codeOf({ held: [held({ startsAt: new Date('2027-03-12T12:00:00Z'), endsAt: new Date('2027-03-12T14:00:00Z') })] })).toBeNull();
  });
  it('sends nobody to an activity twice where the round says so', () => {
    const before = [held({ activityId: 'a1', startsAt: new Date('2026-03-12T08:00:00Z'), endsAt: new Date('2026-03-12T10:00:00Z') })];
    expect([codeOf({ held: before }), codeOf({ held: before }, {}, { onceOnly: true })]).toEqual([null, 'SAME_ACTIVITY']);
  });
  it('sends nobody farther than the round allows, and does not bar by a way it does not know', () => {
    const reach = { by: 'DISTANCE_KM' as const, most: 30 };
    expect([30, 31, null].map((way) => codeOf({}, {}, { reach }, way))).toEqual([null, 'TOO_FAR', null]);
    expect(barOf({}, {}, { reach }, 31)?.params).toEqual({ way: 31, most: 30, by: 'DISTANCE_KM' });
  });
  it('asks for every provision that is needed, and tells nobody who reads results which', () => {
    const needs: RoundMember['needs'] = ['STEP_FREE', 'QUIET_ROOM'];
    expect(codeOf({ needs }, { provisions: ['STEP_FREE', 'QUIET_ROOM', 'LIFT'] }, { provisions: true })).toBeNull();
    const bar = barOf({ needs }, { provisions: ['STEP_FREE'] }, { provisions: true });
    expect(bar).toEqual({ code: 'PROVISIONS', params: {} });
    expect([shownCode('PROVISIONS'), shownCode('CONSENT'), shownCode('GRADE')]).toEqual(['OTHER', 'OTHER', 'GRADE']);
  });
  it('asks for the proofs of the host to the last day', () => {
    const proofs = { format: 'JOB_SHADOWING' as const, readiness: [{ kind: 'INSURANCE' as const, seenOn: '2026-01-01', validUntil: null }] };
    expect(barOf({}, proofs, { hostReadiness: true })).toEqual({ code: 'HOST_NOT_READY', params: { missing: 'RISK_ASSESSMENT' } });
    expect(codeOf({}, proofs)).toBeNull();
  });
  it('keeps a group together: it needs as many free seats as it has heads', () => {
    expect(barOf({ seats: 8 }, { capacity: 10, taken: 3 })).toEqual({ code: 'TOO_FEW_SEATS', params: { seats: 8, free: 7 } });
    expect(codeOf({ seats: 1 }, { capacity: 10, taken: 10 })).toBeNull();
  });
  it('tells the source of every rule', () => {
    for (const { source } of eligibilityRules) expect(source).not.toBe('');
  });
});
