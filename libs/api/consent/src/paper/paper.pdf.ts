import { formNumberText, pageCodeText, type Signer } from '@mintforge/domain/consent';
import { pdfFonts } from '@mintforge/platform';
import type { PaperForm, PaperSet, PrintedPurpose } from './paper.prints';
import { margin, Sheet } from './paper.sheet';
import { dayOnPaper, wordsOf, type PaperTexts } from './paper.texts';

const codeSide = 84;
/** On the pages after the first the code stands at their foot: large enough for a scan of 150 dpi, above what printers leave white. */
const footCodeSide = 66;
const foot = 84;
const boxSide = 12;
const lineHeight = 46;

/**
 * Consent forms to print, tick and sign, a pupil's each beginning a page. Yes and no stand side by side in the same size,
 * nothing is ticked; there is a line for whoever has to sign and for nobody else. The code on every page tells a random number
 * and which page it is, so that a pile of scans in any order finds together again. To print on both sides of the sheet
 * (`bothSides`) a form of an odd number of pages is followed by an empty one: no sheet bears two pupils.
 */
export async function formsPdf({ language, plain, controller, forms }: PaperSet, { bothSides }: { bothSides: boolean }): Promise<Buffer> {
  const words = wordsOf(language, plain);
  const sheet = await Sheet.begin(words.title, language, foot);
  for (const [at, form] of forms.entries()) {
    if (at > 0) sheet.doc.addPage();
    if (bothSides && sheet.pages() % 2 === 0) sheet.doc.addPage();
    const first = sheet.pages() - 1;
    head(sheet, form, words, language);
    for (const purpose of form.purposes) question(sheet, purpose, form, words);
    sheet.write('P', words.free, { gap: 4 });
    sheet.write('P', words.withdraw(controller.contact), { gap: 4 });
    for (const [label, text] of [[words.controller, `${controller.name}, ${controller.address}`], [words.officer, controller.officer], [words.authority, controller.authority]]) sheet.write('P', `${label}: ${text}`, { size: 8.5, gap: 1 });
    signatures(sheet, form.signers, words);
    codes(sheet, form.number, first, words);
    sheet.footer(first, sheet.pages() - 1, (page, of) => `${words.number} ${formNumberText(form.number)} · ${words.page(page, of)}`);
  }
  return sheet.finish();
}

function head(sheet: Sheet, { number, printedOn, firstName, lastName, pseudonym, groupName, schoolName }: PaperForm, words: PaperTexts, language: string): void {
  const width = sheet.width - codeSide - 12;
  const top = sheet.doc.y;
  sheet.write('P', `${words.number} ${formNumberText(number)} · ${words.printed(dayOnPaper(printedOn, language))}`, { size: 9, width });
  sheet.write('H1', words.title, { size: 18, bold: true, width });
  sheet.write('P', `${words.about}: ${[firstName, lastName].filter(Boolean).join(' ') || pseudonym}`, { size: 11, bold: true, width });
  sheet.write('P', [groupName && words.group(groupName), schoolName].filter(Boolean).join(' · '), { width, gap: 6 });
  sheet.doc.y = Math.max(sheet.doc.y, top + codeSide - 8);
  sheet.write('P', words.intro, { gap: 8 });
}

/** The code of each page from `first` on; how many there are is known once they are written. */
function codes(sheet: Sheet, number: string, first: number, words: PaperTexts): void {
  const of = sheet.pages() - first;
  for (let page = 1; page <= of; page++) {
    sheet.doc.switchToPage(first + page - 1);
    const [x, y, side] = page === 1 ? [margin + sheet.width - codeSide, margin - 12, codeSide] : [margin, sheet.doc.page.height - footCodeSide - 12, footCodeSide];
    sheet.code(pageCodeText({ number, page, of }), x, y, side, `${words.number} ${formNumberText(number)}, ${words.page(page, of)}`);
  }
}

/** A purpose never stands apart from its boxes: they begin the next page together, if they fit on one. */
function question(sheet: Sheet, { title, body, article, required }: PrintedPurpose, { signers }: PaperForm, words: PaperTexts): void {
  const { doc, width } = sheet;
  const height = doc.font(pdfFonts.plain).fontSize(9.5).heightOfString(body, { width: width - 12, lineGap: 1 });
  sheet.keepTogether(Math.min(height + 74, doc.page.height - 180));
  sheet.draw(() => doc.lineWidth(0.6).moveTo(margin, doc.y).lineTo(margin + width, doc.y).stroke('#666'));
  doc.y += 5;
  sheet.write('H2', title, { size: 11, bold: true });
  sheet.write('P', body);
  const who = required.map((signer) => nameOf(signer, signers, words)).join(words.and);
  sheet.write('P', `${words.basis}: ${article}. ${words.who(who)}.`, { size: 8, gap: 4 });
  sheet.keepTogether(30);
  const y = doc.y;
  for (const [column, answer] of [words.yes, words.no].entries()) {
    const x = margin + (column * width) / 2;
    sheet.draw(() => doc.lineWidth(1).rect(x, y, boxSide, boxSide).stroke('#000'));
    doc.y = y - 1;
    sheet.write('P', answer, { size: 11, bold: true, x: x + boxSide + 7, width: width / 2 - boxSide - 12, gap: 0 });
  }
  doc.y = y + boxSide + 12;
}

/** With one guardian there is no first one. */
const nameOf = (signer: Signer, signers: readonly Signer[], words: PaperTexts): string => (signer === 'GUARDIAN_1' && !signers.includes('GUARDIAN_2') ? words.anySigner : words.signer[signer]);

function signatures(sheet: Sheet, signers: readonly Signer[], words: PaperTexts): void {
  const { doc, width } = sheet;
  sheet.keepTogether(signers.length * lineHeight + 50);
  doc.y += 8;
  sheet.write('H2', words.sign, { size: 11, bold: true, gap: 2 });
  for (const signer of signers) {
    sheet.write('P', nameOf(signer, signers, words), { size: 9, bold: true, gap: 0 });
    const y = doc.y + 18;
    const columns: [number, number, string][] = [[0, 0.2, words.day], [0.23, 0.37, words.signature], [0.63, 0.37, words.name]];
    for (const [from, share, label] of columns) {
      const x = margin + from * width;
      sheet.draw(() => doc.lineWidth(0.6).moveTo(x, y).lineTo(x + share * width, y).stroke('#000'));
      doc.y = y + 2;
      sheet.write('P', label, { size: 7.5, x, width: share * width, gap: 0 });
    }
    doc.y = y + 17;
  }
  sheet.write('P', words.back, { size: 8.5, gap: 0 });
}
