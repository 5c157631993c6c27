import { dividePile, formNumberText, readPageCode, type DividedPile, type FormOpenness, type PilePlace } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { checkFile, Db, Files, type Tx, type Upload } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { freeScans } from './paper.scans';
import type { DividedScans, KeptScan } from './paper.types';
import { assemble, readPages, type ScanPart, type ScanSource, type SeenPage } from './scan-tasks';

/** A scan that no form was entered with is removed by the nightly job after so many hours. */
const hoursWithoutForm = 48;
/** A stored scan, in bytes, as the kind of file says. */
const mostBytes = 10 * 1024 * 1024;

/**
 * What a pile may be. A class of 30 with forms of three sheets, scanned on both sides, is 180 pages; in grey at 200 dpi that
 * is about 25 MB, which a school's line of 10 Mbit/s sends well within the 30 seconds that a request may take.
 */
export const pileLimits = { files: 60, pages: 200, megabytes: 30 } as const;

const typeOfEnding: Record<string, string> = { pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', jpe: 'image/jpeg', jfif: 'image/jpeg', png: 'image/png' };

/** A document to store: the pages of a form, or a page that waits for one. Its name tells nothing of the upload's, which may name somebody. */
interface Document {
  number: string | null;
  name: string;
  parts: ScanPart[];
}

/** Piles of scanned paper: divided among forms by the codes on the pages, each form's pages sealed by themselves; a pile itself is never kept. */
@Injectable()
export class PaperPiles {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
  ) {}

  /**
   * Reads the codes of all pages of the uploads, divides them among the open forms of the region (`dividePile`), and stores
   * a scan for each form and for each page without a code, all or none. Pages of other forms are named and not kept. A file
   * that holds one form alone stays as it came, byte by byte. Refuses as `readPages`, and by the `file`: FILE_TOO_LARGE,
   * FILE_TYPE_REFUSED when the name says another type than the bytes, SCAN_BROKEN.
   */
  async divide(uploads: readonly Upload[], idempotencyKey: string): Promise<DividedScans> {
    if (idempotencyKey === '') throw new Refusal('INVALID_INPUT', {}, { idempotencyKey: 'required' });
    const sources = await checked(uploads);
    const seen = await readPages(sources, pileLimits.pages);
    const pages = sources.map((_, at) => seen.filter(({ file }) => file === at + 1).map(({ text, blank }) => ({ code: text === null ? null : (readPageCode(text) ?? ('FOREIGN' as const)), blank })));
    const openness = await this.db.read((tx) => opennessOf(tx, pages.flat().flatMap(({ code }) => (code && code !== 'FOREIGN' ? [code.number] : []))));
    const divided = dividePile(pages, openness);
    const documents = documentsOf(divided, seen);
    const contents = await contentsOf(documents, sources, seen);
    return this.db.write(
      async (tx) => {
        const kept: KeptScan[] = [];
        for (const [at, { name, parts }] of documents.entries()) kept.push(await this.keep(tx, name, contents[at]!, parts.length));
        const scanOf = new Map(documents.flatMap(({ parts }, at) => parts.map((part) => [placeText(part), kept[at]!.id])));
        return {
          pages: divided.pages.map((page) => ({ ...page, scanId: scanOf.get(placeText(page)) ?? null })),
          forms: divided.forms.map(({ number, missing }) => ({ number, missing, scan: kept[documents.findIndex((document) => document.number === number)]! })),
        };
      },
      { once: { key: idempotencyKey, input: uploads.map(({ content }) => createHash('sha256').update(content).digest('hex')) } },
    );
  }

  /**
   * Lays scans that belong to no form yet together as one, in their order: somebody said whose page it is. The parts are
   * gone then. Refuses NOT_FOUND, FILE_TOO_LARGE, as `assemble`.
   */
  join(scanIds: readonly string[], idempotencyKey: string): Promise<KeptScan> {
    return this.db.write(
      async (tx) => {
        const free = await freeScans(tx, scanIds);
        if (free.length < scanIds.length) throw new Refusal('NOT_FOUND');
        const sources: ScanSource[] = [];
        for (const id of scanIds) sources.push(await this.files.open(tx, id));
        const parts = (await readPages(sources, pileLimits.pages)).map(({ file, page }) => ({ file, page, turn: 0 }));
        const [content] = await assemble(sources, [parts]);
        const kept = await this.keep(tx, 'scan', content!, parts.length);
        await this.files.remove(tx, ...scanIds);
        return kept;
      },
      { once: { key: idempotencyKey, input: scanIds } },
    );
  }

  private async keep(tx: Tx, name: string, content: Buffer, pages: number): Promise<KeptScan> {
    const file = await this.files.keep(tx, { kind: 'SCAN', name, content, expiresAt: new Date(Date.now() + hoursWithoutForm * 3_600_000) });
    return { id: file.id, name: file.name, pages };
  }
}

const placeText = ({ file, page }: PilePlace): string => `${file}.${page}`;

/** The uploads with what their bytes are. Refuses as `PaperPiles.divide`. */
async function checked(uploads: readonly Upload[]): Promise<ScanSource[]> {
  const sources: ScanSource[] = [];
  for (const [at, { name, content }] of uploads.entries()) {
    const file = at + 1;
    const mediaType = await checkFile('SCAN', content, pileLimits.megabytes).catch((error: unknown) => {
      throw error instanceof Refusal ? (error.code === 'FILE_UNREADABLE' ? new Refusal('SCAN_BROKEN', { file }) : new Refusal(error.code, { ...error.params, file })) : error;
    });
    // Digits behind a dot are a day or a number of the school's, not a type.
    const ending = /\.([a-z][a-z\d]{1,4})$/i.exec(name)?.[1]?.toLowerCase();
    if (ending && typeOfEnding[ending] !== mediaType) throw new Refusal('FILE_TYPE_REFUSED', { allowed: 'PDF, JPEG, PNG', file });
    sources.push({ mediaType, content });
  }
  return sources;
}

/** What each number is here; what this region does not know is nothing, wherever it may be known. */
async function opennessOf(tx: Tx, numbers: readonly string[]): Promise<(number: string) => FormOpenness> {
  const rows = await tx.query<{ number: string; openness: FormOpenness }>(
    `select f.number, case when u.erased_on is not null then 'ERASED' when f.state = 'RETURNED' then 'RETURNED' else 'OPEN' end as openness
      from consent_form f join pupil u on u.region_id = f.region_id and u.id = f.pupil_id where f.region_id = $1 and f.number = any($2)`, [tx.regionId, [...new Set(numbers)]]);
  const known = new Map(rows.map(({ number, openness }) => [number, openness]));
  return (number) => known.get(number) ?? 'UNKNOWN';
}

function documentsOf({ forms, pages }: DividedPile, seen: readonly SeenPage[]): Document[] {
  const turns = new Map(seen.map((page) => [placeText(page), page.turn]));
  const partOf = ({ file, page }: PilePlace): ScanPart => ({ file, page, turn: turns.get(placeText({ file, page })) ?? 0 });
  return [
    ...forms.map((form) => ({ number: form.number, name: formNumberText(form.number), parts: form.pages.map(partOf) })),
    ...pages.filter(({ fate }) => fate === 'NO_CODE').map((place) => ({ number: null, name: `${place.file}-${place.page}`, parts: [partOf(place)] })),
  ];
}

/** The bytes of each document: a whole upload as it came, or a PDF of its pages alone. Refuses FILE_TOO_LARGE by file and page. */
async function contentsOf(documents: readonly Document[], sources: readonly ScanSource[], seen: readonly SeenPage[]): Promise<Buffer[]> {
  const whole = documents.map(({ parts }) => {
    const [first] = parts;
    return first && parts.every(({ file }) => file === first.file) && seen.filter(({ file }) => file === first.file).length === parts.length ? sources[first.file - 1]! : null;
  });
  const made = documents.some((_, at) => !whole[at]) ? await assemble(sources, documents.filter((_, at) => !whole[at]).map(({ parts }) => parts)) : [];
  return documents.map(({ parts: [first] }, at) => {
    const content = whole[at] ? Buffer.from(whole[at].content) : made.shift()!;
    if (content.length > mostBytes) throw new Refusal('FILE_TOO_LARGE', { limit: '10 MB', file: first!.file, page: first!.page });
    return content;
  });
}
