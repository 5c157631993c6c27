import { berlinDay, type Locale } from '@mintforge/domain/kernel';
import { recordTexts, termText } from '@mintforge/domain/privacy';
import { reportPdf, type ReportBlock } from '@mintforge/platform';
import type { AccessDocument, AccessSection } from './access-export';
import { accessTexts, type AccessTexts } from './access-export.texts';

/** The log is told to a reader as far back as fits a document; the JSON holds all of it. */
const logLines = 500;

const isId = (name: string, value: unknown) => (name === 'id' || name.endsWith('_id')) && typeof value === 'string' && /^[\da-f-]{36}$/.test(value);

function valueText(value: unknown, texts: AccessTexts): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return texts.values[value ? 'true' : 'false'];
  if (Array.isArray(value)) return value.map((item) => valueText(item, texts)).join(', ');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return texts.withheld[String(value)] ?? String(value);
}

function sectionBlock({ table, retention, rows }: AccessSection, locale: Locale): ReportBlock {
  const texts = accessTexts[locale];
  const words = recordTexts[locale];
  const lines: ReportBlock['lines'] = [texts.retention(words.retention[retention.class], retention.term ? `: ${termText(retention.term, locale)}` : '')];
  for (const [index, row] of rows.entries()) {
    if (rows.length > 1) lines.push(`${index + 1}.`);
    for (const [name, value] of Object.entries(row)) if (!isId(name, value) && name !== 'version') lines.push([texts.columns[name] ?? name.replaceAll('_', ' '), valueText(value, texts)]);
  }
  return { heading: texts.tables[table] ?? table, lines };
}

/** The blocks of the readable copy. Pure. */
export function accessBlocks(document: AccessDocument, locale: Locale): ReportBlock[] {
  const texts = accessTexts[locale];
  const words = recordTexts[locale];
  const { controller, recipients, source, purposes, sections, files, log } = document;
  return [
    ...(controller ? [{ heading: texts.controller, lines: (['name', 'address', 'contact', 'officer', 'authority'] as const).map((key): [string, string] => [texts.controllerLines[key], controller[key]]) }] : []),
    ...sections.map((section) => sectionBlock(section, locale)),
    ...(files.length === 0 ? [] : [{ heading: texts.files, lines: [texts.filesIntro, ...files.map(({ path, kind, since, sha256, retention, heldBack }): [string, string] => [path ?? texts.fileKinds[kind], [heldBack && texts.heldBack[heldBack], texts.file(since, words.retention[retention], sha256)].filter(Boolean).join(' ')])] }]),
    { heading: texts.recipients, lines: recipients.length === 0 ? [texts.noRecipients] : recipients.map(({ name, why }): [string, string] => [words.recipient[name] ?? name, why === 'PLACEMENT' ? texts.placement : words.purpose[why]]) },
    { heading: texts.source, lines: [texts.sources[source] ?? source] },
    { heading: texts.purposes, lines: purposes.map(({ code, basis, article, data }): [string, string] => [words.purpose[code], texts.purpose(words.basis[basis], article, data.join(', '))]) },
    { heading: texts.log, lines: [texts.logIntro, ...log.slice(0, logLines).map(({ at, role, action, reason }): [string, string] => [at.slice(0, 19).replace('T', ' '), [role, action, reason].filter((part) => part !== null).join(' · ')])] },
    { heading: texts.rights, lines: [texts.rightsText] },
  ];
}

/** A person's data as a document to read. */
export function accessPdf(document: AccessDocument, locale: Locale): Promise<Buffer> {
  const texts = accessTexts[locale];
  return reportPdf({
    title: texts.title, kicker: texts.made(berlinDay(new Date(document.madeAt))), documentTitle: texts.title, blocks: [{ heading: '', lines: [texts.intro] }, ...accessBlocks(document, locale)],
    foot: (page, pages) => `${texts.title} · ${texts.page(page, pages)}`,
  }, locale);
}
