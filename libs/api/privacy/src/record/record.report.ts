import { csvText } from '@mintforge/domain/imports';
import type { Day, Locale } from '@mintforge/domain/kernel';
import { recordTexts, termText, type RetentionClass } from '@mintforge/domain/privacy';
import { escaped, reportPdf, type ReportBlock } from '@mintforge/platform';
import { recordWords } from './record.texts';
import type { ProcessingRecord, RecordedActivity, RecordedPeriod } from './record.types';

const periodText = ({ termFrom, termCount, termUnit, action, adopted }: RecordedPeriod, locale: Locale): string =>
  `${recordTexts[locale].action[action]}: ${action === 'KEEP' ? recordWords[locale].unlimited : termText({ from: termFrom, count: termCount, unit: termUnit }, locale)}${adopted ? '' : ` (${recordWords[locale].proposed})`}`;

/** The facts of an activity in words, by the letters of Art. 30(1) GDPR. */
function facts(activity: RecordedActivity, periods: ReadonlyMap<RetentionClass, RecordedPeriod>, locale: Locale) {
  const [texts, words] = [recordTexts[locale], recordWords[locale]];
  const period = (retention: RetentionClass) => {
    const found = periods.get(retention);
    return `${texts.retention[retention]} (${retention}): ${found ? periodText(found, locale) : words.asRegion}`;
  };
  return {
    basis: `${texts.basis[activity.basis]}, ${activity.article}${activity.adopted ? '' : ` (${words.proposed})`}`,
    source: activity.source,
    subjects: activity.subjects.map((subject) => texts.subject[subject]).join(', ') || words.none,
    data: activity.data.map(({ category, dataClass }) => `${texts.category[category]} (${dataClass})`).join(', ') || words.none,
    recipients: activity.recipients.map((recipient) => texts.recipient[recipient] ?? recipient).join(', ') || words.none,
    transfers: words.noTransfers,
    retention: activity.retention.map(period).join('; ') || words.none,
    rests: activity.rests.map((rest) => texts.rest[rest]).join(', ') || words.none,
  };
}

/** The record as headings and rows: who is responsible, one block per activity, the measures. */
function blocksOf({ controller, activities, periods, measures }: ProcessingRecord, locale: Locale): ReportBlock[] {
  const [texts, words] = [recordTexts[locale], recordWords[locale]];
  const byClass = new Map(periods.map((period) => [period.retentionClass, period]));
  return [
    { heading: words.controller, lines: controller ? (['name', 'address', 'contact', 'officer', 'authority'] as const).map((field): [string, string] => [words.controllerField[field], controller[field]]) : [words.noController] },
    ...activities.map((activity): ReportBlock => ({
      heading: texts.purpose[activity.purpose],
      lines: Object.entries(facts(activity, byClass, locale)).map(([field, text]): [string, string] => [words.field[field as keyof typeof words.field], text]),
    })),
    { heading: words.classes, lines: Object.entries(texts.dataClass) },
    { heading: words.measures, lines: measures.map((measure) => texts.measure[measure]) },
  ];
}

const dayText = (day: Day, locale: Locale): string => new Date(`${day}T12:00:00Z`).toLocaleDateString(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const kickerOf = ({ region, day }: ProcessingRecord, locale: Locale): string => `${region} · ${recordWords[locale].asOf(dayText(day, locale))}`;

/** The record as a tagged A4 document. */
export function recordPdf(record: ProcessingRecord, locale: Locale): Promise<Buffer> {
  const { title, page } = recordWords[locale];
  return reportPdf({ title, kicker: kickerOf(record, locale), documentTitle: `${title}: ${record.region}`, blocks: blocksOf(record, locale), foot: (at, pages) => `${record.region} · ${page(at, pages)}` }, locale);
}

const style = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:2rem;color:#1b1b1f}h1{font-size:1.7rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;break-after:avoid}dl{display:grid;grid-template-columns:14rem 1fr;gap:.35rem 1rem;margin:0}dt{font-weight:600}dd{margin:0}@media(max-width:40rem){dl{grid-template-columns:1fr}}';

/** The record as one page that needs nothing else and runs nothing. */
export function recordHtml(record: ProcessingRecord, locale: Locale): string {
  const { title } = recordWords[locale];
  const line = (entry: ReportBlock['lines'][number]) => (typeof entry === 'string' ? `<p>${escaped(entry)}</p>` : `<dt>${escaped(entry[0])}</dt><dd>${escaped(entry[1])}</dd>`);
  const block = ({ heading, lines }: ReportBlock) => {
    const rows = lines.map(line).join('');
    return `<section><h2>${escaped(heading)}</h2>${lines.some((entry) => typeof entry !== 'string') ? `<dl>${rows}</dl>` : rows}</section>`;
  };
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(`${title}: ${record.region}`)}</title><style>${style}</style></head>
<body><main><p>${escaped(kickerOf(record, locale))}</p><h1>${escaped(title)}</h1>${blocksOf(record, locale).map(block).join('\n')}</main></body></html>\n`;
}

/** The record as a table, one row per activity, as a spreadsheet opens it; no cell can act as a formula. */
export function recordCsv(record: ProcessingRecord, locale: Locale): string {
  const words = recordWords[locale];
  const byClass = new Map(record.periods.map((period) => [period.retentionClass, period]));
  const rows = record.activities.map((activity) => [recordTexts[locale].purpose[activity.purpose], ...Object.values(facts(activity, byClass, locale)), record.controller?.name ?? words.noController]);
  return csvText([[words.purpose, ...(Object.keys(words.field) as (keyof typeof words.field)[]).map((field) => words.field[field]), words.controller], ...rows]);
}
