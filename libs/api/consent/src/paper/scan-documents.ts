import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PDFDocument, PDFName, PDFNumber, type PDFPage } from 'pdf-lib';
import sharp from 'sharp';
import { streamsOf } from './scan-streams.ts';
import type { ScanSource, ScanTrouble } from './scan-tasks.ts';

/** Pixels of a picture, alone or on a page, that are decoded at most: 600 dpi on A4. */
const mostPixels = 40_000_000;
/** The longest side of a page, in points, that PDF knows (ISO 32000-1, annex C). */
const longestSide = 14_400;
/** How a file says that it is encrypted; that itself always stands in clear. */
const encryption = /\/Encrypt\s*(<<|\d+\s+\d+\s+R)/;

/** Pixels row by row, four bytes each: red, green, blue, opaque. */
export interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
}

/** A scan that was opened: how many pages it has, a picture of each, and what its pages can be taken from. */
export interface OpenDocument {
  pages: number;
  /** A page, from 1, as large as fits into a box of pixels. */
  render(page: number, box: { width: number; height: number }): Promise<Raster>;
  /** Null for a picture. */
  pdf: PDFDocument | null;
  picture: { mediaType: string; content: Uint8Array; turn: number } | null;
}

/** Why a scan cannot be taken. */
export class ScanTroubleError extends Error {
  readonly why: ScanTrouble;

  constructor(why: ScanTrouble) {
    super(why);
    this.why = why;
  }
}

/** Opens a scan of a type that was checked. Throws `ScanTroubleError`, or whatever a library says of a broken one. */
export const openDocument = ({ mediaType, content }: ScanSource): Promise<OpenDocument> => (mediaType === 'application/pdf' ? openPdf(content) : openPicture(mediaType, content));

async function openPicture(mediaType: string, content: Uint8Array): Promise<OpenDocument> {
  const read = () => sharp(content, { limitInputPixels: mostPixels, failOn: 'error' });
  const { orientation = 1 } = await read().metadata();
  return {
    pages: 1, pdf: null, picture: { mediaType, content, turn: { 3: 180, 6: 90, 8: 270 }[orientation] ?? 0 },
    async render(_, box) {
      const { data, info } = await read().rotate().resize({ ...box, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' }).ensureAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
      return { data, width: info.width, height: info.height };
    },
  };
}

async function openPdf(content: Uint8Array): Promise<OpenDocument> {
  const pdf = await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: true }).catch(() => {
    throw new ScanTroubleError(encryption.test(Buffer.from(content).toString('latin1')) ? 'ENCRYPTED' : 'BROKEN');
  });
  const shown = await (await PDFiumLibrary.init()).loadDocument(content);
  const pages = pdf.getPages();
  // What one reader shows and the other takes apart has to be the same document.
  if (pages.length === 0 || shown.getPageCount() !== pages.length) throw new ScanTroubleError('BROKEN');
  return {
    pages: pages.length, pdf, picture: null,
    async render(number, box) {
      const page = shown.getPage(number - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scale = Math.min(box.width / originalWidth, box.height / originalHeight);
      if (!(scale > 0 && Number.isFinite(scale)) || Math.max(originalWidth, originalHeight) > longestSide || hasHugePicture(pages[number - 1]!)) throw new ScanTroubleError('PAGE');
      const size = { width: Math.max(1, Math.floor(originalWidth * scale)), height: Math.max(1, Math.floor(originalHeight * scale)) };
      const { data, width, height } = await page.render({ ...size, scale: 1, render: 'bitmap', renderFormFields: pages[number - 1]!.node.Annots() !== undefined });
      return { data, width, height };
    },
  };
}

/** Whether a page shows a picture that would take too much memory to decode. */
const hasHugePicture = (page: PDFPage): boolean =>
  [...streamsOf(page).streams.values()].some(({ dict }) => {
    const [width = 0, height = 0] = ['Width', 'Height'].map((key) => dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber());
    return width * height > mostPixels;
  });
