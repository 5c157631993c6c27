import { Refusal } from '@mintforge/domain/kernel';
import { Injectable } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { currentActor, currentContext, findContext, type Actor } from '../context';
import { actOf, type Change } from './changes';
import { isRetriable } from './errors';
import { Tx } from './tx';

const attempts = 4;
/** A write of so many rows of one table makes the planner's statistics of it wrong enough to matter. */
const manyRows = 200;
const uuid = /^[\da-f-]{36}$/i;
const role = /^[A-Z_]{2,40}$/;

/** Options of `db.write`: `once` makes a creating act idempotent by the client's key (result must be JSON). */
export interface WriteOptions {
  once?: { key: string | null | undefined; input: unknown };
}

/** `set_config` calls local to the transaction. Values are checked, so they may stand in a simple query beside BEGIN. */
function settings(actor: Actor): string {
  const checked = (value: string | null, form: RegExp) => {
    if (value !== null && !form.test(value)) throw new Error('Malformed actor');
    return value ?? '';
  };
  return `select set_config('app.actor','${checked(actor.userId, uuid)}',true),set_config('app.role','${checked(actor.role, role)}',true),set_config('app.region','${checked(actor.regionId, uuid)}',true)`;
}

/**
 * The three doors to the database; nobody queries outside one. Each opens a transaction with actor, role and region set
 * locally, so that row-level security binds everything inside. A door inside a door joins it.
 */
@Injectable()
export class Db {
  private readonly open = new AsyncLocalStorage<Tx>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Reads in a read-only transaction as the current actor. Reads of protected fields that were noted on `tx` are
   * audited by a short write of its own before the answer leaves: no audit, no answer. Refuses UNAUTHENTICATED
   * without an actor.
   */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.enter(currentActor(), false, work);
  }

  /**
   * Writes in one transaction as the current actor; commits before it answers. 40001 and 40P01 run the whole closure
   * again (up to three times, with jitter), so it must touch nothing outside. The audit row is written here.
   * With `once`, the same key and input by the same actor answer the first result again; another input refuses
   * IDEMPOTENCY_KEY_REUSED. Refuses ONLY_LOOKING in a session that only looks.
   */
  async write<T>(work: (tx: Tx) => Promise<T>, { once }: WriteOptions = {}): Promise<T> {
    const actor = currentActor();
    if (actor.looking) throw new Refusal('ONLY_LOOKING');
    return this.enter(actor, true, this.guarded(work, once));
  }

  /** Writes as SYSTEM in a region (null = outside any); the reason lands in the audit row, also when nothing changed. `once` as in `write`. */
  system<T>(reason: string, regionId: string | null, work: (tx: Tx) => Promise<T>, { once }: WriteOptions = {}): Promise<T> {
    const userId = findContext()?.actor?.userId ?? null;
    return this.enter({ userId, sessionId: null, role: 'SYSTEM', regionId }, true, this.guarded(work, once), reason);
  }

  private guarded<T>(work: (tx: Tx) => Promise<T>, once: WriteOptions['once']): (tx: Tx) => Promise<T> {
    const key = once?.key;
    return key ? (tx) => this.once(tx, key, once.input, work) : work;
  }

  /** Whether the database answers right now. */
  answers(): Promise<boolean> {
    return this.dataSource.query('select 1').then(
      () => true,
      () => false,
    );
  }

  private async enter<T>(actor: Actor, writable: boolean, work: (tx: Tx) => Promise<T>, reason?: string): Promise<T> {
    const outer = this.open.getStore();
    if (outer && outer.actor.role === actor.role && outer.actor.regionId === actor.regionId) {
      if (writable && !outer.writable) throw new Error('A write door inside a read door');
      return work(outer);
    }
    for (let attempt = 1; ; attempt++) {
      try {
        const { result, noted, why } = await this.attempt(actor, writable, work, reason);
        if (!writable && (noted.length > 0 || actor.looking?.kind === 'BREAK_GLASS')) await this.enter(actor, true, async (tx) => void tx.changes.push(...noted), why);
        return result;
      } catch (error) {
        if (!writable || attempt === attempts || !isRetriable(error)) throw error;
        await pause(2 ** attempt * 5 * (1 + Math.random()));
      }
    }
  }

  private async attempt<T>(actor: Actor, writable: boolean, work: (tx: Tx) => Promise<T>, reason?: string): Promise<{ result: T; noted: Change[]; why?: string }> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    let broken = false;
    try {
      await this.begin(runner, client, actor, writable);
      const tx = new Tx(client, runner.manager, actor, writable);
      const result = await this.open.run(tx, () => work(tx));
      if (writable) await this.audit(tx, reason);
      if (writable) await refreshStatistics(tx);
      await client.query('commit');
      return { result, noted: tx.changes, why: tx.reason ?? undefined };
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true));
      throw error;
    } finally {
      if (broken) await client.query('discard all').catch(() => undefined);
      await runner.release();
    }
  }

  /** BEGIN and its settings in one round trip. TypeORM, which would take three, is told, as it locks rows only in a transaction it knows of. */
  private async begin(runner: QueryRunner, client: PoolClient, actor: Actor, writable: boolean): Promise<void> {
    await client.query(`begin isolation level read committed ${writable ? 'read write' : 'read only'}; ${settings(actor)}`);
    Object.assign(runner, { isTransactionActive: true });
  }

  private async audit(tx: Tx, reason?: string): Promise<void> {
    const { looking } = tx.actor;
    const why = [looking && [looking.kind, looking.grantId], tx.reason ?? reason].flat().filter(Boolean).join(' ') || null;
    if (tx.changes.length === 0 && (!why || tx.silent)) return;
    const context = findContext();
    const { changes, more } = actOf(tx.changes);
    await tx.query('select app.append_audit($1, $2, $3, $4, $5)', [context?.action ?? 'system', why, context?.requestId ?? null, JSON.stringify(changes), JSON.stringify(more)]);
  }

  private async once<T>(tx: Tx, key: string, input: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (key.length < 8 || key.length > 100) throw new Refusal('INVALID_INPUT', {}, { idempotencyKey: 'length' });
    const fingerprint = createHash('sha256').update(`${currentContext().action}\n${JSON.stringify(input)}`).digest();
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.regionId}${tx.actor.userId}${key}`]);
    const [seen] = await tx.query<{ fingerprint: Buffer; result: T }>('select fingerprint, result from idempotency where region_id = $1 and actor_id = $2 and key = $3', [tx.regionId, tx.actor.userId, key]);
    if (seen) {
      if (!seen.fingerprint.equals(fingerprint)) throw new Refusal('IDEMPOTENCY_KEY_REUSED');
      return seen.result;
    }
    const result = await work(tx);
    await tx.query('insert into idempotency (region_id, actor_id, key, fingerprint, result) values ($1, $2, $3, $4, $5)', [tx.regionId, tx.actor.userId, key, fingerprint, JSON.stringify(result)]);
    return result;
  }
}

/** Tells the planner of many new rows at once: it takes a region it has never seen for one row, and its lists then take seconds. */
async function refreshStatistics(tx: Tx): Promise<void> {
  const tables = [...tx.gains].filter(([, rows]) => rows >= manyRows).map(([table]) => table);
  if (tables.length > 0) await tx.query('select app.refresh_statistics($1)', [tables]);
}
