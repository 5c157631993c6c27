import { PupilIdentities, showRestricted } from '@mintforge/people';
import { currentContext, Db, findContext, Jobs, runInContext, type Tx } from '@mintforge/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Eraser } from './eraser';
import { ErasureLedger, lockErasureLedger, subjectHash, subjectHashSql, type LedgerEntry } from './erasure-ledger';
import { sorted } from './erasures.service';
import type { Erasure } from '../requests/requests.entities';
import { subjectTables } from '../requests/subject-rows';

/** What a comparison of ledger and database found: what was erased again, and entries the ledger had lost. */
export interface ReplayReport {
  regionId: string;
  replayed: number;
  rewritten: number;
}

interface Known {
  id: string;
  kind: Erasure['subjectKind'];
  subjectId: string;
  executedAt: Date;
}

/**
 * Makes database and ledger agree: an erasure that the ledger knows and the database does not (it was restored to an
 * earlier day, or fell between entry and commit) is done again, a destroyed key of needs that came back is destroyed
 * again; an entry that the ledger lost is written anew. Runs before a process serves anything, and by the command
 * `erasures:replay`. A ledger that was altered keeps it from starting.
 */
@Injectable()
export class ErasureReplay implements OnModuleInit {
  private readonly logger = new Logger('erasure');
  /** What the start of this process found. */
  atStart: ReplayReport[] = [];

  constructor(
    private readonly db: Db,
    private readonly eraser: Eraser,
    private readonly ledger: ErasureLedger,
    private readonly jobs: Jobs,
    private readonly identities: PupilIdentities,
  ) {}

  async onModuleInit(): Promise<void> {
    this.jobs.every('45 0 * * *', 'erasures', (regionId) => this.ofRegion(regionId));
    this.jobs.every('*/5 * * * *', 'erasures.keys', (regionId) =>
      this.db.system('destroyed keys entered in the erasure ledger', regionId, async (tx) => {
        if ((await this.enterKeys(tx)) === 0) tx.unaudited();
      }));
    this.atStart = await this.run();
  }

  /** Compares all regions; gives those in which something was amiss. */
  async run(): Promise<ReplayReport[]> {
    const context = findContext() ? currentContext() : { requestId: randomUUID(), locale: 'de' as const, action: 'erasure.replay' };
    return runInContext(context, async () => {
      const regions = await this.db.system('regions for the erasure ledger', null, (tx) => tx.query<{ id: string }>('select id from region order by id'));
      const reports: ReplayReport[] = [];
      for (const { id } of regions) reports.push(await this.ofRegion(id));
      return reports.filter(({ replayed, rewritten }) => replayed + rewritten > 0);
    });
  }

  private async ofRegion(regionId: string): Promise<ReplayReport> {
    const report = await this.db.system('erasure ledger compared', regionId, async (tx) => {
      // An erasure under way has its entry already and is not committed: it is waited for, not done again.
      await lockErasureLedger(tx);
      const entries = this.ledger.read(regionId);
      const known = await tx.query<Known>(`select id, subject_kind as kind, subject_id as "subjectId", executed_at as "executedAt" from erasure where region_id = $1 and state = 'EXECUTED' order by executed_at, id`, [regionId]);
      const lost = known.filter(({ id }) => !entries.some(({ erasure }) => erasure === id));
      const fresh = entries.filter(({ erasure }) => !known.some(({ id }) => id === erasure));
      const replayed = (await this.replay(tx, fresh)) + (await this.shredAgain(tx, fresh));
      this.ledger.append(regionId, lost.map(({ id, kind, subjectId, executedAt }) => ({ erasure: id, kind, subject: subjectHash(regionId, kind, subjectId), at: executedAt.toISOString() })));
      await this.enterKeys(tx);
      return { regionId, replayed, rewritten: lost.length };
    });
    if (report.replayed + report.rewritten > 0) this.logger.warn({ region: regionId, replayed: report.replayed, rewritten: report.rewritten }, 'erasure ledger and database differed');
    return report;
  }

  /** Who is erased already needs nothing, though its record may have ended by now. */
  private async replay(tx: Tx, entries: readonly LedgerEntry[]): Promise<number> {
    await showRestricted(tx);
    let count = 0;
    for (const [kind, those] of Map.groupBy(entries, (entry) => entry.kind)) {
      if (kind === 'USER' || kind === 'NEEDS_KEY') continue;
      const found = await tx.query<{ id: string; hash: string }>(
        `select id, hash from (select t.id, ${subjectHashSql(kind)} as hash from ${subjectTables[kind]} t where t.region_id = $1${kind === 'PUPIL' ? ' and t.erased_on is null' : ''}) h where h.hash = any($2)`, [tx.regionId, those.map(({ subject }) => subject)]);
      const people = new Map(found.map(({ id, hash }) => [hash, id]));
      for (const { erasure, at, subject } of those) {
        const id = people.get(subject);
        if (id === undefined) continue;
        const [lines] = await this.eraser.erase(tx, [{ erasureId: erasure, kind, id }]);
        const { removed, kept } = sorted(lines ?? []);
        await tx.query(
          `insert into erasure (region_id, id, subject_kind, subject_id, ground, state, executed_at, replayed_at, removed, kept) values ($1, $2, $3, $4, 'LEGAL_OBLIGATION', 'EXECUTED', $5, now(), $6, $7)
            on conflict (region_id, id) do update set state = 'EXECUTED', executed_at = excluded.executed_at, replayed_at = excluded.replayed_at, removed = excluded.removed, kept = excluded.kept`,
          [tx.regionId, erasure, kind, id, at, JSON.stringify(removed), JSON.stringify(kept)]);
        tx.note('erasure', 'update', [erasure]);
        count++;
      }
    }
    return count;
  }

  /** Empties the needs whose key the ledger knows as destroyed. A pupil's later needs rest under another key and stay. */
  private async shredAgain(tx: Tx, entries: readonly LedgerEntry[]): Promise<number> {
    const keys = entries.filter(({ kind }) => kind === 'NEEDS_KEY').map(({ subject }) => subject);
    if (keys.length === 0) return 0;
    const found = await tx.query<{ pupilId: string }>(`select t.person_id as "pupilId" from needs_key t where t.region_id = $1 and ${subjectHashSql('NEEDS_KEY')} = any($2)`, [tx.regionId, keys]);
    await this.identities.forgetNeeds(tx, found.map(({ pupilId }) => pupilId));
    return found.length;
  }

  /** Enters keys that were destroyed since; a withdrawal waits for no file, so this follows within minutes. */
  private async enterKeys(tx: Tx): Promise<number> {
    const shredded = await tx.query<{ id: string; at: Date }>('delete from shredded_key where region_id = $1 returning id, created_at as at', [tx.regionId]);
    if (shredded.length === 0) return 0;
    await lockErasureLedger(tx);
    this.ledger.append(tx.regionId, shredded.map(({ id, at }) => ({ erasure: id, kind: 'NEEDS_KEY', subject: subjectHash(tx.regionId, 'NEEDS_KEY', id), at: at.toISOString() })));
    return shredded.length;
  }
}
