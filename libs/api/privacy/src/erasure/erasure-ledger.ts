import type { RequestSubject } from '@mintforge/domain/privacy';
import { CONFIG, type Config, type Tx } from '@mintforge/platform';
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What ends for good: a person, or the key of a pupil's needs. */
export type LedgerKind = RequestSubject | 'NEEDS_KEY';

/** An erasure as the ledger knows it: of the person a hash alone. That of a key has the id of the key. */
export interface LedgerEntry {
  erasure: string;
  region: string;
  kind: LedgerKind;
  subject: string;
  at: string;
  previous: string;
  hash: string;
}

export type NewLedgerEntry = Pick<LedgerEntry, 'erasure' | 'kind' | 'subject' | 'at'>;

/** Holds the ledger of the active region until the transaction ends: an erasure under way and a comparison wait for each other. */
export const lockErasureLedger = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`erasure ledger ${tx.regionId}`]);

/** What stands for a person or a key in the ledger. Ids are random, so that nobody finds the person without the row that it is about. */
export const subjectHash = (regionId: string, kind: LedgerKind, id: string): string => createHash('sha256').update(`${kind}|${regionId}|${id}`).digest('hex');

/** The same in SQL, of the rows `t` of a table. */
export const subjectHashSql = (kind: LedgerKind): string => `encode(sha256(convert_to('${kind}|' || t.region_id || '|' || t.id, 'UTF8')), 'hex')`;

const genesis = '0'.repeat(64);
const hashOf = ({ erasure, region, kind, subject, at, previous }: Omit<LedgerEntry, 'hash'>): string => createHash('sha256').update([previous, erasure, region, kind, subject, at].join('|')).digest('hex');

/**
 * The erasure ledger (Löschbuch): one file per region outside the database and its backups, a line per erasure, each line
 * chained to the one before. Written and on the disk before the erasure commits, so that no crash loses an entry;
 * one whose erasure did not commit is completed by the next replay.
 */
@Injectable()
export class ErasureLedger {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'MINTFORGE_LEDGER_DIR'>) {
    this.folder = config.MINTFORGE_LEDGER_DIR;
  }

  /** All entries of a region in order; a last line cut off by a crash never counted. Throws when the chain is broken. */
  read(regionId: string): LedgerEntry[] {
    return this.load(regionId).entries;
  }

  /**
   * Adds entries and brings them to the disk; an erasure that stands there already is not added twice. The caller holds
   * the region's lock. Throws when the file cannot be written or its chain is broken.
   */
  append(regionId: string, added: readonly NewLedgerEntry[]): void {
    const { entries, bytes } = this.load(regionId);
    const known = new Set(entries.map(({ erasure }) => erasure));
    let previous = entries.at(-1)?.hash ?? genesis;
    const lines = added.filter(({ erasure }) => !known.has(erasure)).map((entry) => {
      const linked = { ...entry, region: regionId, previous };
      previous = hashOf(linked);
      return `${JSON.stringify({ ...linked, hash: previous })}\n`;
    });
    if (lines.length === 0) return;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const fresh = !existsSync(this.path(regionId));
    const file = openSync(this.path(regionId), 'a', 0o600);
    try {
      ftruncateSync(file, bytes);
      writeSync(file, lines.join(''));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (fresh) syncFolder(this.folder);
  }

  /** The whole lines of the file and how many bytes they are. */
  private load(regionId: string): { entries: LedgerEntry[]; bytes: number } {
    if (!existsSync(this.path(regionId))) return { entries: [], bytes: 0 };
    const text = readFileSync(this.path(regionId), 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    let previous = genesis;
    const entries = whole.split('\n').filter(Boolean).map((line, index) => {
      const entry = parse(line);
      if (!entry || entry.region !== regionId || entry.previous !== previous || entry.hash !== hashOf(entry)) throw new Error(`The erasure ledger of region ${regionId} was altered at line ${index + 1}`);
      previous = entry.hash;
      return entry;
    });
    return { entries, bytes: Buffer.byteLength(whole) };
  }

  private path(regionId: string): string {
    return join(this.folder, `${regionId}.jsonl`);
  }
}

function parse(line: string): LedgerEntry | null {
  try {
    return JSON.parse(line) as LedgerEntry;
  } catch {
    return null;
  }
}

/** A new name is on the disk when its folder is; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
