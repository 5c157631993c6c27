import { createRequire } from 'node:module';
import { qrCode } from './qr-code';

export type Doc = PDFKit.PDFDocument;

/** The built-in fonts of PDF know Western Europe only; a name on paper has all its letters. Only the letters used are embedded. */
const packages = createRequire(import.meta.url);
export const plainFont = packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');
export const boldFont = packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');

export const margin = 48;
/** Where the text ends: the footer stands below. */
export const bottom = 60;

/** A sheet of paper for pupils and guardians: a tagged A4 document, written from top to bottom. */
export class Sheet {
  private readonly root;
  readonly width: number;

  private constructor(
    readonly doc: Doc,
    private readonly finished: Promise<Buffer>,
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    this.width = doc.page.width - 2 * margin;
  }

  static async begin(title: string, language: string): Promise<Sheet> {
    // Loaded with the first sheet: it costs every start a tenth of a second and 30 MB.
    const { default: PDFDocument } = await import('pdfkit');
    const doc = new PDFDocument({ size: 'A4', font: plainFont, margins: { top: margin, left: margin, right: margin, bottom }, bufferPages: true, tagged: true, pdfVersion: '1.7', lang: language, displayTitle: true, info: { Title: title, Creator: 'mintforge' } });
    const finished = (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of doc) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    })();
    return new Sheet(doc, finished);
  }

  /** Writes a paragraph where the last one ended. */
  write(tag: 'H1' | 'H2' | 'P', text: string, { size = 9.5, bold = false, x = margin, width = this.width, gap = 3 }: { size?: number; bold?: boolean; x?: number; width?: number; gap?: number } = {}): void {
    this.root.add(this.doc.struct(tag, {}, () => this.doc.font(bold ? boldFont : plainFont).fontSize(size).fillColor('#000').text(text, x, this.doc.y, { width, lineGap: 1 })));
    this.doc.y += gap;
  }

  /** Draws what only the eye needs: lines, boxes, codes. */
  draw(work: (doc: Doc) => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    work(this.doc);
    this.doc.endMarkedContent();
  }

  /** A QR code of a text, dark on white, `side` points wide with the quiet zone that scanners need. */
  code(text: string, x: number, y: number, side: number, alt: string): void {
    const { size, data } = qrCode(text);
    const unit = side / (size + 8);
    this.root.add(this.doc.struct('Figure', { alt }, () => {
      for (const [at, dark] of Array.from(data).entries()) if (dark) this.doc.rect(x + (4 + (at % size)) * unit, y + (4 + Math.floor(at / size)) * unit, unit, unit);
      this.doc.fill('#000');
    }));
  }

  /** Begins a page when so many points no longer fit on this one. */
  keepTogether(height: number): void {
    if (this.doc.y + height > this.doc.page.height - bottom) this.doc.addPage();
  }

  /** Writes a footer on pages `from` to `to`, counted from 0. */
  footer(from: number, to: number, textOf: (page: number, of: number) => string): void {
    for (let index = from; index <= to; index++) {
      this.doc.switchToPage(index);
      // The footer stands below the margin, where text would otherwise begin a page of its own.
      this.doc.page.margins.bottom = 0;
      this.doc.markContent('Artifact', { type: 'Pagination' });
      this.doc.font(plainFont).fontSize(8).fillColor('#000').text(textOf(index - from + 1, to - from + 1), margin, this.doc.page.height - 40, { width: this.width, align: 'right' });
      this.doc.endMarkedContent();
    }
  }

  /** How many pages there are by now. */
  pages(): number {
    return this.doc.bufferedPageRange().count;
  }

  finish(): Promise<Buffer> {
    this.root.end();
    this.doc.end();
    return this.finished;
  }
}
