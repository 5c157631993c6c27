import type { Day } from '../kernel';
import type { Land, SchoolHolidaySpan } from './calendar';

/** A published stretch of school holidays; `checked` is false where publications differ, so the office must look. */
export interface PublishedSchoolHoliday extends SchoolHolidaySpan {
  checked: boolean;
}

/** Where the days come from: summer holidays are agreed by the ministers' conference, the others set by each Land. */
export const schoolHolidaySource = 'KMK Ferienregelung';

const span = (name: string, firstDay: Day, lastDay: Day = firstDay): PublishedSchoolHoliday => ({ name, firstDay, lastDay, checked: true });
const unsure = (name: string, firstDay: Day, lastDay: Day = firstDay): PublishedSchoolHoliday => ({ name, firstDay, lastDay, checked: false });

const dayOff = 'Unterrichtsfreier Tag';

/**
 * School holidays of the school years 2025/26 to 2027/28 at schools of general education, first and last day as
 * published. Days that every school sets for itself are not among them. Later changes of Mecklenburg-Vorpommern are
 * published unevenly; where sources differ the later one stands, marked unchecked.
 */
const published: Partial<Record<Land, PublishedSchoolHoliday[]>> = {
  'DE-MV': [
    span(dayOff, '2025-10-02'),
    span('Herbstferien', '2025-10-20', '2025-10-25'),
    span(dayOff, '2025-11-03'),
    unsure('Weihnachtsferien', '2025-12-20', '2026-01-03'),
    span('Winterferien', '2026-02-09', '2026-02-20'),
    span('Osterferien', '2026-03-30', '2026-04-08'),
    span(dayOff, '2026-05-15'),
    span('Pfingstferien', '2026-05-22', '2026-05-26'),
    span('Sommerferien', '2026-07-13', '2026-08-22'),
    unsure('Herbstferien', '2026-10-15', '2026-10-24'),
    unsure(dayOff, '2026-11-26', '2026-11-27'),
    unsure('Weihnachtsferien', '2026-12-21', '2027-01-02'),
    span('Winterferien', '2027-02-08', '2027-02-19'),
    unsure('Osterferien', '2027-03-24', '2027-04-02'),
    span(dayOff, '2027-05-07'),
    span('Pfingstferien', '2027-05-14', '2027-05-18'),
    span('Sommerferien', '2027-07-05', '2027-08-14'),
    unsure('Herbstferien', '2027-10-14', '2027-10-23'),
    unsure(dayOff, '2027-11-25', '2027-11-26'),
    unsure('Weihnachtsferien', '2027-12-23', '2028-01-04'),
    unsure('Winterferien', '2028-02-05', '2028-02-18'),
    unsure('Osterferien', '2028-04-10', '2028-04-19'),
    span(dayOff, '2028-05-26'),
    span('Pfingstferien', '2028-06-02', '2028-06-06'),
    span('Sommerferien', '2028-06-26', '2028-08-05'),
  ],
  'DE-SN': [
    span('Herbstferien', '2025-10-06', '2025-10-18'),
    span('Weihnachtsferien', '2025-12-22', '2026-01-02'),
    span('Winterferien', '2026-02-09', '2026-02-21'),
    span('Osterferien', '2026-04-03', '2026-04-10'),
    span(dayOff, '2026-05-15'),
    span('Sommerferien', '2026-07-04', '2026-08-14'),
    span('Herbstferien', '2026-10-12', '2026-10-24'),
    span('Weihnachtsferien', '2026-12-23', '2027-01-02'),
    span('Winterferien', '2027-02-08', '2027-02-19'),
    span('Osterferien', '2027-03-26', '2027-04-02'),
    span(dayOff, '2027-05-07'),
    span('Pfingstferien', '2027-05-15', '2027-05-18'),
    span('Sommerferien', '2027-07-10', '2027-08-20'),
    span('Herbstferien', '2027-10-11', '2027-10-23'),
    span('Weihnachtsferien', '2027-12-23', '2028-01-01'),
    span('Winterferien', '2028-02-14', '2028-02-26'),
    span('Osterferien', '2028-04-14', '2028-04-22'),
    span(dayOff, '2028-05-26'),
    span('Sommerferien', '2028-07-22', '2028-09-01'),
  ],
  'DE-RP': [
    span('Herbstferien', '2025-10-13', '2025-10-24'),
    span('Weihnachtsferien', '2025-12-22', '2026-01-07'),
    span('Osterferien', '2026-03-30', '2026-04-10'),
    span('Sommerferien', '2026-06-29', '2026-08-07'),
    span('Herbstferien', '2026-10-05', '2026-10-16'),
    span('Weihnachtsferien', '2026-12-23', '2027-01-08'),
    span('Osterferien', '2027-03-22', '2027-04-02'),
    span('Sommerferien', '2027-06-28', '2027-08-06'),
    span('Herbstferien', '2027-10-04', '2027-10-15'),
    span('Weihnachtsferien', '2027-12-23', '2028-01-07'),
    span('Osterferien', '2028-04-10', '2028-04-21'),
    span('Sommerferien', '2028-07-03', '2028-08-11'),
  ],
};

/** The published school holidays of a Land, oldest first; none for a Land whose days are not kept here yet. */
export const publishedSchoolHolidays = (land: Land): readonly PublishedSchoolHoliday[] => published[land] ?? [];
