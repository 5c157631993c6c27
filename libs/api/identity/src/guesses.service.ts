import { Db, guessCounts, guessKey, isLimit, netOf, tooMany } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

type Counts = ReturnType<typeof guessCounts>;

/** Tries that cost nothing, over which time they are counted, and the longest wait after them, in seconds. */
interface Rule {
  name: string;
  free: number;
  counted: number;
  longestWait: number;
}

const day = 86_400;
const hour = 3600;
const firstWait = 5;

/**
 * Guessing is slowed per account seen from one network, per account from anywhere (a short wait only, so that strangers
 * cannot lock anybody out), per network, and in all (AUT-1).
 */
const rules = {
  accountFromNet: { name: 'account-net', free: 5, counted: day, longestWait: 900 },
  account: { name: 'account', free: 20, counted: day, longestWait: 60 },
  net: { name: 'net', free: 100, counted: hour, longestWait: 900 },
  all: { name: 'all', free: 1000, counted: 60, longestWait: firstWait },
} satisfies Record<string, Rule>;

const mailsPerHour = { account: 3, net: 30 };

/** Doubles with every try beyond the free ones, from 5 seconds up to the rule's longest wait. */
export const waitAfter = (tries: number, { free, longestWait }: Pick<Rule, 'free' | 'longestWait'>): number => Math.min(longestWait, firstWait * 2 ** Math.min(20, tries - free - 1));

/** A try that was let through: tell how it ended, or it stays counted. */
export interface Try {
  /** It was right: the account is forgiven its earlier tries from this network. */
  succeeded(): Promise<void>;
  /** It was neither right nor a guess (the second factor is still to come): it alone is uncounted. */
  undone(): Promise<void>;
}

/** Slows down guessing of passwords and codes; counts are in the database, shared by all processes and kept over restarts. */
@Injectable()
export class Guesses {
  private readonly tries: Map<Rule, { counts: Counts; waits: Counts }>;
  private readonly mails: { account: Counts; net: Counts };

  constructor(db: Db) {
    this.tries = new Map(Object.values(rules).map((rule) => [rule, { counts: guessCounts(db, `tries-${rule.name}`, 1e9, rule.counted), waits: guessCounts(db, `wait-${rule.name}`, 1, rule.longestWait) }]));
    this.mails = { account: guessCounts(db, 'mail-account', mailsPerHour.account, hour, { clearExpired: true }), net: guessCounts(db, 'mail-net', mailsPerHour.net, hour) };
  }

  /** Lets a try through, counted as a failure until told otherwise. Refuses TOO_MANY_REQUESTS with the seconds to wait. */
  async begin(account: string, address: string): Promise<Try> {
    const net = netOf(address);
    const keys: [Rule, string][] = [[rules.accountFromNet, guessKey(account, net)], [rules.account, guessKey(account)], [rules.net, guessKey(net)], [rules.all, 'all']];
    for (const [rule, key] of keys) {
      const wait = await this.of(rule).waits.get(key);
      if (wait && wait.consumedPoints > 0) throw tooMany(wait);
    }
    for (const [rule, key] of keys) await this.count(rule, key);
    const undone = async () => {
      for (const [rule, key] of keys) await this.of(rule).counts.reward(key);
    };
    const succeeded = async () => {
      await undone();
      const { counts, waits } = this.of(rules.accountFromNet);
      await counts.delete(guessKey(account, net));
      await waits.delete(guessKey(account, net));
    };
    return { succeeded, undone };
  }

  /** Whether one more mail may be caused for this account from this address within the hour; it is counted. */
  async mayMail(account: string, address: string): Promise<boolean> {
    const asked = [() => this.mails.net.consume(guessKey(netOf(address))), () => this.mails.account.consume(guessKey(account))];
    for (const ask of asked) {
      const full = await ask().then(() => false, (reason: unknown) => isLimit(reason));
      if (full) return false;
    }
    return true;
  }

  private of(rule: Rule) {
    const limiters = this.tries.get(rule);
    if (!limiters) throw new Error(`No limiter for ${rule.name}`);
    return limiters;
  }

  /** Beyond the free tries each one needs the only place of its waiting time, so that parallel tries gain nothing. */
  private async count(rule: Rule, key: string): Promise<void> {
    const { counts, waits } = this.of(rule);
    const { consumedPoints } = await counts.consume(key);
    if (consumedPoints <= rule.free) return;
    await waits.consume(key, 1, { customDuration: waitAfter(consumedPoints, rule) }).catch((reason: unknown) => {
      if (isLimit(reason)) throw tooMany(reason);
    });
  }
}
