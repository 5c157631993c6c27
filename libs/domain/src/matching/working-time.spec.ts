import fc from 'fast-check';
import { Refusal } from '../kernel';
import type { ActivityFormat } from '../partners';
import { isWorkedAt, limitOn, workDays, workedMinutes, workingTimeBar, workingTimeCase, type WorkCalendar } from './working-time';
import { checkLimit, lawfulLimits } from './working-time-limits';

const calendar: WorkCalendar = { isPublicHoliday: (day) => day === '2027-03-26', isSchoolHoliday: (day) => day >= '2027-07-05' && day <= '2027-08-14' };
const grade8 = { grade: 8, birthDate: '2013-01-10' };
const grade11 = { grade: 11, birthDate: '2010-01-10' };
/** One placement in Berlin winter time (UTC+1). */
const placement = (day: string, from: string, to: string, lastDay = day) => ({ format: 'JOB_SHADOWING' as ActivityFormat, startsAt: new Date(`${day}T${from}:00+01:00`), endsAt: new Date(`${lastDay}T${to}:00+01:00`) });
const codeOf = (who: typeof grade8, occurrence: ReturnType<typeof placement>, held: ReturnType<typeof placement>[] = []) => workingTimeBar(who, occurrence, held, lawfulLimits, calendar)?.code ?? null;

describe('working time', () => {
  it('counts the breaks the law asks for: seven hours of work need eight hours of presence', () => {
    expect([270, 300, 330, 360, 390, 420, 480, 540].map(workedMinutes)).toEqual([270, 270, 300, 330, 360, 360, 420, 480]);
  });
  it('never grows by less presence', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => workedMinutes(minutes) <= workedMinutes(minutes + 1) && workedMinutes(minutes) <= minutes));
  });
});

describe('the case of a pupil', () => {
  it('is full-time schooling to grade 9, its end after it, and none from eighteen on', () => {
    expect(workingTimeCase(grade8, 'JOB_SHADOWING', '2027-03-10', false, 9)).toBe('K1');
    expect(workingTimeCase(grade11, 'JOB_SHADOWING', '2027-03-10', false, 9)).toBe('K2');
    expect(workingTimeCase({ grade: 12, birthDate: '2009-03-10' }, 'JOB_SHADOWING', '2027-03-10', false, 9)).toBe('K6');
  });
  it('is voluntary work in school holidays: from fifteen like K2, thirteen and fourteen light work, younger none', () => {
    expect(['2012-07-06', '2012-07-07', '2014-07-06', '2014-07-07'].map((birthDate) => workingTimeCase({ grade: 8, birthDate }, 'JOB_SHADOWING', '2027-07-06', true, 9))).toEqual(['K4', 'K3', 'K3', 'K5']);
  });
  it('is the stricter one without a grade, and none without grade and birth date', () => {
    expect(workingTimeCase({ grade: null, birthDate: '2010-06-01' }, 'JOB_SHADOWING', '2027-03-10', false, 9)).toBe('K1');
    expect(workingTimeCase({ grade: null, birthDate: null }, 'JOB_SHADOWING', '2027-03-10', false, 9)).toBeNull();
  });
});

describe('limits of a placement', () => {
  it('are seven hours a day in full-time schooling and eight after it', () => {
    expect(codeOf(grade8, placement('2027-03-10', '08:00', '16:00'))).toBeNull();
    expect(codeOf(grade8, placement('2027-03-10', '08:00', '16:30'))).toBe('WORK_HOURS_OF_DAY');
    expect(codeOf(grade11, placement('2027-03-10', '08:00', '17:00'))).toBeNull();
    expect(codeOf(grade11, placement('2027-03-10', '08:00', '18:30'))).toBe('WORK_SHIFT');
  });
  it('keep the hours from 6 to 20, the weekends, public holidays and the afternoon of 24 December free', () => {
    expect(codeOf(grade8, placement('2027-03-10', '05:30', '10:00'))).toBe('WORK_TIME_OF_DAY');
    expect(codeOf(grade8, placement('2027-03-10', '16:00', '20:15'))).toBe('WORK_TIME_OF_DAY');
    expect(codeOf(grade8, placement('2027-03-13', '08:00', '12:00'))).toBe('WORK_WEEKEND');
    expect(codeOf(grade8, placement('2027-03-26', '08:00', '12:00'))).toBe('WORK_PUBLIC_HOLIDAY');
    expect(codeOf(grade8, placement('2027-12-24', '10:00', '15:00'))).toBe('WORK_EVE');
  });
  it('add the hours of a week over all companies: 35, Monday to Sunday', () => {
    const held = [placement('2027-03-08', '08:00', '16:00', '2027-03-11')];
    expect(codeOf(grade8, placement('2027-03-12', '08:00', '16:00'), held)).toBeNull();
    expect(codeOf(grade8, placement('2027-03-12', '08:00', '16:00'), [...held, placement('2027-03-12', '16:00', '17:00')])).toBe('WORK_HOURS_OF_WEEK');
    expect(codeOf(grade8, placement('2027-03-15', '08:00', '16:00'), [...held, placement('2027-03-12', '16:00', '17:00')])).toBeNull();
  });
  it('skip the weekend inside a placement of three weeks, and its public holidays', () => {
    expect(workDays(placement('2027-03-19', '08:00', '14:00', '2027-03-30'), calendar).map(({ day }) => day)).toEqual(['2027-03-19', '2027-03-22', '2027-03-23', '2027-03-24', '2027-03-25', '2027-03-29', '2027-03-30']);
    expect(codeOf(grade8, placement('2027-03-08', '08:00', '15:00', '2027-03-26'))).toBe('WORK_PUBLIC_HOLIDAY');
    expect(codeOf(grade8, placement('2027-03-01', '08:00', '15:00', '2027-03-19'))).toBeNull();
  });
  it('count the days of a year in school holidays: four weeks', () => {
    const july = { ...grade8, birthDate: '2012-01-01' };
    const summer = (day: string, lastDay: string) => ({ format: 'JOB_SHADOWING' as ActivityFormat, startsAt: new Date(`${day}T08:00:00+02:00`), endsAt: new Date(`${lastDay}T14:00:00+02:00`) });
    expect(workingTimeBar(july, summer('2027-07-05', '2027-07-23'), [], lawfulLimits, calendar)).toBeNull();
    expect(workingTimeBar(july, summer('2027-07-26', '2027-08-06'), [summer('2027-07-05', '2027-07-23')], lawfulLimits, calendar)).toEqual({ code: 'WORK_DAYS_OF_YEAR', params: { case: 'K4', days: 25, most: 20 } });
    expect(workingTimeBar(grade8, summer('2027-07-26', '2027-07-30'), [], lawfulLimits, calendar)).toEqual({ code: 'WORK_NOT_ALLOWED', params: { case: 'K3' } });
  });
  it('say nothing of visits and workshops, nor of terms that name no hours', () => {
    expect(isWorkedAt({ ...placement('2027-03-13', '08:00', '22:00'), format: 'COMPANY_VISIT' })).toBe(false);
    expect(isWorkedAt({ ...placement('2027-03-01', '08:00', '09:00', '2027-06-01'), format: 'MENTORING' })).toBe(false);
    expect(isWorkedAt({ ...placement('2027-03-10', '08:00', '09:00'), format: 'RESEARCH_PROJECT' })).toBe(true);
  });
  it('are those of the latest valid row: a region may set its own from a day on', () => {
    const stricter = checkLimit({ ...limitOn(lawfulLimits, 'K1', '2027-01-01')!, validFrom: '2027-03-11', source: 'Schulkonferenz', minutesPerDay: 360 });
    const on = (day: string) => workingTimeBar(grade8, placement(day, '08:00', '16:00'), [], [...lawfulLimits, stricter], calendar)?.code ?? null;
    expect([on('2027-03-10'), on('2027-03-11')]).toEqual([null, 'WORK_HOURS_OF_DAY']);
  });
  it('are refused when a row cannot be meant', () => {
    const fieldsOf = (more: object): object => {
      try {
        checkLimit({ ...lawfulLimits[0]!, ...more });
        return {};
      } catch (error) {
        return (error as Refusal).fields ?? {};
      }
    };
    expect(fieldsOf({ minutesPerDay: -1, source: ' ', earliest: 600, latest: 540 })).toEqual({ minutesPerDay: 'range', source: 'required', latest: 'range' });
    expect(fieldsOf({ case: 'K2' })).toEqual({ lastGrade: 'onlyWithK1' });
  });
});
