import { Refusal } from '@mintforge/domain/kernel';
import { currentContext, Db, netOf, runInContext } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const quarterHour = 900;
/** Wrong tries in a quarter of an hour: of one link, whether it exists or not, and from one network. */
const allowed = { link: 5, net: 60 };
const nobody = { userId: null, sessionId: null, role: 'NOBODY', regionId: null } as const;

/** Slows down guessing of links and their second factors; counts are in the database, shared by all processes. */
@Injectable()
export class LinkLimit {
  private readonly limiters: { link: RateLimiterPostgres; net: RateLimiterPostgres };

  constructor(db: Db) {
    const storeClient = {
      query: ({ text, values }: { text: string; values: unknown[] }) =>
        runInContext({ ...currentContext(), actor: nobody }, () => db.write((tx) => tx.query(text, values))).then((rows) => ({ rows, rowCount: rows.length })),
    };
    const limiter = (name: keyof typeof allowed) =>
      new RateLimiterPostgres({ storeClient, storeType: 'client', tableName: 'guess', tableCreated: true, keyPrefix: `consent-${name}`, points: allowed[name], duration: quarterHour, clearExpiredByTimeout: false });
    this.limiters = { link: limiter('link'), net: limiter('net') };
  }

  /** Counts a try and runs it; what succeeds is forgiven. Refuses TOO_MANY_REQUESTS with the seconds to wait. */
  async guarded<T>(token: string, address: string, work: () => Promise<T>): Promise<T> {
    const keys = [['link', keyOf(token)], ['net', keyOf(netOf(address))]] as const;
    for (const [name, key] of keys) await this.limiters[name].consume(key).catch(refuseWhenFull);
    const result = await work();
    for (const [name, key] of keys) await this.limiters[name].reward(key);
    return result;
  }
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27);

/** The library rejects with its result when a limit is reached, and with an error when the store failed. */
function refuseWhenFull(reason: unknown): never {
  if (reason instanceof RateLimiterRes) throw new Refusal('TOO_MANY_REQUESTS', { seconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
  throw reason;
}
