import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addAnchor, binding, readAnchors, regionless, sha256, type AnchorLine } from './anchor-file';
import { CONFIG, type Config } from './config';
import { Db } from './db/db';
import type { Tx } from './db/tx';
import { Jobs } from './jobs';
import { SecurityEvents } from './security-events';
import { Signer } from './signing';

/** What a cut took away: how many rows, and the last of them. */
export interface AuditCut {
  rows: number;
  seq: number;
}

/** What came of handing a chain's file over to the key of today. FORGED = its end is signed by neither key, or a line before does not stand. */
export type HandedOver = 'DONE' | 'NOTHING' | 'FORGED';

interface Head {
  seq: number;
  hash: string;
  reason: string | null;
}

/** The last row of a chain, while nobody else anchors it. */
async function lockedHead(tx: Tx, chain: string): Promise<Head | undefined> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('anchor' || $1, 0))", [chain]);
  const [head] = await tx.query<Head>(`select seq, encode(hash, 'hex') as hash, reason from audit where region_id = $1 order by seq desc limit 1`, [chain]);
  return head;
}

/** Whether the row of the last anchor is there as it was signed, or was cut off with its retention. */
async function stillStands(tx: Tx, chain: string, last: AnchorLine | undefined): Promise<boolean> {
  if (!last) return true;
  const { stands } = await tx.one<{ stands: boolean }>(
    `select exists (select from audit where region_id = $1 and seq = $2 and encode(hash, 'hex') = $3) or exists (select from audit_base where region_id = $1 and seq >= $2) as stands`, [chain, last.seq, last.hash]);
  return stands;
}

/** The note by which a chain knows its own anchors, so that one missing in the file is missed. */
const noteOf = ({ n, line }: Pick<AnchorLine, 'n' | 'line'>): string => `anchor ${n} ${sha256(line)}`;
export const anchorNote = /^anchor (\d+) ([\da-f]{64})$/;

/**
 * Anchors (Verankerung): every hour the head of each audit chain is signed into a file outside the database, and the chain
 * notes the line. Whoever rewrites or shortens a chain needs the signing key, whoever shortens the file is told by the chain.
 */
@Injectable()
export class AuditAnchors implements OnModuleInit {
  private readonly logger = new Logger('audit');
  private readonly signer: Signer;

  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
    private readonly events: SecurityEvents,
  ) {
    this.signer = new Signer(config.MINTFORGE_ANCHOR_KEY);
  }

  onModuleInit(): void {
    this.jobs.every('0 * * * *', 'audit.anchor', async (regionId, now) => {
      await this.anchor(null, now);
      await this.anchor(regionId, now);
    });
  }

  /** The public key of the anchors, PEM. */
  get publicKey(): string {
    return this.signer.verifier.pem;
  }

  /** The anchors of a chain, from the configured folder or a copy of it. */
  read(chain: string, folder = this.config.ANCHOR_DIR) {
    return readAnchors(folder, chain, this.signer.verifier);
  }

  /** Anchors the head of a region's chain (null = the chain outside regions); one that stands where its last anchor left it is left alone. */
  async anchor(regionId: string | null, now: Date): Promise<void> {
    await this.db.system('audit anchor', regionId, async (tx) => {
      const chain = regionId ?? regionless;
      const head = await lockedHead(tx, chain);
      const { lines, forgedAt } = await this.read(chain);
      const last = binding(lines).at(-1);
      if (forgedAt !== null || !(await stillStands(tx, chain, last))) await this.warn(tx, chain, forgedAt);
      const moved = head && !(last && head.seq <= last.seq + 1 && anchorNote.test(head.reason ?? ''));
      if (!head || forgedAt !== null || !moved || last?.at === now.toISOString()) return tx.unaudited();
      tx.because(noteOf(await addAnchor(this.config.ANCHOR_DIR, this.signer, lines.at(-1), { chain, seq: head.seq, hash: head.hash, at: now.toISOString() })));
    });
  }

  /** Says of a region's chain (null = the one outside regions), signed, that a restored backup ends where it ends now. Done by hand, after a restore. */
  async restored(regionId: string | null, now: Date): Promise<void> {
    await this.db.system('audit after a restore', regionId, async (tx) => {
      const chain = regionId ?? regionless;
      const head = await lockedHead(tx, chain);
      const { lines, forgedAt } = await this.read(chain);
      if (head && forgedAt === null) tx.because(noteOf(await addAnchor(this.config.ANCHOR_DIR, this.signer, lines.at(-1), { chain, seq: head.seq, hash: head.hash, at: now.toISOString(), restored: true })));
    });
  }

  /**
   * Hands the anchors of a region's chain (null = the one outside regions) over from the previous key to the one of today:
   * one line, signed by both. Done by hand, when the key was changed; a file that has been handed over, or is empty, is left
   * alone. Throws without a previous key.
   */
  async handOver(regionId: string | null, now: Date): Promise<HandedOver> {
    const secret = this.config.MINTFORGE_ANCHOR_KEY_PREVIOUS;
    if (!secret) throw new Error('MINTFORGE_ANCHOR_KEY_PREVIOUS: is missing');
    const retiring = new Signer(secret);
    return this.db.system('audit anchors handed over', regionId, async (tx) => {
      const chain = regionId ?? regionless;
      const head = await lockedHead(tx, chain);
      const { lines, forgedAt } = await readAnchors(this.config.ANCHOR_DIR, chain, retiring.verifier);
      const last = forgedAt === null ? lines.at(-1) : undefined;
      if (!last) {
        tx.unaudited();
        return (await this.read(chain)).forgedAt === null ? 'NOTHING' : 'FORGED';
      }
      const { seq, hash } = head ?? last;
      tx.because(noteOf(await addAnchor(this.config.ANCHOR_DIR, this.signer, last, { chain, seq, hash, at: now.toISOString() }, retiring)));
      return 'DONE';
    });
  }

  private async warn(tx: Tx, chain: string, line: number | null): Promise<void> {
    this.logger.error({ chain, line }, line === null ? 'an anchored row is missing or was altered' : 'an anchor does not stand; nothing is anchored behind it');
    await this.events.note(tx, 'AUDIT_BROKEN', { actorId: null });
  }

  /**
   * Cuts the active chain (SYSTEM's transaction) at its newest anchor whose row is older than `before`: rows up to it are
   * deleted, what follows stays verifiable from there. Gives null where no anchor is old enough or the anchored row is
   * not the one that was signed: a chain that does not stand is not cut.
   */
  async cut(tx: Tx, before: Date): Promise<AuditCut | null> {
    const chain = tx.actor.regionId ?? regionless;
    const { lines } = await this.read(chain);
    for (const { seq, hash } of binding(lines).filter(({ at }) => new Date(at) <= before).reverse()) {
      const [row] = await tx.query<{ hash: string }>(`select encode(hash, 'hex') as hash from audit where region_id = $1 and seq = $2 and at <= $3`, [chain, seq, before]);
      if (!row) continue;
      if (row.hash !== hash) return null;
      const { rows } = await tx.one<{ rows: number }>('select app.cut_audit($1) as rows', [seq]);
      return { rows, seq };
    }
    return null;
  }
}
