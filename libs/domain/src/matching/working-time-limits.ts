import { Refusal } from '../kernel';
import { workingTimeCases, type WorkingTimeLimit } from './working-time';

const hour = 60;
const common = { shiftMinutes: 10 * hour, earliest: 6 * hour, latest: 20 * hour, latestOnEves: 14 * hour, weekends: false, publicHolidays: false, daysPerYear: null, lastGrade: null };
const none = { minutesPerDay: null, minutesPerWeek: null, shiftMinutes: null, earliest: null, latest: null, latestOnEves: null, weekends: true, publicHolidays: true, daysPerYear: null, lastGrade: null };

/**
 * Limits of the law as read in 2025 (facts/privacy.md section 2; JArbSchG, KindArbSchV, ArbZG, SchulG M-V). A region may
 * set rows of its own beside these; the latest valid row of a case counts.
 */
export const lawfulLimits: readonly WorkingTimeLimit[] = [
  { case: 'K1', validFrom: '1997-03-01', source: 'JArbSchG §§ 5(2) no. 2, 7 no. 2, 12, 14-18; SchulG M-V § 41(2)', allowed: true, ...common, minutesPerDay: 7 * hour, minutesPerWeek: 35 * hour, lastGrade: 9 },
  { case: 'K2', validFrom: '1997-03-01', source: 'JArbSchG §§ 8, 12, 14-18', allowed: true, ...common, minutesPerDay: 8 * hour, minutesPerWeek: 40 * hour },
  { case: 'K3', validFrom: '1998-07-01', source: 'JArbSchG § 5(3); KindArbSchV: only light work of the list, no placement in a company', allowed: false, ...none },
  { case: 'K4', validFrom: '1997-03-01', source: 'JArbSchG §§ 5(4), 8: at most four weeks of a calendar year', allowed: true, ...common, minutesPerDay: 8 * hour, minutesPerWeek: 40 * hour, daysPerYear: 20 },
  { case: 'K5', validFrom: '1997-03-01', source: 'JArbSchG § 5(1)', allowed: false, ...none },
  { case: 'K6', validFrom: '1997-03-01', source: 'JArbSchG § 1: does not apply from 18 on', allowed: true, ...none },
];

/** Checks a row a region sets. Refuses INVALID_INPUT naming the faulty fields. */
export function checkLimit(limit: WorkingTimeLimit): WorkingTimeLimit {
  const within = (value: number | null, least: number, most: number) => value === null || (Number.isInteger(value) && value >= least && value <= most);
  const faults: [field: string, rule: string, sound: boolean][] = [
    ['case', 'isIn', workingTimeCases.includes(limit.case)],
    ['source', 'required', limit.source.trim() !== ''],
    ['minutesPerDay', 'range', within(limit.minutesPerDay, 0, 1440)],
    ['minutesPerWeek', 'range', within(limit.minutesPerWeek, 0, 7 * 1440)],
    ['shiftMinutes', 'range', within(limit.shiftMinutes, 0, 1440)],
    ['earliest', 'range', within(limit.earliest, 0, 1440)],
    ['latest', 'range', within(limit.latest, limit.earliest ?? 0, 1440)],
    ['latestOnEves', 'range', within(limit.latestOnEves, 0, 1440)],
    ['daysPerYear', 'range', within(limit.daysPerYear, 0, 366)],
    ['lastGrade', limit.case === 'K1' ? 'required' : 'onlyWithK1', limit.case === 'K1' ? limit.lastGrade !== null && within(limit.lastGrade, 1, 13) : limit.lastGrade === null],
  ];
  const fields = Object.fromEntries(faults.flatMap(([field, rule, sound]) => (sound ? [] : [[field, rule]])));
  if (Object.keys(fields).length > 0) throw new Refusal('INVALID_INPUT', {}, fields);
  return limit;
}
