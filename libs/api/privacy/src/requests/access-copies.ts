import { readLanguage, receiptText, wordsOf, type PageLanguage, type PageWords } from '@mintforge/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { asksForCopy } from '@mintforge/domain/privacy';
import { GuardianReads } from '@mintforge/people';
import { Clock, currentActor, currentContext, Db, Files, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { AccessExport, type AccessDocument } from './access-export';
import { accessPdf } from './access-export.pdf';
import { accessReadme } from './access-readme';
import { accessZip, type ZipEntry } from './access-zip';
import { SubjectRequest } from './requests.entities';
import type { RequestArgs } from './requests.inputs';
import { RequestReads } from './requests.reads';
import { keepErasureOut } from './subject-rows';

/** How long a copy can be fetched, in hours (R-EXPORT). */
const keptHours = 24;

/** Copies of a person's data for who asked: as JSON, to read, and both with every file about them. */
@Injectable()
export class AccessCopies {
  constructor(
    private readonly db: Db,
    private readonly reads: RequestReads,
    private readonly exports: AccessExport,
    private readonly files: Files,
    private readonly guardians: GuardianReads,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the copies for an examined request and keeps them sealed for a day; earlier ones go. Refuses NOT_FOUND for another
   * kind of request, REQUEST_NOT_IDENTIFIED, REQUEST_ENDED, REQUESTER_NOT_ENTITLED for the guardian of an adult, FILE_TOO_LARGE
   * above 40 MB.
   */
  async make({ id, version }: RequestArgs): Promise<void> {
    const { standing } = await this.reads.page(id);
    const locale = currentContext().locale;
    await this.db.system('copy of a person\'s data', currentActor().regionId, async (tx) => {
      const request = await tx.lock(SubjectRequest, id, version);
      const { kind, state, subjectKind, subjectId, exportJson, exportPdf, exportZip } = request;
      if (!asksForCopy(kind)) throw new Refusal('NOT_FOUND', { what: 'copy' });
      if (state === 'RECEIVED' || subjectId === null) throw new Refusal('REQUEST_NOT_IDENTIFIED');
      if (state !== 'EXAMINED') throw new Refusal('REQUEST_ENDED', { state });
      if (standing === 'NOT_ENTITLED') throw new Refusal('REQUESTER_NOT_ENTITLED');
      await keepErasureOut(tx, { kind: subjectKind, id: subjectId });
      const now = this.clock.now();
      const document = await this.exports.of(tx, { kind: subjectKind, id: subjectId }, now);
      await this.files.remove(tx, ...[exportJson, exportPdf, exportZip].filter((file) => file !== null));
      const expiresAt = new Date(now.getTime() + keptHours * 3_600_000);
      const keep = async (name: string, content: Buffer) => (await this.files.keep(tx, { kind: 'EXPORT', name, content, expiresAt })).id;
      const json = Buffer.from(JSON.stringify(document, null, 2));
      const pdf = await accessPdf(document, locale);
      const readme = accessReadme(document, await this.wordsFor(tx, request));
      const entries: ZipEntry[] = [[readme.name, Buffer.from(readme.text)], ['auskunft.pdf', pdf], ['auskunft.json', json], ...(await receiptsIn(tx, document)), ...(await this.filesIn(tx, document))];
      await tx.update(SubjectRequest, id, { exportJson: await keep('auskunft.json', json), exportPdf: await keep('auskunft.pdf', pdf), exportZip: await keep('auskunft.zip', await accessZip(entries, now)), exportedAt: now }, version);
    });
  }

  /** The files that are handed over, opened; each reading is noted. */
  private async filesIn(tx: Tx, { files }: AccessDocument): Promise<ZipEntry[]> {
    const entries: ZipEntry[] = [];
    for (const { id, path } of files) if (path !== null) entries.push([path, (await this.files.open(tx, id)).content]);
    return entries;
  }

  /** The words of who asks: the language chosen on the page, else the one we write to them in, else that of the office. */
  private async wordsFor(tx: Tx, { language, requester, subjectKind, subjectId }: SubjectRequest): Promise<PageWords> {
    const reached = subjectKind === 'PUPIL' && subjectId !== null ? await this.guardians.reach(tx, [subjectId]) : [];
    const known: PageLanguage | undefined = readLanguage(language) ?? reached.find(({ signer }) => (requester === 'GUARDIAN') === (signer !== 'PUPIL'));
    return wordsOf(known ?? { language: currentContext().locale, plain: false });
  }
}

/** The signed receipts of the consents that the document speaks of, as anybody checks them. */
async function receiptsIn(tx: Tx, { sections }: AccessDocument): Promise<ZipEntry[]> {
  const decisions = sections.find(({ table }) => table === 'consent_receipt')?.rows.map((row) => String(row['decision_id'])) ?? [];
  const entries: ZipEntry[] = [];
  for (const decision of decisions) entries.push([`belege/einwilligungsbeleg-${decision}.json`, Buffer.from(await receiptText(tx, decision))]);
  return entries;
}
