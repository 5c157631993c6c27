import { Refusal } from '@mintforge/domain/kernel';
import type { MatchingInput, Outcome } from '@mintforge/matching-engine';
import type { Tx } from '@mintforge/platform';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Run } from '../matching.entities';

/** What a run was computed from and what it found, as the engine took and gave it; no personal value. */
export interface RunRecord {
  input: MatchingInput;
  outcome: Outcome;
}

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** Keeps the record of a run; gives the hash of its outcome: SHA-256 (hex) of its JSON. */
export async function keepRecord(tx: Tx, runId: string, { input, outcome }: RunRecord): Promise<string> {
  const outcomeHash = createHash('sha256').update(JSON.stringify(outcome)).digest('hex');
  await tx.query('insert into run_record (region_id, run_id, content, outcome_hash) values ($1, $2, $3, $4)', [tx.regionId, runId, await packed(JSON.stringify({ input, outcome })), outcomeHash]);
  tx.note('run_record', 'insert', [runId]);
  return outcomeHash;
}

/** The record of a run. Refuses NOT_FOUND without the run, RUN_NOT_FINISHED when it has none. */
export async function recordOf(tx: Tx, runId: string): Promise<RunRecord & { outcomeHash: string }> {
  const { content, outcomeHash } = await tx.one<{ content: Buffer | null; outcomeHash: string }>(
    'select c.content, c.outcome_hash as "outcomeHash" from run n left join run_record c on c.region_id = n.region_id and c.run_id = n.id where n.region_id = $1 and n.id = $2', [tx.regionId, runId]);
  if (!content) throw new Refusal('RUN_NOT_FINISHED');
  return { ...(JSON.parse((await unpacked(content)).toString()) as RunRecord), outcomeHash };
}

/**
 * A run's record as a file that the engine's command line recomputes (`npx matching-engine recompute`): input, outcome,
 * and what they are about. The reading is noted for the audit. Refuses as `recordOf`.
 */
export async function exportedRecord(tx: Tx, runId: string): Promise<{ number: number; content: Buffer }> {
  const { input, outcome, outcomeHash } = await recordOf(tx, runId);
  const { roundId, number, createdAt } = await tx.find(Run, runId);
  tx.note('run_record', 'read', [runId]);
  const about = { product: 'mintforge', roundId, runId, number, createdAt, outcomeHash, recompute: 'npx matching-engine recompute <this file>' };
  return { number, content: Buffer.from(JSON.stringify({ about, input, outcome })) };
}
