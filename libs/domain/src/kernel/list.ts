import { Refusal } from './refusals';

/** Rows of one page at most (privacy-security API-1). */
export const maxPerPage = 100;

/** A page of a list as asked for: 1-based page, rows per page 1..100. */
export interface PageRequest {
  page: number;
  perPage: number;
}

/** Checks a page request and gives limit and offset for SQL. Refuses INVALID_INPUT naming the field. */
export function pageWindow({ page, perPage }: PageRequest): { limit: number; offset: number } {
  if (!Number.isInteger(page) || page < 1 || page > 1_000_000) throw new Refusal('INVALID_INPUT', {}, { page: 'range' });
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > maxPerPage) throw new Refusal('INVALID_INPUT', {}, { perPage: 'range' });
  return { limit: perPage, offset: (page - 1) * perPage };
}

/** React-Admin's `{field, order}` as the API's sort key: `startsAt`, `DESC` -> `STARTS_AT_DESC`. */
export const sortKey = (field: string, order: string): string =>
  `${field.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_${order.toUpperCase()}`;
