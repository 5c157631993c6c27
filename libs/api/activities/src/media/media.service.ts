import { ConsentReads } from '@mintforge/consent';
import type { PurposeCode } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { Db, Files, Tasks, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { cleanPicture } from './media.image';
import { Media } from './media.entities';
import type { MediaPatch } from './media.inputs';
import { MediaReads } from './media.reads';

/** Who can be recognised on a picture: some pupils, or expressly nobody. */
export interface Shown {
  pupilIds: readonly string[];
  nobody: boolean;
}

const keeping: readonly PurposeCode[] = ['PHOTO_INTERNAL'];
const publishing: readonly PurposeCode[] = ['PHOTO_INTERNAL', 'PHOTO_PUBLICATION'];

/** Keeps, publishes and takes down pictures. The gate is asked before a row is locked, in the order in which a withdrawal does both. */
@Injectable()
export class Pictures {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly reads: MediaReads,
    private readonly gate: ConsentReads,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Keeps a picture of an occurrence and gives its id. Refuses as `cleanPicture`, NOT_FOUND, INVALID_INPUT unless it is
   * said who can be recognised, CONSENT_MISSING while one of them has not agreed to PHOTO_INTERNAL; then nothing is stored.
   */
  async add(occurrenceId: string, { name, content, caption }: { name: string; content: Buffer; caption: string }, shown: Shown): Promise<string> {
    const picture = await cleanPicture(name, content);
    return this.db.write(async (tx) => {
      await tx.one('select from occurrence where region_id = $1 and id = $2', [tx.regionId, occurrenceId]);
      await this.checkShown(tx, occurrenceId, shown);
      await this.requireAll(tx, keeping, shown.pupilIds);
      const file = await this.files.keep(tx, { kind: 'MEDIA', name: 'bild.jpg', content: picture.content });
      const [id] = (await tx.insert(Media, { occurrenceId, fileId: file.id, caption, width: picture.width, height: picture.height, nobody: shown.nobody, state: 'INTERNAL', prints: [], createdBy: tx.actor.userId })) as [string];
      await this.writePersons(tx, id, shown.pupilIds);
      return id;
    });
  }

  /** Says anew who can be recognised. Refuses as `add`; of a published picture everybody must have agreed to publication too. */
  async show(id: string, version: number, shown: Shown): Promise<string> {
    return this.db.write(async (tx) => {
      const { occurrenceId, state } = await tx.find(Media, id);
      await this.checkShown(tx, occurrenceId, shown);
      await this.requireAll(tx, state === 'PUBLISHED' ? publishing : keeping, shown.pupilIds);
      await tx.lock(Media, id, version);
      await tx.query('delete from media_person where region_id = $1 and media_id = $2', [tx.regionId, id]);
      await this.writePersons(tx, id, shown.pupilIds);
      await tx.update(Media, id, { nobody: shown.nobody }, version);
      return occurrenceId;
    });
  }

  /** Changes caption and where it was printed. Refuses VERSION_CONFLICT. */
  describe(id: string, version: number, patch: MediaPatch): Promise<string> {
    return this.db.write(async (tx) => {
      const { occurrenceId } = await tx.lock(Media, id, version);
      await tx.update(Media, id, patch, version);
      return occurrenceId;
    });
  }

  /** Publishes a picture. Refuses VERSION_CONFLICT, CONSENT_MISSING unless everybody on it has agreed to both purposes. */
  publish(id: string, version: number): Promise<string> {
    return this.db.write(async (tx) => {
      await this.requireAll(tx, publishing, await this.personsOf(tx, id));
      const { occurrenceId, state } = await tx.lock(Media, id, version);
      if (state !== 'PUBLISHED') await tx.update(Media, id, { state: 'PUBLISHED', publishedAt: new Date(), unpublishedAt: null }, version);
      return occurrenceId;
    });
  }

  /** Takes a picture down. Refuses VERSION_CONFLICT; twice is once. */
  unpublish(id: string, version: number): Promise<string> {
    return this.db.write(async (tx) => {
      const { occurrenceId, state } = await tx.lock(Media, id, version);
      if (state === 'PUBLISHED') await tx.update(Media, id, { state: 'UNPUBLISHED', unpublishedAt: new Date() }, version);
      return occurrenceId;
    });
  }

  /** Deletes a picture; the database deletes its file and key with it. What the office was asked to do about it is done. */
  remove(id: string): Promise<string> {
    return this.db.write(async (tx) => {
      const { occurrenceId, fileId } = await tx.find(Media, id);
      await tx.delete(Media, id);
      tx.note('file', 'delete', [fileId]);
      await this.tasks.settle(tx, 'PHOTO_RECALL', [id]);
      return occurrenceId;
    });
  }

  private async checkShown(tx: Tx, occurrenceId: string, { pupilIds, nobody }: Shown): Promise<void> {
    if (nobody === pupilIds.length > 0) throw new Refusal('INVALID_INPUT', {}, { persons: 'required' });
    if ((await this.reads.strangers(tx, occurrenceId, pupilIds)).length > 0) throw new Refusal('INVALID_INPUT', {}, { persons: 'unknown' });
  }

  private async requireAll(tx: Tx, purposes: readonly PurposeCode[], pupilIds: readonly string[]): Promise<void> {
    for (const purpose of purposes) await this.gate.require(tx, purpose, pupilIds);
  }

  /** Refuses CONSENT_MISSING where the row of a person is gone: nobody can agree for them any more. */
  private async personsOf(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ pupilId: string | null }>('select pupil_id as "pupilId" from media_person where region_id = $1 and media_id = $2', [tx.regionId, id]);
    const known = rows.flatMap(({ pupilId }) => pupilId ?? []);
    if (known.length < rows.length) throw new Refusal('CONSENT_MISSING', { purpose: 'PHOTO_PUBLICATION', missing: rows.length - known.length });
    return known;
  }

  private async writePersons(tx: Tx, id: string, pupilIds: readonly string[]): Promise<void> {
    await tx.query('insert into media_person (region_id, media_id, pupil_id) select $1, $2, * from unnest($3::uuid[])', [tx.regionId, id, [...new Set(pupilIds)]]);
  }
}
