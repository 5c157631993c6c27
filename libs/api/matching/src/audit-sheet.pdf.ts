import type { Locale } from '@mintforge/domain/kernel';
import { createRequire } from 'node:module';
import { sheetBlocks, type SheetFacts } from './audit-sheet';
import { sheetTexts } from './audit-sheet.texts';

/** The built-in fonts of PDF know Western Europe only; titles and reasons have all their letters. */
const packages = createRequire(import.meta.url);
const plain = packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf');
const bold = packages.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf');

const margin = 48;
const labelWidth = 150;

/** The audit sheet of a run as a tagged A4 document: what anybody needs to judge and to recompute it. */
export async function auditPdf(facts: SheetFacts, locale: Locale): Promise<Buffer> {
  // Loaded with the first sheet: it costs every start a tenth of a second and 30 MB.
  const { default: PDFDocument } = await import('pdfkit');
  const texts = sheetTexts[locale];
  const title = `${texts.title}: ${facts.title}`;
  const doc = new PDFDocument({ size: 'A4', font: plain, margins: { top: margin, left: margin, right: margin, bottom: 64 }, bufferPages: true, tagged: true, pdfVersion: '1.7', lang: locale === 'de' ? 'de-DE' : 'en-GB', displayTitle: true, info: { Title: title, Creator: 'mintforge' } });
  const finished = (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of doc) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  })();
  const root = doc.struct('Document');
  doc.addStructure(root);
  const width = doc.page.width - 2 * margin;
  const write = (tag: 'H1' | 'H2' | 'P', font: string, size: number, text: string) => {
    root.add(doc.struct(tag, {}, () => doc.font(font).fontSize(size).text(text, margin, doc.y, { width })));
    doc.moveDown(0.25);
  };
  write('P', plain, 9, `${texts.title} · ${texts.run(facts.number, facts.day)}`);
  write('H1', bold, 17, facts.title);
  for (const { heading, lines } of sheetBlocks(facts, locale)) {
    doc.moveDown(0.6);
    if (doc.y > doc.page.height - 130) doc.addPage();
    write('H2', bold, 11, heading);
    for (const line of lines) {
      if (typeof line === 'string') write('P', plain, 9.5, line);
      else {
        const [label, value] = line;
        root.add(doc.struct('P', {}, () => {
          const y = doc.y;
          doc.font(bold).fontSize(9.5).text(label, margin, y, { width: labelWidth - 8 });
          const after = doc.y;
          doc.font(plain).text(value, margin + labelWidth, y, { width: width - labelWidth });
          doc.y = Math.max(doc.y, after);
        }));
        doc.moveDown(0.2);
      }
    }
  }
  root.end();
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index);
    // The footer stands below the margin, where text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(plain).fontSize(8).text(`${facts.title} · ${texts.page(index - start + 1, count)}`, margin, doc.page.height - 40, { width, align: 'right' });
    doc.endMarkedContent();
  }
  doc.end();
  return finished;
}
