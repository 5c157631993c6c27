import type { Signer } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { bottom, margin, Sheet } from '../paper/paper.sheet';
import { dayOnPaper, wordsOf } from '../paper/paper.texts';

/** A slip: whose, for whom, and the two things that open the link. */
export interface Slip {
  firstName: string | null;
  lastName: string | null;
  pseudonym: string;
  groupName: string | null;
  signer: Signer;
  url: string;
  code: string;
  expiresAt: Date;
}

const perPage = 4;

/** Claim slips (Abholzettel) to cut apart, four to a page: address as a code and in letters, and the code of the letter. */
export async function slipsPdf(slips: readonly Slip[], language: string, plain: boolean): Promise<Buffer> {
  const words = wordsOf(language, plain);
  const sheet = await Sheet.begin(words.slip.title, language);
  const { doc } = sheet;
  const height = (doc.page.height - margin - bottom) / perPage;
  const side = height - 44;
  for (const [at, { firstName, lastName, pseudonym, groupName, signer, url, code, expiresAt }] of slips.entries()) {
    if (at > 0 && at % perPage === 0) doc.addPage();
    const top = margin + (at % perPage) * height;
    const width = sheet.width - side - 12;
    doc.y = top + 6;
    sheet.write('H2', `${[firstName, lastName].filter(Boolean).join(' ') || pseudonym}${groupName ? ` · ${groupName}` : ''}`, { size: 12, bold: true, width, gap: 1 });
    sheet.write('P', `${words.slip.title}, ${words.slip.for[signer]} · ${words.slip.until(dayOnPaper(berlinDay(expiresAt), language))}`, { size: 8.5, width });
    sheet.write('P', words.slip.how, { size: 9, width, gap: 4 });
    sheet.write('P', url, { size: 8, width, gap: 5 });
    sheet.write('P', `${words.slip.code}: ${code}`, { size: 13, bold: true, width, gap: 3 });
    sheet.write('P', words.slip.alone, { size: 8, width, gap: 0 });
    sheet.code(url, margin + width + 12, top + 4, side, words.slip.title);
    const cut = top + height - 8;
    if ((at + 1) % perPage !== 0) sheet.draw(() => doc.lineWidth(0.5).moveTo(margin / 2, cut).lineTo(doc.page.width - margin / 2, cut).dash(4, { space: 3 }).stroke('#888').undash());
  }
  return sheet.finish();
}
