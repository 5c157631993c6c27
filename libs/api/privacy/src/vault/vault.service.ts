import { berlinDay, checkSecondPerson, Refusal } from '@mintforge/domain/kernel';
import { endOfEvidence, type EvidenceKind } from '@mintforge/domain/privacy';
import { Clock, currentActor, Db, Files, isHeld, Jobs, Tasks, type StoredFile, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { rulesInForce, termOf } from '../retention/retention-rules';
import { EvidenceAccess, EvidenceGrant, EvidenceInterruption, EvidenceItem } from './vault.entities';
import type { ChangeGrantArgs, EndInterruptionArgs, EvidenceGrantInput, InterruptionInput } from './vault.inputs';

/** How long leave to read a document lasts. */
const accessHours = 8;

/** A document to keep. */
export interface NewEvidence {
  grantId: string;
  kind: EvidenceKind;
  title: string;
  datedOn: string;
  name: string;
  content: Buffer;
}

/** The first day on which evidence of each grant may go, by the rule in force and the data of the grant; null where there is none yet. */
export async function evidenceEnds(tx: Tx, now: Date, grants: readonly Pick<EvidenceGrant, 'id' | 'lastPaidOn'>[], interruptions: readonly EvidenceInterruption[]): Promise<Map<string, string | null>> {
  const rule = (await rulesInForce(tx, berlinDay(now))).find(({ retentionClass }) => retentionClass === 'R-ESF-DOC');
  const stops = (id: string) => interruptions.filter(({ grantId }) => grantId === id).map(({ beganOn, endedOn }) => ({ from: beganOn, until: endedOn }));
  return new Map(grants.map(({ id, lastPaidOn }) => [id, rule ? endOfEvidence(termOf(rule), lastPaidOn, stops(id)) : null]));
}

/**
 * The vault of evidence (Nachweistresor): documents of a funding case live by the dates of their grant, not by the rows and
 * people they tell of. Reading takes two, and so does deleting, once the period is over.
 */
@Injectable()
export class Vault implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly tasks: Tasks,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('30 1 * * *', 'evidence', (regionId, now) => this.db.system('evidence due', regionId, (tx) => this.remind(tx, now)));
  }

  /** Adds a grant and gives its id. Refuses ALREADY_EXISTS for a reference known. */
  addGrant(input: EvidenceGrantInput, idempotencyKey: string): Promise<string> {
    return this.db.write(async (tx) => (await tx.insert(EvidenceGrant, { ...input, lastPaidOn: input.lastPaidOn ?? null }))[0]!, { once: { key: idempotencyKey, input } });
  }

  /** Says when a grant was paid last. Refuses VERSION_CONFLICT. */
  paid({ id, version, lastPaidOn }: ChangeGrantArgs): Promise<void> {
    return this.db.write((tx) => tx.update(EvidenceGrant, id, { lastPaidOn: lastPaidOn ?? null }, version));
  }

  /** Stops the period of a grant, and gives the id of the interruption. */
  interrupt(input: InterruptionInput): Promise<string> {
    return this.db.write(async (tx) => {
      await tx.find(EvidenceGrant, input.grantId);
      return (await tx.insert(EvidenceInterruption, { ...input }))[0]!;
    });
  }

  /** Lets the period run again. Refuses INVALID_INPUT for a day before it began. */
  endInterruption({ id, endedOn }: EndInterruptionArgs): Promise<void> {
    return this.db.write(async (tx) => {
      const { beganOn } = await tx.lock(EvidenceInterruption, id);
      if (endedOn < beganOn) throw new Refusal('INVALID_INPUT', {}, { endedOn: 'outOfRange' });
      await tx.update(EvidenceInterruption, id, { endedOn });
    });
  }

  /** Puts a document into the vault and gives its id. Refuses NOT_FOUND, and as `checkFile`. */
  put({ name, content, ...item }: NewEvidence): Promise<string> {
    return this.db.write(async (tx) => {
      await tx.find(EvidenceGrant, item.grantId);
      const file = await this.files.keep(tx, { kind: 'EVIDENCE', name, content });
      const [id] = await tx.insert(EvidenceItem, { ...item, fileId: file.id, sha256: createHash('sha256').update(content).digest(), putBy: tx.actor.userId });
      return id!;
    });
  }

  /** Asks for leave to read a document and gives the id; another person allows it. */
  ask(itemId: string, reason: string): Promise<string> {
    return this.db.system('evidence asked for', currentActor().regionId, async (tx) => {
      await tx.find(EvidenceItem, itemId);
      return (await tx.insert(EvidenceAccess, { itemId, reason, askedBy: tx.actor.userId }))[0]!;
    });
  }

  /** Gives leave to who asked, for some hours. Refuses FOUR_EYES to who asked; leave already given stays as it is. */
  allow(accessId: string): Promise<void> {
    return this.db.write(async (tx) => {
      const { askedBy, allowedAt } = await tx.lock(EvidenceAccess, accessId);
      checkSecondPerson(askedBy, tx.actor.userId);
      if (allowedAt !== null) return;
      const now = this.clock.now();
      await tx.update(EvidenceAccess, accessId, { allowedBy: tx.actor.userId, allowedAt: now, endsAt: new Date(now.getTime() + accessHours * 3_600_000) });
    });
  }

  /** The document, for who has leave; the reading is audited. Refuses NOT_FOUND, EVIDENCE_NOT_ALLOWED. */
  read(itemId: string): Promise<StoredFile> {
    return this.db.read(async (tx) => {
      const { fileId } = await tx.find(EvidenceItem, itemId);
      const [leave] = await tx.query('select 1 from evidence_access where region_id = $1 and item_id = $2 and asked_by = $3 and ends_at > $4 limit 1', [tx.regionId, itemId, tx.actor.userId, this.clock.now()]);
      if (!leave) throw new Refusal('EVIDENCE_NOT_ALLOWED');
      if (fileId === null) throw new Refusal('NOT_FOUND');
      tx.note('evidence_item', 'read', [itemId]);
      return this.files.open(tx, fileId);
    });
  }

  /**
   * Deletes a document whose period is over: the first person asks, the second deletes; its row and hash stay as proof.
   * Refuses EVIDENCE_NOT_DUE, UNDER_HOLD under a hold, FOUR_EYES to who asked.
   */
  release(itemId: string): Promise<void> {
    return this.db.write(async (tx) => {
      const { grantId, fileId, releaseAskedBy } = await tx.lock(EvidenceItem, itemId);
      if (fileId === null) return;
      const now = this.clock.now();
      const due = (await this.endsOf(tx, now, [await tx.find(EvidenceGrant, grantId)])).get(grantId) ?? null;
      if (due === null || due > berlinDay(now)) throw new Refusal('EVIDENCE_NOT_DUE', { until: due });
      if (await isHeld(tx, itemId, berlinDay(now), 'R-ESF-DOC')) throw new Refusal('UNDER_HOLD');
      if (releaseAskedBy === null) return tx.update(EvidenceItem, itemId, { releaseAskedBy: tx.actor.userId });
      checkSecondPerson(releaseAskedBy, tx.actor.userId);
      await tx.update(EvidenceItem, itemId, { fileId: null, releasedBy: tx.actor.userId, releasedAt: now });
      await this.files.remove(tx, fileId);
      const [left] = await tx.query('select 1 from evidence_item where region_id = $1 and grant_id = $2 and file_id is not null limit 1', [tx.regionId, grantId]);
      if (!left) await this.tasks.settle(tx, 'EVIDENCE_DUE', [grantId]);
    });
  }

  /** Opens a task for every grant whose evidence may go, and settles those whose period runs again. */
  private async remind(tx: Tx, now: Date): Promise<void> {
    tx.unaudited();
    const grants = await tx.query<{ id: string; lastPaidOn: string | null; count: number }>(
      `select g.id, g.last_paid_on::text as "lastPaidOn", count(*)::int as count from evidence_grant g join evidence_item i on i.region_id = g.region_id and i.grant_id = g.id and i.file_id is not null
        where g.region_id = $1 group by g.region_id, g.id`, [tx.regionId]);
    const ends = await this.endsOf(tx, now, grants);
    const isDue = (id: string) => (ends.get(id) ?? '9999') <= berlinDay(now);
    await this.tasks.open(tx, grants.filter(({ id }) => isDue(id)).map(({ id, count }) => ({ kind: 'EVIDENCE_DUE', about: id, params: { count }, dueOn: ends.get(id) ?? null })));
    await this.tasks.settle(tx, 'EVIDENCE_DUE', grants.filter(({ id }) => !isDue(id)).map(({ id }) => id));
  }

  private async endsOf(tx: Tx, now: Date, grants: readonly Pick<EvidenceGrant, 'id' | 'lastPaidOn'>[]): Promise<Map<string, string | null>> {
    return evidenceEnds(tx, now, grants, await interruptionsOf(tx, grants.map(({ id }) => id)));
  }
}

/** The interruptions of grants, oldest first. */
export const interruptionsOf = (tx: Tx, grantIds: readonly string[]): Promise<EvidenceInterruption[]> =>
  tx.query<EvidenceInterruption>(
    `select id, grant_id as "grantId", reason, reference, began_on::text as "beganOn", ended_on::text as "endedOn", created_at as "createdAt" from evidence_interruption where region_id = $1 and grant_id = any($2) order by began_on, id`,
    [tx.regionId, grantIds],
  );
