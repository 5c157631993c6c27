import { readFormNumber } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { checkFile, Db, Files, type StoredFile } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Worker } from 'node:worker_threads';

/** A scan that no form was entered with is removed by the nightly job after so many hours. */
const hoursWithoutForm = 48;
/** Pixels of a picture that are decoded at most: 600 dpi on A4. */
const mostPixels = 40_000_000;
/** The longer side, in pixels, at which the code of a form is looked for, smallest first as that is fastest. */
const looks = [1000, 1700] as const;

const typeOfEnding: Record<string, string> = { pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };

/** A scan that was stored, and the number of the form that its code names. */
export interface KeptScan {
  id: string;
  name: string;
  size: number;
  number: string | null;
}

/** Scans of signed forms: stored sealed, whole and unchanged, since they are evidence; who may read them is the matter of their kind. */
@Injectable()
export class PaperScans {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
  ) {}

  /**
   * Stores a scan and looks for the code of a form on a picture; a code that names no form of this region is none.
   * Refuses as `checkFile`, FILE_TYPE_REFUSED when the name says another type than the bytes, FILE_UNREADABLE when they
   * are no whole document; nothing is stored then.
   */
  async keep(name: string, content: Buffer): Promise<KeptScan> {
    const read = await readScan(name, content);
    return this.db.write(async (tx) => {
      const file = await this.files.keep(tx, { kind: 'SCAN', name, content, expiresAt: new Date(Date.now() + hoursWithoutForm * 3_600_000) });
      const [form] = read === null ? [] : await tx.query<{ number: string }>('select number from consent_form where region_id = $1 and number = $2', [tx.regionId, read]);
      return { ...file, number: form?.number ?? null };
    });
  }

  /** The scan of a form. Refuses NOT_FOUND. */
  ofForm(formId: string): Promise<StoredFile> {
    return this.db.read(async (tx) => {
      const { scanId } = await tx.one<{ scanId: string }>('select scan_id as "scanId" from consent_form where region_id = $1 and id = $2 and scan_id is not null', [tx.regionId, formId]);
      return this.files.open(tx, scanId);
    });
  }
}

/** Checks a scan and gives the form number that its code says, null for none. Refuses as `PaperScans.keep`. */
export async function readScan(name: string, content: Buffer): Promise<string | null> {
  const mediaType = await checkFile('SCAN', content);
  const ending = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if ((typeOfEnding[ending] ?? mediaType) !== mediaType) throw new Refusal('FILE_TYPE_REFUSED', { allowed: 'PDF, JPEG, PNG' });
  if (mediaType !== 'application/pdf') return codeOn(content);
  if (!content.subarray(-2048).includes('%%EOF')) throw new Refusal('FILE_UNREADABLE', { reason: 'PDF' });
  return null;
}

async function codeOn(picture: Buffer): Promise<string | null> {
  // Loaded with the first scan: the native library costs every start.
  const { default: sharp } = await import('sharp');
  for (const side of looks) {
    const { data, info } = await sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' }).rotate().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      .catch(() => {
        throw new Refusal('FILE_UNREADABLE', { reason: 'PICTURE' });
      });
    const text = await searched(data, info);
    if (text !== null) return readFormNumber(text);
  }
  return null;
}

/** Looks for a code beside the thread that answers requests: it takes up to a second. */
function searched(data: Uint8Array, { width, height }: { width: number; height: number }): Promise<string | null> {
  const worker = new Worker(new URL('./code-reader.ts', import.meta.url), { workerData: { data, width, height }, execArgv: [] });
  return new Promise<string | null>((found, failed) => worker.once('message', found).once('error', failed)).finally(() => worker.terminate());
}
