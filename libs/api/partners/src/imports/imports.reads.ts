import { csvText } from '@mintforge/domain/imports';
import type { Locale } from '@mintforge/domain/kernel';
import { findingText, type PlanAction } from '@mintforge/domain/partners';
import { Conditions, currentActor, currentContext, Db, readPage, type List } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { columnsOf } from '../columns';
import { Import, type Finding, type ImportRow, type ImportTargetColumn } from './imports.entities';
import type { ImportRowsArgs, ImportsArgs } from './imports.inputs';
import { targetsOf } from './imports.plan';
import { orderBy } from '../organisations/organisations.reads';

const select = `${columnsOf(Import, 'i')}, u.display_name as "createdByName"`;
const tables = 'import i left join app_user u on u.id = i.created_by';
const flagged = `(r.findings @> '[{"about": "FLAG"}]')`;
const verdictWords: Record<PlanAction, Record<Locale, string>> = {
  CREATE: { de: 'wird angelegt', en: 'is created' },
  UPDATE: { de: 'wird geändert', en: 'is updated' },
  SKIP: { de: 'wird übersprungen', en: 'is skipped' },
  REFUSE: { de: 'wird nicht übernommen', en: 'is refused' },
};

type StoredRow = Omit<ImportRow, 'findings'> & { findings: Finding[] };

const worded = (row: StoredRow, locale: Locale): ImportRow => ({ ...row, findings: row.findings.map(({ code, params, about }) => ({ code, about, text: findingText(code, params, locale) })) });

/** Reading imports, their rows, and the rows that need a person as a file. */
@Injectable()
export class ImportsReads {
  constructor(private readonly db: Db) {}

  list({ filter = {}, ...args }: ImportsArgs): Promise<List<Import>> {
    const where = new Conditions().add('i.region_id = ?', currentActor().regionId).add('i.id = any(?)', filter.ids).add('i.kind = ?', filter.kind).add('i.state = ?', filter.state);
    return readPage(this.db, { select, from: tables, ...where, order: orderBy(args.sort, { CREATED_AT: 'i.created_at' }, 'i.id') }, args);
  }

  one(id: string): Promise<Import> {
    return this.db.read((tx) => tx.one<Import>(`select ${select} from ${tables} where i.region_id = $1 and i.id = $2`, [tx.regionId, id]));
  }

  /** Every field the kind of list can fill, with the column that fills it. */
  columns({ kind, mapping, confidence }: Import): ImportTargetColumn[] {
    return targetsOf[kind].map(({ key, required }) => ({ target: key, required: required ?? false, column: mapping[key] ?? null, confidence: confidence[key] ?? null }));
  }

  async rows({ importId, filter = {}, ...args }: ImportRowsArgs): Promise<List<ImportRow>> {
    const where = new Conditions().add('r.region_id = ?', currentActor().regionId).add('r.import_id = ?', importId).add('r.verdict = ?', filter.verdict).add(`${flagged} = ?`, filter.flagged);
    where.add('r.findings @> ?::jsonb', filter.code && JSON.stringify([{ code: filter.code }])).add(`r.title ilike '%' || ? || '%'`, filter.q?.replaceAll(/[%_\\]/g, '\\$&'));
    const columns = 'r.number, r.verdict, r.title, r.cells, r.findings, r.target_id as "targetId"';
    const list = await readPage<StoredRow>(this.db, { select: columns, from: 'import_row r', ...where, order: 'r.number' }, args);
    return { ...list, items: list.items.map((row) => worded(row, currentContext().locale)) };
  }

  /** The refused and the flagged rows as CSV: number, verdict, findings in words, then the cells as they stood. */
  async errorsCsv(id: string): Promise<{ name: string; text: string }> {
    const { locale } = currentContext();
    return this.db.read(async (tx) => {
      const { headers, fileName } = await tx.find(Import, id);
      const rows = await tx.query<StoredRow>(`select r.number, r.verdict, r.cells, r.findings from import_row r where r.region_id = $1 and r.import_id = $2 and (r.verdict = 'REFUSE' or ${flagged}) order by r.number`, [tx.regionId, id]);
      const head = locale === 'de' ? ['Zeile', 'Ergebnis', 'Hinweise'] : ['Row', 'Verdict', 'Findings'];
      const lines = rows.map((row) => [String(row.number), verdictWords[row.verdict][locale], worded(row, locale).findings.map(({ text }) => text).join(' | '), ...row.cells]);
      return { name: `${fileName.replace(/\.\w+$/, '')}-${locale === 'de' ? 'hinweise' : 'findings'}.csv`, text: csvText([[...head, ...headers], ...lines]) };
    });
  }
}
