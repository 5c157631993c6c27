import type { Locale } from '@mintforge/domain/kernel';
import { newPdf, pdfFonts, pdfLanguage } from './pdf';

/** A heading with paragraphs, or rows of a label and a value. */
export interface ReportBlock {
  heading: string;
  lines: (string | [label: string, value: string])[];
}

/** A document of running text: `kicker` stands small above the title, `foot` with the page number at the end of each page. */
export interface Report {
  title: string;
  kicker: string;
  documentTitle: string;
  blocks: readonly ReportBlock[];
  foot: (page: number, pages: number) => string;
}

const { plain, bold } = pdfFonts;
const margin = 48;
const labelWidth = 150;

/** A report as a tagged A4 document. */
export async function reportPdf({ title, kicker, documentTitle, blocks, foot }: Report, locale: Locale): Promise<Buffer> {
  const { doc, finished } = await newPdf({ title: documentTitle, language: pdfLanguage(locale), margin, bottom: 64 });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const width = doc.page.width - 2 * margin;
  const write = (tag: 'H1' | 'H2' | 'P', font: string, size: number, text: string) => {
    root.add(doc.struct(tag, {}, () => doc.font(font).fontSize(size).text(text, margin, doc.y, { width })));
    doc.moveDown(0.25);
  };
  const writeRow = (label: string, value: string) => {
    const height = Math.max(doc.font(bold).fontSize(9.5).heightOfString(label, { width: labelWidth - 8 }), doc.font(plain).heightOfString(value, { width: width - labelWidth }));
    // Both cells begin at one height, so that a row of usual length must not fall over the end of a page between them.
    if (height < 300 && doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
    root.add(doc.struct('P', {}, () => {
      const y = doc.y;
      doc.font(bold).fontSize(9.5).text(label, margin, y, { width: labelWidth - 8 });
      const after = doc.y;
      doc.font(plain).text(value, margin + labelWidth, y, { width: width - labelWidth });
      doc.y = Math.max(doc.y, after);
    }));
    doc.moveDown(0.2);
  };
  write('P', plain, 9, kicker);
  write('H1', bold, 17, title);
  for (const { heading, lines } of blocks) {
    doc.moveDown(0.6);
    if (doc.y > doc.page.height - 130) doc.addPage();
    write('H2', bold, 11, heading);
    for (const line of lines) {
      if (typeof line === 'string') write('P', plain, 9.5, line);
      else writeRow(...line);
    }
  }
  root.end();
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index);
    // The footer stands below the margin, where text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(plain).fontSize(8).text(foot(index - start + 1, count), margin, doc.page.height - 40, { width, align: 'right' });
    doc.endMarkedContent();
  }
  doc.end();
  return finished;
}
