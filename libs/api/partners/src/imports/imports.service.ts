import { applyMapping, cleanTable, headersFingerprint, suggestMapping, type ColumnMapping, type Table } from '@mintforge/domain/imports';
import { Refusal } from '@mintforge/domain/kernel';
import type { ImportKind, ImportState } from '@mintforge/domain/partners';
import { Db, Files, Jobs, readTable, type JobRun, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { applyPlan, type UndoStep } from './imports.commit';
import { Import, type ImportCounts } from './imports.entities';
import { planImport, targetsOf, type StagedRow } from './imports.plan';
import { undoSteps } from './imports.undo';
import { OrganisationReferences } from '../references';

const shownRows = 5;
const sampledRows = 50;

/** Imports of lists: uploaded, mapped, previewed, committed as a whole, undone as a whole. */
@Injectable()
export class ImportsService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly references: OrganisationReferences,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<{ importId: string }>('imports.preview', (job) => this.runPreview(job));
    this.jobs.handle<{ importId: string }>('imports.commit', (job) => this.runCommit(job));
  }

  /** Reads an uploaded list and suggests which column is what. Refuses FILE_UNREADABLE, FILE_TOO_LARGE, NOT_FOUND. */
  async create(fileId: string, kind: ImportKind, key?: string | null): Promise<string> {
    const file = await this.files.load(fileId);
    const table = cleanTable(await readTable(file));
    const work = async (tx: Tx) => {
      const fingerprint = headersFingerprint(table.headers);
      const [known] = await tx.query<{ mapping: ColumnMapping }>('select mapping from import_mapping where region_id = $1 and kind = $2 and fingerprint = $3', [tx.regionId, kind, fingerprint]);
      const samples = table.rows.map(({ cells }) => cells);
      const { columns, confidence, remembered } = suggestMapping(table.headers, targetsOf[kind], samples.slice(0, sampledRows), known && { fingerprint, columns: known.mapping });
      const [id] = await tx.insert(Import, {
        kind, state: 'UPLOADED', fileId, fileName: file.name, headers: table.headers, samples: samples.slice(0, shownRows), rowCount: table.rows.length, mapping: columns, confidence, remembered, createdBy: tx.actor.userId,
      });
      return id!;
    };
    return this.db.write(work, { once: { key, input: { fileId, kind } } });
  }

  /** Sets which column is what; a preview made before is void. Refuses IMPORT_COLUMN_MISSING or INVALID_INPUT. */
  setMapping(id: string, version: number, mapping: ColumnMapping): Promise<void> {
    return this.db.write(async (tx) => {
      const { kind, headers } = await this.idle(tx, id, ['UPLOADED', 'PREVIEWED'], version);
      applyMapping({ headers, rows: [], ragged: [], encoding: null, separator: null }, targetsOf[kind], mapping);
      await tx.update(Import, id, { mapping, confidence: {}, state: 'UPLOADED', counts: null, planHash: null });
      await tx.query('delete from import_row where region_id = $1 and import_id = $2', [tx.regionId, id]);
    });
  }

  /** Starts the job that plans every row. */
  preview(id: string, version: number): Promise<void> {
    return this.start(id, version, ['UPLOADED', 'PREVIEWED'], 'imports.preview');
  }

  /** Starts the job that does what the preview says, all or nothing. */
  commit(id: string, version: number): Promise<void> {
    return this.start(id, version, ['PREVIEWED'], 'imports.commit');
  }

  /** Takes a committed import back as a whole. Refuses IMPORT_CHANGED_SINCE, IMPORT_ALREADY_UNDONE, IMPORT_NOT_READY. */
  undo(id: string, version: number): Promise<void> {
    return this.db.write(async (tx) => {
      const { state } = await tx.lock(Import, id, version);
      if (state === 'UNDONE') throw new Refusal('IMPORT_ALREADY_UNDONE');
      if (state !== 'COMMITTED') throw new Refusal('IMPORT_NOT_READY', { state });
      await oneImportAtATime(tx);
      const rows = await tx.query<{ undo: UndoStep[] }>('select undo from import_row where region_id = $1 and import_id = $2 and undo is not null order by number', [tx.regionId, id]);
      await undoSteps(tx, rows.flatMap(({ undo }) => undo), this.references);
      await tx.update(Import, id, { state: 'UNDONE', undoneAt: new Date() });
    });
  }

  /** Throws away an import that is not in force, with its file and its staged rows. */
  discard(id: string): Promise<void> {
    return this.db.write(async (tx) => {
      const { fileId } = await this.idle(tx, id, ['UPLOADED', 'PREVIEWED', 'UNDONE']);
      await tx.delete(Import, id);
      if (fileId) await this.files.remove(tx, fileId);
    });
  }

  private start(id: string, version: number, states: ImportState[], kind: string): Promise<void> {
    return this.db.write(async (tx) => {
      await this.idle(tx, id, states, version);
      await tx.update(Import, id, { jobId: await this.jobs.start(tx, kind, { importId: id }) });
    });
  }

  /** The import, locked, in one of these states and with no job under way. */
  private async idle(tx: Tx, id: string, states: ImportState[], version?: number): Promise<Import> {
    const found = await tx.lock(Import, id, version);
    if (!states.includes(found.state)) throw new Refusal('IMPORT_NOT_READY', { state: found.state });
    const running = await tx.query(`select id from job where region_id = $1 and id = $2 and state in ('QUEUED', 'RUNNING')`, [tx.regionId, found.jobId]);
    if (running.length > 0) throw new Refusal('IMPORT_NOT_READY', { state: 'RUNNING' });
    return found;
  }

  private async tableOf(id: string): Promise<Table | null> {
    const { fileId } = await this.db.read((tx) => tx.find(Import, id));
    return fileId === null ? null : cleanTable(await readTable(await this.files.load(fileId)));
  }

  private async runPreview({ payload: { importId }, report }: JobRun<{ importId: string }>): Promise<ImportCounts | null> {
    await report(5, 'READ');
    const table = await this.tableOf(importId);
    return this.db.write(async (tx) => {
      const { kind, mapping, state, headers, counts } = await tx.lock(Import, importId);
      if (!table || !['UPLOADED', 'PREVIEWED'].includes(state)) return counts;
      await report(25, 'PLAN');
      const plan = await planImport(tx, kind, table, mapping);
      await report(70, 'WRITE');
      await tx.query('delete from import_row where region_id = $1 and import_id = $2', [tx.regionId, importId]);
      await stageRows(tx, importId, plan.staged);
      await tx.query('insert into import_mapping (region_id, kind, fingerprint, mapping) values ($1, $2, $3, $4) on conflict (region_id, kind, fingerprint) do update set mapping = excluded.mapping', [
        tx.regionId, kind, headersFingerprint(headers), JSON.stringify(mapping),
      ]);
      await tx.update(Import, importId, { state: 'PREVIEWED', counts: plan.counts, planHash: plan.hash });
      return plan.counts;
    });
  }

  /** Harmless when run twice: the state, read under the lock, tells whether it is done. */
  private async runCommit({ payload: { importId }, report }: JobRun<{ importId: string }>): Promise<ImportCounts | null> {
    await report(5, 'READ');
    const table = await this.tableOf(importId);
    return this.db.write(async (tx) => {
      const { kind, mapping, state, counts, planHash, fileId } = await tx.lock(Import, importId);
      if (state === 'COMMITTED' || state === 'UNDONE') return counts;
      if (state !== 'PREVIEWED' || !table) throw new Refusal('IMPORT_NOT_READY', { state });
      await oneImportAtATime(tx);
      await report(20, 'PLAN');
      const plan = await planImport(tx, kind, table, mapping);
      if (plan.hash !== planHash) throw new Refusal('IMPORT_PREVIEW_OUTDATED');
      await report(45, 'WRITE');
      const steps = await applyPlan(tx, plan.toApply, importId);
      await tx.query('update import_row r set undo = s.undo from jsonb_to_recordset($3) as s(number int, undo jsonb) where r.region_id = $1 and r.import_id = $2 and r.number = s.number', [
        tx.regionId, importId, JSON.stringify([...steps].map(([number, undo]) => ({ number, undo }))),
      ]);
      await tx.update(Import, importId, { state: 'COMMITTED', committedAt: new Date() });
      if (fileId) await this.files.remove(tx, fileId);
      await report(95, 'WRITE');
      return plan.counts;
    });
  }
}

/** Imports of a region follow each other, so that none plans on what another is about to write. */
async function oneImportAtATime(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('import' || $1, 0))`, [tx.regionId]);
}

async function stageRows(tx: Tx, importId: string, staged: readonly StagedRow[]): Promise<void> {
  await tx.query(
    `insert into import_row (region_id, import_id, number, verdict, title, cells, findings, target_id)
     select $1, $2, r.number, r.verdict, r.title, r.cells, r.findings, r."targetId"
       from jsonb_to_recordset($3) as r(number int, verdict text, title text, cells jsonb, findings jsonb, "targetId" uuid)`,
    [tx.regionId, importId, JSON.stringify(staged)],
  );
  tx.note('import_row', 'insert', staged.map(() => importId));
}
