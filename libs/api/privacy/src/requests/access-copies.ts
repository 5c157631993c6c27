import { Refusal } from '@mintforge/domain/kernel';
import { Clock, currentActor, currentContext, Db, Files } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { AccessExport } from './access-export';
import { accessPdf } from './access-export.pdf';
import { SubjectRequest } from './requests.entities';
import type { RequestArgs } from './requests.inputs';
import { RequestReads } from './requests.reads';

/** How long a copy can be fetched, in hours (R-EXPORT). */
const keptHours = 24;

/** Copies of a person's data for who asked, as JSON and to read. */
@Injectable()
export class AccessCopies {
  constructor(
    private readonly db: Db,
    private readonly reads: RequestReads,
    private readonly exports: AccessExport,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes both copies for an examined request and keeps them sealed for a day; earlier ones go. Refuses NOT_FOUND for another
   * kind of request, REQUEST_NOT_IDENTIFIED, REQUEST_ENDED, REQUESTER_NOT_ENTITLED for the guardian of an adult.
   */
  async make({ id, version }: RequestArgs): Promise<void> {
    const { standing } = await this.reads.page(id);
    const locale = currentContext().locale;
    await this.db.system('copy of a person\'s data', currentActor().regionId, async (tx) => {
      const { kind, state, subjectKind, subjectId, exportJson, exportPdf } = await tx.lock(SubjectRequest, id, version);
      if (kind !== 'ACCESS' && kind !== 'PORTABILITY') throw new Refusal('NOT_FOUND', { what: 'copy' });
      if (state === 'RECEIVED' || subjectId === null) throw new Refusal('REQUEST_NOT_IDENTIFIED');
      if (state !== 'EXAMINED') throw new Refusal('REQUEST_ENDED', { state });
      if (standing === 'NOT_ENTITLED') throw new Refusal('REQUESTER_NOT_ENTITLED');
      const now = this.clock.now();
      const document = await this.exports.of(tx, { kind: subjectKind, id: subjectId }, now);
      await this.files.remove(tx, ...[exportJson, exportPdf].filter((file) => file !== null));
      const expiresAt = new Date(now.getTime() + keptHours * 3_600_000);
      const json = await this.files.keep(tx, { kind: 'EXPORT', name: 'auskunft.json', content: Buffer.from(JSON.stringify(document, null, 2)), expiresAt });
      const pdf = await this.files.keep(tx, { kind: 'EXPORT', name: 'auskunft.pdf', content: await accessPdf(document, locale), expiresAt });
      await tx.update(SubjectRequest, id, { exportJson: json.id, exportPdf: pdf.id, exportedAt: now }, version);
    });
  }
}
