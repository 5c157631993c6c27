import type { Locale } from '@mintforge/domain/kernel';
import { createRequire } from 'node:module';

export type PdfDoc = PDFKit.PDFDocument;

/** The built-in fonts of PDF know Western Europe only; names, titles and reasons have all their letters. Only the letters used are embedded. */
const packages = createRequire(import.meta.url);
export const pdfFonts = {
  plain: packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

/** The language tag of a document in one of our languages. */
export const pdfLanguage = (locale: Locale): string => (locale === 'de' ? 'de-DE' : 'en-GB');

/** A new tagged A4 document, margins in points; `finished` = its bytes, once it was ended. */
export async function newPdf({ title, language, margin, bottom }: { title: string; language: string; margin: number; bottom: number }): Promise<{ doc: PdfDoc; finished: Promise<Buffer> }> {
  // Loaded with the first document: it costs every start a tenth of a second and 30 MB.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({ size: 'A4', font: pdfFonts.plain, margins: { top: margin, left: margin, right: margin, bottom }, bufferPages: true, tagged: true, pdfVersion: '1.7', lang: language, displayTitle: true, info: { Title: title, Creator: 'mintforge' } });
  return { doc, finished: bytesOf(doc) };
}

async function bytesOf(doc: PdfDoc): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
