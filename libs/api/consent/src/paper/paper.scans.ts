import { Db, Files, type StoredFile, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { pictureOf } from './scan-tasks';

/** Pages of a scan that are shown as a picture; the document itself has them all. */
const mostShown = 20;

/** Scans of signed forms to look at; who may read them is the matter of their kind. */
@Injectable()
export class PaperScans {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
  ) {}

  /** The scan of a form. Refuses NOT_FOUND. */
  ofForm(formId: string): Promise<StoredFile> {
    return this.db.read((tx) => this.open(tx, 'select scan_id as id from consent_form where region_id = $1 and id = $2 and scan_id is not null', formId));
  }

  /** The scan of a form as a JPEG, its pages below one another. Refuses NOT_FOUND. */
  async pictureOfForm(formId: string): Promise<Buffer> {
    return pictureOf(await this.ofForm(formId), mostShown);
  }

  /** A scan as a JPEG, also one that no form was entered with yet. Refuses NOT_FOUND. */
  async picture(scanId: string): Promise<Buffer> {
    return pictureOf(await this.db.read((tx) => this.open(tx, `select id from file where region_id = $1 and id = $2 and kind = 'SCAN'`, scanId)), mostShown);
  }

  private async open(tx: Tx, idSql: string, id: string): Promise<StoredFile> {
    const found = await tx.one<{ id: string }>(idSql, [tx.regionId, id]);
    return this.files.open(tx, found.id);
  }
}

/** Those of some scans that belong to no paper yet, locked until the transaction ends, so that none comes to two. */
export const freeScans = (tx: Tx, ids: readonly string[]): Promise<{ id: string; sha256: Buffer }[]> =>
  tx.query(`select s.id, s.sha256 from file s where s.region_id = $1 and s.id = any($2) and s.kind = 'SCAN' and not exists (select from consent_form f where f.region_id = s.region_id and f.scan_id = s.id) for update of s`, [tx.regionId, ids]);
