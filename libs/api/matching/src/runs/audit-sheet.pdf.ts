import type { Locale } from '@mintforge/domain/kernel';
import { reportPdf } from '@mintforge/platform';
import { sheetBlocks, type SheetFacts } from './audit-sheet';
import { sheetTexts } from './audit-sheet.texts';

/** The audit sheet of a run as a tagged A4 document: what anybody needs to judge and to recompute it. */
export function auditPdf(facts: SheetFacts, locale: Locale): Promise<Buffer> {
  const texts = sheetTexts[locale];
  return reportPdf({
    title: facts.title, kicker: `${texts.title} · ${texts.run(facts.number, facts.day)}`, documentTitle: `${texts.title}: ${facts.title}`, blocks: sheetBlocks(facts, locale),
    foot: (page, pages) => `${facts.title} · ${texts.page(page, pages)}`,
  }, locale);
}
