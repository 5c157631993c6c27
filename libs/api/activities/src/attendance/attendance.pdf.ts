import type { AttendanceState } from '@mintforge/domain/activities';
import type { Locale } from '@mintforge/domain/kernel';
import { newPdf, pdfFonts, pdfLanguage, type PdfDoc } from '@mintforge/platform';
import type { Attendance, AttendanceSheet } from './attendance.entities';
import { nameOf } from './attendance.reads';
import { listTexts, spanInWords } from './attendance.texts';

type Draw = () => void;

const { plain, bold } = pdfFonts;
const margin = 40;
const bottom = 56;
const boxStates = ['PRESENT', 'LATE', 'LEFT_EARLY', 'EXCUSED'] as const;

/** Widths in points; together the width of A4 between its margins. */
const widths = { number: 26, name: 140, group: 58, school: 112, box: 22, signature: 91 };
const left = {
  number: margin,
  name: margin + widths.number,
  group: margin + widths.number + widths.name,
  school: margin + widths.number + widths.name + widths.group,
  box: margin + widths.number + widths.name + widths.group + widths.school,
  signature: margin + widths.number + widths.name + widths.group + widths.school + boxStates.length * widths.box,
};
const right = left.signature + widths.signature;
const headerHeight = 62;
const padding = 5;

/**
 * The attendance list as a tagged A4 document to print and to sign: who is expected, with boxes for those who come,
 * come late, leave early or are excused (ticked where marked already). Who withdrew is not on it.
 */
export async function attendancePdf(sheet: AttendanceSheet, locale: Locale): Promise<Buffer> {
  const texts = listTexts[locale];
  const title = `${texts.title}: ${sheet.occurrence.activityTitle}`;
  const { doc, finished } = await newPdf({ title, language: pdfLanguage(locale), margin, bottom: 0 });
  const page = new ListPage(doc, locale);
  page.head(sheet);
  page.table(sheet.rows.filter(({ state }) => state !== 'WITHDRAWN'));
  page.footers(`${sheet.occurrence.activityTitle} · ${spanInWords(sheet.occurrence, locale)} · ${texts.internal}`);
  doc.end();
  return finished;
}

/** Draws the list from top to bottom and keeps the structure that readers aloud follow. */
class ListPage {
  private readonly texts;
  private readonly root;
  private y = margin;

  constructor(
    private readonly doc: PdfDoc,
    private readonly locale: Locale,
  ) {
    this.texts = listTexts[locale];
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** Title, activity, and a line each for time, place and host. */
  head({ occurrence, rows }: AttendanceSheet): void {
    const heads = rows.filter(({ state }) => state !== 'WITHDRAWN').reduce((sum, { headCount }) => sum + headCount, 0);
    const where = [occurrence.place, occurrence.siteAddress].filter(Boolean).join(', ') || this.texts.noPlace;
    this.line('P', 9, plain, `${this.texts.title} · ${this.texts.expected(heads)}`);
    this.line('H1', 17, bold, occurrence.activityTitle);
    if (occurrence.state === 'CANCELLED') this.line('P', 12, bold, this.texts.cancelled);
    this.y += 4;
    for (const [label, value] of [[this.texts.when, spanInWords(occurrence, this.locale)], [this.texts.where, where], [this.texts.host, occurrence.organisationName]]) this.line('P', 10, plain, `${label}: ${value}`);
    this.y += 10;
  }

  /** The rows, with the header again on each page; a row never breaks over two pages. */
  table(rows: readonly Attendance[]): void {
    if (rows.length === 0) return this.line('P', 11, plain, this.texts.nobody);
    const table = this.doc.struct('Table');
    this.root.add(table);
    const header = this.doc.struct('TR');
    table.add(header);
    this.header((draw) => this.tagged(header, 'TH', draw));
    for (const [index, row] of rows.entries()) {
      const name = row.groupId ? this.texts.groupOf(nameOf(row), row.headCount) : nameOf(row);
      const height = this.heightOf([[name, widths.name], [row.groupName ?? '', widths.group], [row.schoolName, widths.school]]);
      if (this.y + height > this.doc.page.height - bottom) {
        this.doc.addPage();
        this.y = margin;
        this.header((draw) => this.artifact(draw));
      }
      const line = this.doc.struct('TR');
      table.add(line);
      this.row(line, [String(index + 1), name, row.groupId ? '' : (row.groupName ?? ''), row.schoolName], row.state, height);
      line.end();
    }
    header.end();
    table.end();
    this.root.end();
  }

  /** On every page what the list is of, for sheets get loose, and "Page x of y". */
  footers(what: string): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let index = start; index < start + count; index++) {
      this.doc.switchToPage(index);
      const y = this.doc.page.height - 36;
      this.artifact(() => {
        this.text(what, margin, y, left.signature - margin, { size: 8, oneLine: true });
        this.text(this.texts.page(index - start + 1, count), left.signature, y, widths.signature, { size: 8, align: 'right' });
      }, 'Pagination');
    }
  }

  private header(wrapped: (draw: Draw) => void): void {
    const base = this.y + headerHeight - 14;
    const labels: [string, number, number][] = [[this.texts.number, left.number, widths.number], [this.texts.name, left.name, widths.name], [this.texts.group, left.group, widths.group], [this.texts.school, left.school, widths.school]];
    for (const [label, x, width] of labels) wrapped(() => this.text(label, x, base, width, { font: bold }));
    for (const [index, state] of boxStates.entries()) wrapped(() => this.upright(this.texts.boxes[state], left.box + index * widths.box, base + 9));
    wrapped(() => this.text(this.texts.signature, left.signature + padding, base, widths.signature, { font: bold }));
    this.y += headerHeight;
    this.rule(1);
  }

  private row(line: ReturnType<PdfDoc['struct']>, cells: readonly string[], state: AttendanceState, height: number): void {
    const places: [number, number][] = [[left.number, widths.number], [left.name, widths.name], [left.group, widths.group], [left.school, widths.school]];
    const top = this.y;
    for (const [index, cell] of cells.entries()) {
      const [x, width] = places[index] as [number, number];
      this.tagged(line, 'TD', () => this.text(cell, x, top + padding + 1, width - padding));
    }
    for (const [index, box] of boxStates.entries()) this.tagged(line, 'TD', () => this.box(left.box + index * widths.box, top + height / 2, state === box), this.texts.boxes[box]);
    this.tagged(line, 'TD', () => this.doc.lineWidth(0.5).moveTo(left.signature + padding, top + height - padding).lineTo(right, top + height - padding).dash(1, { space: 1 }).stroke('#888').undash(), this.texts.signature);
    this.y += height;
    this.rule(0.4);
  }

  private heightOf(cells: readonly [string, number][]): number {
    this.doc.font(plain).fontSize(9);
    return Math.max(26, ...cells.map(([text, width]) => this.doc.heightOfString(text, { width: width - padding }) + 2 * padding + 2));
  }

  private line(tag: 'P' | 'H1', size: number, font: string, text: string): void {
    this.tagged(this.root, tag, () => this.doc.font(font).fontSize(size).fillColor('#000').text(text, margin, this.y, { width: right - margin }));
    this.y = this.doc.y + 3;
  }

  private text(text: string, x: number, y: number, width: number, { size = 9, font = plain, oneLine = false, align = 'left' as 'left' | 'right' } = {}): void {
    this.doc.font(font).fontSize(size).fillColor('#000');
    const limits = oneLine ? { height: this.doc.currentLineHeight(true), ellipsis: true } : {};
    this.doc.text(text, x, y, { width, align, ...limits });
  }

  private upright(text: string, x: number, y: number): void {
    this.doc.save().rotate(-90, { origin: [x + 7, y] });
    this.doc.font(bold).fontSize(8).fillColor('#000').text(text, x + 7, y, { lineBreak: false });
    this.doc.restore();
  }

  private box(x: number, middle: number, ticked: boolean): void {
    const [size, inset] = [11, 4];
    const top = middle - size / 2;
    this.doc.lineWidth(0.8).strokeColor('#000').rect(x + inset, top, size, size).stroke();
    if (ticked) this.doc.lineWidth(1.4).moveTo(x + inset + 2, top + 2).lineTo(x + inset + size - 2, top + size - 2).moveTo(x + inset + size - 2, top + 2).lineTo(x + inset + 2, top + size - 2).stroke();
  }

  private rule(width: number): void {
    this.artifact(() => this.doc.lineWidth(width).moveTo(margin, this.y).lineTo(right, this.y).stroke('#444'));
  }

  private tagged(parent: ReturnType<PdfDoc['struct']>, tag: string, draw: Draw, alt?: string): void {
    const content = this.doc.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    const element = this.doc.struct(tag, alt === undefined ? {} : { alt });
    parent.add(element);
    element.add(content);
    element.end();
  }

  private artifact(draw: Draw, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }
}
