import { spanInWords } from '@mintforge/activities';
import { berlinDay, type Locale } from '@mintforge/domain/kernel';
import { newPdf, pdfFonts, pdfLanguage } from '@mintforge/platform';
import { hostViewTexts, type HostViewTexts } from './host-view.texts';
import type { HostView, HostViewRow } from './host-view.types';

const { plain, bold } = pdfFonts;
const margin = 48;
const bottom = 72;
const columns = [30, 190, 90, 189] as const;

/** A day as people write it: 10.06.2026. */
const inWords = (day: string): string => day.split('-').reverse().join('.');

/** What a row says in each column: number, who, class, needs. Pure. */
export function cellsOf({ named, firstName, lastName, groupName, grade, heads, oldEnough, provisions }: HostViewRow, number: number, texts: HostViewTexts): string[] {
  const person = named ? [firstName, lastName].filter(Boolean).join(' ') : texts.person(grade);
  const isGroup = !named && groupName !== null;
  const notes = [...(oldEnough === null ? [] : [texts.age(oldEnough)]), ...provisions.map((provision) => texts.provisions[provision])];
  return [String(number), isGroup ? texts.heads(heads) : person, groupName ?? '', notes.join(', ')];
}

const stampOf = (made: Date): string => `${inWords(berlinDay(made))} ${new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(made)}`;

/** For whom and when a list was made, and until when it may be kept. */
export const markOf = ({ closesOn }: HostView, recipient: string, made: Date, texts: HostViewTexts): string => texts.mark(recipient, stampOf(made), inWords(closesOn));

/**
 * The day list of a host as a tagged A4 document. For whom and when it was made stands across and below every page, so
 * that a copy that strays tells where it came from.
 */
export async function hostViewPdf(view: HostView, made: Date, locale: Locale): Promise<Buffer> {
  const texts = hostViewTexts[locale];
  const { doc, finished } = await newPdf({ title: `${texts.title}: ${view.title}`, language: pdfLanguage(locale), margin, bottom });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const width = doc.page.width - 2 * margin;
  const write = (tag: 'H1' | 'P', font: string, size: number, text: string) => {
    root.add(doc.struct(tag, {}, () => doc.font(font).fontSize(size).text(text, margin, doc.y, { width })));
    doc.moveDown(0.25);
  };
  write('P', plain, 9, texts.title);
  write('H1', bold, 17, view.title);
  for (const [label, value] of [[texts.when, spanInWords(view, locale)], [texts.where, view.place || texts.noPlace], [texts.host, view.host]]) write('P', plain, 10, `${label}: ${value}`);
  doc.moveDown(0.8);
  if (view.rows.length === 0) write('P', plain, 11, texts.nobody);
  else {
    const table = doc.struct('Table');
    root.add(table);
    const line = (tag: 'TH' | 'TD', font: string, cells: readonly string[]) => {
      const row = doc.struct('TR');
      table.add(row);
      const height = Math.max(...cells.map((cell, at) => doc.font(font).fontSize(10).heightOfString(cell || ' ', { width: columns[at]! - 8 })));
      if (doc.y + height > doc.page.height - bottom) doc.addPage();
      const top = doc.y;
      for (const [at, cell] of cells.entries()) {
        const left = margin + columns.slice(0, at).reduce((sum, each) => sum + each, 0);
        row.add(doc.struct(tag, {}, () => doc.font(font).fontSize(10).text(cell, left, top, { width: columns[at]! - 8 })));
      }
      row.end();
      doc.y = top + height + 6;
    };
    line('TH', bold, [texts.number, texts.who, texts.group, texts.needs]);
    for (const [at, row] of view.rows.entries()) line('TD', plain, cellsOf(row, at + 1, texts));
    table.end();
  }
  root.end();
  const mark = markOf(view, view.host, made, texts);
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index);
    // The footer stands below the margin, where text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.save().rotate(-38, { origin: [doc.page.width / 2, doc.page.height / 2] }).font(bold).fontSize(26).fillOpacity(0.09)
      .text(`${view.host} · ${stampOf(made)}`, 0, doc.page.height / 2, { width: doc.page.width, align: 'center' }).restore();
    doc.fillOpacity(1).font(plain).fontSize(8).text(`${mark} · ${texts.page(index - start + 1, count)}`, margin, doc.page.height - 40, { width, align: 'right' });
    doc.endMarkedContent();
  }
  doc.end();
  return finished;
}
