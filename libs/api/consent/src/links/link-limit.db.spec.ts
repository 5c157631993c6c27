import { Refusal } from '@mintforge/domain/kernel';
import { runInContext } from '@mintforge/platform';
import { openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { LinkLimit } from './link-limit';

let test: TestDatabase;
let limit: LinkLimit;

beforeAll(async () => {
  test = await openTestDatabase();
  limit = new LinkLimit(test.db);
});
afterAll(() => test.close());

/** Somebody in one network after the other, with all the time of the world between two tries. */
let visitors = 0;
const tried = async (token: string, work: () => Promise<string>): Promise<string> => {
  await test.admin.query(`delete from guess where key not like 'consent-life:%'`);
  return runInContext({ requestId: randomUUID(), locale: 'de' }, () => limit.guarded(token, `203.0.${++visitors % 250}.7`, work)).catch((error: unknown) => (error as Refusal).code);
};
const wrong = () => Promise.reject(new Refusal('LINK_INVALID'));
const right = () => Promise.resolve('OPEN');

describe('the second factor of a link', () => {
  it('cannot be found by trying all birth dates of a class, however slowly and from wherever', async () => {
    for (let guess = 0; guess < 30; guess++) await tried('found in a waste bin', wrong);
    expect(await tried('found in a waste bin', right)).toBe('LINK_INVALID');
    expect(await tried('another one', right)).toBe('OPEN');
  });

  it('may be right as often as one likes', async () => {
    for (let visit = 0; visit < 40; visit++) expect(await tried('kept for a year', right)).toBe('OPEN');
  });
});
