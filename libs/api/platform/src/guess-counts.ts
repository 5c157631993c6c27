import { Refusal } from '@mintforge/domain/kernel';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { currentContext, runInContext } from './context';
import type { Db } from './db/db';

const nobody = { userId: null, sessionId: null, role: 'NOBODY', regionId: null } as const;

/**
 * Counts guesses of one kind: `points` within `seconds`. The counts are in the database, as nobody's: shared by all
 * processes and kept over restarts. With `clearExpired` the process deletes counts that have run out.
 */
export function guessCounts(db: Db, keyPrefix: string, points: number, seconds: number, { clearExpired = false } = {}): RateLimiterPostgres {
  const storeClient = {
    query: ({ text, values }: { text: string; values: unknown[] }) =>
      runInContext({ ...currentContext(), actor: nobody }, () => db.write((tx) => tx.query(text, values))).then((rows) => ({ rows, rowCount: rows.length })),
  };
  return new RateLimiterPostgres({ storeClient, storeType: 'client', tableName: 'guess', tableCreated: true, keyPrefix, points, duration: seconds, clearExpiredByTimeout: clearExpired });
}

/** What a count is kept under: a hash, as an address, an account or a token is nobody's business there. */
export const guessKey = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27);

/** Whether a limit is reached: the library rejects with its result then, and with an error, thrown on, when the store failed. */
export function isLimit(reason: unknown): reason is RateLimiterRes {
  if (reason instanceof RateLimiterRes) return true;
  throw reason;
}

/** The refusal TOO_MANY_REQUESTS with the seconds to wait, at least one. */
export const tooMany = ({ msBeforeNext }: RateLimiterRes): Refusal => new Refusal('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) });
