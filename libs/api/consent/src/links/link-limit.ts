import { Refusal } from '@mintforge/domain/kernel';
import { Db, guessCounts, guessKey, isLimit, netOf, tooMany } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

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

/** Slows down guessing of links and their second factors; counts are in the database, shared by all processes. */
@Injectable()
export class LinkLimit {
  private readonly counts: Record<Limit, ReturnType<typeof guessCounts>>;

  constructor(db: Db) {
    const countsOf = (name: Limit) => {
      const [points, seconds] = allowed[name];
      return guessCounts(db, `consent-${name}`, points, seconds);
    };
    this.counts = { link: countsOf('link'), life: countsOf('life'), net: countsOf('net') };
  }

  /** Counts a try and runs it; what succeeds is forgiven. Refuses TOO_MANY_REQUESTS with the seconds to wait, LINK_INVALID for a link that was tried too often ever. */
  async guarded<T>(token: string, address: string, work: () => Promise<T>): Promise<T> {
    const keys = [['link', guessKey(token)], ['net', guessKey(netOf(address))], ['life', guessKey(token)]] as const;
    for (const [name, key] of keys) {
      await this.counts[name].consume(key).catch((reason: unknown) => {
        // Nobody waits for as long as a link lives: it is to be asked for anew.
        if (isLimit(reason)) throw name === 'life' ? new Refusal('LINK_INVALID') : tooMany(reason);
      });
    }
    const result = await work();
    for (const [name, key] of keys) await this.counts[name].reward(key);
    return result;
  }
}
