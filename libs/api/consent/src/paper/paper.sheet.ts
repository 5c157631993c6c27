import { newPdf, pdfFonts, type PdfDoc } from '@mintforge/platform';
import { qrCode } from './qr-code';

export const margin = 48;
/** Where the text ends, unless a sheet says otherwise: the footer stands below. */
export const bottom = 60;

/** A sheet of paper for pupils and guardians: a tagged A4 document, written from top to bottom. */
export class Sheet {
  private readonly root;
  readonly width: number;

  private constructor(
    readonly doc: PdfDoc,
    private readonly finished: Promise<Buffer>,
    private readonly foot: number,
  ) {
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
    this.width = doc.page.width - 2 * margin;
  }

  /** A sheet whose text ends `foot` points above the edge. */
  static async begin(title: string, language: string, foot = bottom): Promise<Sheet> {
    const { doc, finished } = await newPdf({ title, language, margin, bottom: foot });
    return new Sheet(doc, finished, foot);
  }

  /** Writes a paragraph where the last one ended. */
  write(tag: 'H1' | 'H2' | 'P', text: string, { size = 9.5, bold = false, x = margin, width = this.width, gap = 3 }: { size?: number; bold?: boolean; x?: number; width?: number; gap?: number } = {}): void {
    this.root.add(this.doc.struct(tag, {}, () => this.doc.font(bold ? pdfFonts.bold : pdfFonts.plain).fontSize(size).fillColor('#000').text(text, x, this.doc.y, { width, lineGap: 1 })));
    this.doc.y += gap;
  }

  /** Draws what only the eye needs: lines, boxes, codes. */
  draw(work: (doc: PdfDoc) => void): void {
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
    if (this.doc.y + height > this.doc.page.height - this.foot) this.doc.addPage();
  }

  /** Writes a footer on pages `from` to `to`, counted from 0. */
  footer(from: number, to: number, textOf: (page: number, of: number) => string): void {
    for (let index = from; index <= to; index++) {
      this.doc.switchToPage(index);
      // The footer stands below the margin, where text would otherwise begin a page of its own.
      this.doc.page.margins.bottom = 0;
      this.doc.markContent('Artifact', { type: 'Pagination' });
      this.doc.font(pdfFonts.plain).fontSize(8).fillColor('#000').text(textOf(index - from + 1, to - from + 1), margin, this.doc.page.height - 40, { width: this.width, align: 'right' });
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
