import { MOST_SEATS, tableById } from './faults.ts';
import type { Faults, Row, Table } from './faults.ts';
import { WORST_CLASS } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Lotteries by name; a pupil's numbers take 4 bytes in each. */
const MOST_LOTTERIES = 1_000;

export interface CompanyFacts {
  companyIds: string[];
  companySeats: Int32Array;
  /** Absent when no occurrence is of a company. */
  companies?: NonNullable<Problem['companies']>;
}

/** Reads the companies and which occurrences are theirs. */
export function ingestCompanies(whole: Row, occurrences: Table, faults: Faults): CompanyFacts {
  const table = tableById(faults.list(whole['companies'], 'companies', true), 'companies', faults);
  const capacity = Int32Array.from(table.rows, (row, c) => faults.wholeNumber(row['capacity'], `companies[${table.at[c]!}].capacity`, 0, MOST_SEATS));
  const ofOccurrence = Int32Array.from(occurrences.rows, (row, a) => {
    if (row['company'] === undefined) return -1;
    const path = `occurrences[${occurrences.at[a]!}].company`;
    const company = faults.text(row['company'], path);
    const index = table.find(company);
    if (company !== undefined && index === undefined) faults.add('UNKNOWN_COMPANY', path, { company });
    return index ?? -1;
  });
  return { companyIds: table.ids, companySeats: capacity, ...(ofOccurrence.some((company) => company !== -1) ? { companies: { capacity, ofOccurrence } } : {}) };
}

export interface LotteryFacts {
  /** Names in order; empty when one lottery rules everywhere. */
  lotteryNames: string[];
  /** Per occurrence an index into `lotteryNames`, or -1 = the lottery without a name. */
  lotteryOf: Int32Array;
}

/**
 * Reads which lottery each occurrence draws by. Names have no line feed, nor have the ids of pupils where there are named
 * lotteries, for a line feed is what separates them in the text that is hashed.
 */
export function ingestLotteries(occurrences: Table, pupils: Table, faults: Faults): LotteryFacts {
  const names = occurrences.rows.map((row, a) => {
    if (row['lottery'] === undefined) return undefined;
    const path = `occurrences[${occurrences.at[a]!}].lottery`;
    const name = faults.text(row['lottery'], path);
    if (name?.includes('\n')) faults.add('LINE_FEED', path);
    return name;
  });
  const lotteryNames = [...new Set(names.flatMap((name) => name ?? []))].sort();
  if (lotteryNames.length > MOST_LOTTERIES) faults.add('TOO_MANY_LOTTERIES', 'occurrences', { most: MOST_LOTTERIES, found: lotteryNames.length });
  if (lotteryNames.length > 0) {
    pupils.ids.forEach((id, p) => {
      if (id.includes('\n')) faults.add('LINE_FEED', `pupils[${pupils.at[p]!}].id`);
    });
  }
  const index = new Map(lotteryNames.map((name, i) => [name, i]));
  return { lotteryNames, lotteryOf: Int32Array.from(names, (name) => (name === undefined ? -1 : index.get(name)!)) };
}

/**
 * A company has one order of pupils for all its occurrences: the same class for one pupil and the same lottery. Wishes
 * that are not eligible have no place in an order and do not count.
 */
export function checkCompanyOrders(
  { companies, wishStart, wishOccurrence, wishClass }: Pick<Problem, 'companies' | 'wishStart' | 'wishOccurrence' | 'wishClass'>,
  { lotteryOf }: LotteryFacts,
  pupils: Table,
  occurrences: Table,
  faults: Faults,
): void {
  if (!companies) return;
  const { capacity, ofOccurrence } = companies;
  const first = new Int32Array(capacity.length).fill(-1);
  ofOccurrence.forEach((company, a) => {
    if (company === -1) return;
    const earlier = first[company]!;
    if (earlier === -1) first[company] = a;
    else if (lotteryOf[a] !== lotteryOf[earlier]) faults.add('COMPANY_LOTTERIES_DIFFER', `occurrences[${occurrences.at[a]!}]`, { with: occurrences.ids[earlier]! });
  });
  for (let p = 0; p < pupils.ids.length; p++) {
    const seen = new Map<number, number>();
    for (let e = wishStart[p]!; e < wishStart[p + 1]!; e++) {
      const company = ofOccurrence[wishOccurrence[e]!]!;
      if (company === -1 || wishClass[e]! > WORST_CLASS) continue;
      const earlier = seen.get(company);
      if (earlier === undefined) seen.set(company, e);
      else if (wishClass[earlier] !== wishClass[e]) {
        faults.add('COMPANY_ORDERS_DIFFER', `pupils[${pupils.at[p]!}].wishes`, { occurrence: occurrences.ids[wishOccurrence[e]!]!, with: occurrences.ids[wishOccurrence[earlier]!]! });
      }
    }
  }
}
