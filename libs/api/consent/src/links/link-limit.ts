import { Refusal } from '@mintforge/domain/kernel';
import { currentContext, Db, netOf, runInContext } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const quarterHour = 900;
/** Longer than any link lives. */
const lifetime = 500 * 86_400;
/**
 * Wrong tries, and seconds they count for: of one link, whether it exists or not, in a quarter of an hour and in its whole
 * life, and from one network. A class has some 700 birth dates: at five a quarter of an hour alone, each could be tried
 * within two days by whoever found a link.
 */
const allowed = { link: [5, quarterHour], life: [30, lifetime], net: [60, quarterHour] } as const;
type Limit = keyof typeof allowed;
const nobody = { userId: null, sessionId: null, role: 'NOBODY', regionId: null } as const;

/** Slows down guessing of links and their second factors; counts are in the database, shared by all processes. */
@Injectable()
export class LinkLimit {
  private readonly limiters: Record<Limit, RateLimiterPostgres>;

  constructor(db: Db) {
    const storeClient = {
      query: ({ text, values }: { text: string; values: unknown[] }) =>
        runInContext({ ...currentContext(), actor: nobody }, () => db.write((tx) => tx.query(text, values))).then((rows) => ({ rows, rowCount: rows.length })),
    };
    const limiter = (name: Limit) =>
      new RateLimiterPostgres({ storeClient, storeType: 'client', tableName: 'guess', tableCreated: true, keyPrefix: `consent-${name}`, points: allowed[name][0], duration: allowed[name][1], clearExpiredByTimeout: false });
    this.limiters = { link: limiter('link'), life: limiter('life'), net: limiter('net') };
  }

  /** Counts a try and runs it; what succeeds is forgiven. Refuses TOO_MANY_REQUESTS with the seconds to wait, LINK_INVALID for a link that was tried too often ever. */
  async guarded<T>(token: string, address: string, work: () => Promise<T>): Promise<T> {
    const keys = [['link', keyOf(token)], ['net', keyOf(netOf(address))], ['life', keyOf(token)]] as const;
    for (const [name, key] of keys) await this.limiters[name].consume(key).catch(name === 'life' ? refuseForGood : refuseWhenFull);
    const result = await work();
    for (const [name, key] of keys) await this.limiters[name].reward(key);
    return result;
  }
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27);

/** Nobody waits for as long as a link lives: it is to be asked for anew. */
function refuseForGood(reason: unknown): never {
  throw reason instanceof RateLimiterRes ? new Refusal('LINK_INVALID') : reason;
}

/** The library rejects with its result when a limit is reached, and with an error when the store failed. */
function refuseWhenFull(reason: unknown): never {
  if (reason instanceof RateLimiterRes) throw new Refusal('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
  throw reason;
}
