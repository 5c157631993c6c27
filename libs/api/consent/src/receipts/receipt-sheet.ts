import type { Receipt } from '@mintforge/domain/consent';
import { berlinDay, type Locale } from '@mintforge/domain/kernel';
import { reportPdf, type ReportBlock, type Tx } from '@mintforge/platform';
import { receiptText } from './receipts';
import { receiptTexts } from './receipt-sheet.texts';

type SignedReceipt = Receipt & { signature: { kid: string; value: string } };

/** What is printed of a receipt: what was signed, and the headline of the text that it speaks of. */
export interface ReceiptSheet {
  receipt: SignedReceipt;
  purpose: string;
}

/** A receipt with the headline of its text in the language it was decided in, else the code of the purpose. Refuses NOT_FOUND. */
export async function receiptSheet(tx: Tx, decisionId: string, locale: Locale): Promise<ReceiptSheet> {
  const receipt = JSON.parse(await receiptText(tx, decisionId)) as SignedReceipt;
  const [processing] = receipt.processing;
  const [wording] = await tx.query<{ title: string }>(
    'select title from consent_wording where region_id = $1 and text_id = $2 and not plain order by language <> $3, language <> $4 limit 1', [tx.regionId, processing?.notice?.id ?? null, locale, 'de']);
  return { receipt, purpose: wording?.title ?? processing?.purpose ?? '' };
}

/** The printable receipt as a tagged A4 document; it names nobody but who is responsible. */
export function receiptPdf(sheet: ReceiptSheet, locale: Locale): Promise<Buffer> {
  const { title, page } = receiptTexts[locale];
  const { receiptId, principal } = sheet.receipt;
  return reportPdf({ title: sheet.purpose, kicker: title, documentTitle: `${title}: ${receiptId}`, blocks: receiptBlocks(sheet, locale), foot: (number, pages) => `${principal.pseudonym} · ${page(number, pages)}` }, locale);
}

/** What the printed receipt says, block by block. */
export function receiptBlocks({ receipt, purpose }: ReceiptSheet, locale: Locale): ReportBlock[] {
  const texts = receiptTexts[locale];
  const { label } = texts;
  const [processing, event, [controller, officer, authority]] = [receipt.processing[0]!, receipt.events[0]!, receipt.parties];
  const day = (of: string) => new Date(`${of}T12:00:00Z`).toLocaleDateString(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const words = (codes: readonly string[]) => codes.map((code) => texts.words[code] ?? code).join(', ');
  const { notice } = processing;
  const scan = event.evidence?.scanSha256;
  const rows = (...lines: [string, string | null | undefined][]) => lines.flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []));
  return [
    {
      heading: texts.headings.decision,
      lines: rows(
        [label.pseudonym, receipt.principal.pseudonym], [label.answer, texts.answer[event.state]], [label.signer, texts.signer[event.entity]], [label.when, day(berlinDay(new Date(event.time)))], [label.channel, texts.channel[processing.collectionMethod]],
        [label.assurance, texts.assurance[receipt.principal.signedBy.assurance]], [label.standing, texts.standing[event.standing] ?? event.standing], [label.until, event.validUntil && day(event.validUntil)], [label.scan, scan],
      ),
    },
    {
      heading: texts.headings.about,
      lines: rows(
        [label.purpose, purpose], [label.basis, `${texts.basis[processing.lawfulBasis]} (${processing.article})`], [label.text, notice ? texts.version(notice.number, notice.language, notice.sha256) : texts.noText],
        [label.data, words(processing.personalData)], [label.recipients, words(processing.recipients)],
      ),
    },
    { heading: texts.headings.responsible, lines: rows([label.name, controller?.name], [label.address, controller?.address], [label.contact, controller?.contact], [label.officer, officer?.name], [label.authority, authority?.name]) },
    { heading: texts.headings.rights, lines: [...texts.rights(processing.withdrawal.contact)] },
    { heading: texts.headings.proof, lines: [texts.proof, ...rows([label.number, receipt.receiptId], [label.previous, receipt.previousReceiptId], [label.issued, day(berlinDay(new Date(receipt.issuedAt)))], [label.key, receipt.signature.kid], [label.signature, receipt.signature.value])] },
  ];
}
