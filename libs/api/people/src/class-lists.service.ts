import { berlinDay, Refusal } from '@mintforge/domain/kernel';
import { canReadNames, decideClassList, readClassList, suggestClassListMapping, type ClassListMapping, type ClassListRow, type JudgedRow, type RowAct } from '@mintforge/domain/people';
import { currentActor, Db, Files, readTable, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { BirthDateUses } from './birth-date-uses';
import { judgeAgainstSchool, type Namesake } from './class-lists.judge';
import { linkPupils, type LinkCounts } from './class-lists.link';
import type { ClassListColumn, ClassListPreview, ClassListPreviewRow, ClassListResult, ImportClassListArgs, PreviewClassListArgs } from './class-lists.types';
import { Group } from './groups.entities';
import { keepHeadCount } from './groups.service';
import { Guardians } from './guardians.service';
import { PupilIdentities } from './pupil-identities';

/** A group has at most so many pupils, so a class list has at most so many rows. */
const mostRows = 500;

const mappingOf = (columns: readonly ClassListColumn[]): ClassListMapping => Object.fromEntries(columns.map(({ target, column }) => [target, column]));
const columnsOf = (mapping: ClassListMapping): ClassListColumn[] => Object.entries(mapping).map(([target, column]) => ({ target: target as ClassListColumn['target'], column }));

/** Class lists (Klassenlisten): previewed from the sealed upload, imported in one transaction; no name is stored in clear on the way. */
@Injectable()
export class ClassLists {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly identities: PupilIdentities,
    private readonly birthDates: BirthDateUses,
    private readonly guardians: Guardians,
  ) {}

  /**
   * Reads an uploaded list for a group and tells what an import would do with each row. Without a mapping the suggested
   * one is used. Refuses as `readTable` and `readClassList` do, NOT_FOUND without file or group.
   */
  preview({ fileId, groupId, mapping }: PreviewClassListArgs): Promise<ClassListPreview> {
    return this.db.read(async (tx) => {
      const group = await tx.find(Group, groupId);
      const table = await readTable(await this.files.load(fileId));
      const columns = mapping ? mappingOf(mapping) : suggestClassListMapping(table).columns;
      const readable = mapping ? true : canReadNames(columns);
      const rows = readable ? this.rowsOf(table, columns) : [];
      const { judged, namesakes } = await judgeAgainstSchool(tx, this.identities, group, rows);
      return { headers: table.headers, mapping: columnsOf(columns), readable, rows: rows.map((row, at) => previewRow(row, judged[at]!, namesakes, group)) };
    });
  }

  /**
   * Imports a list into a group as a whole: new pupils are created, known ones of the school move into the group and take
   * over what the list says, guardians are entered in places that are free, the head count is at least the number of names, the file is deleted. A list imported twice
   * changes nothing. Refuses CLASS_LIST_UNDECIDED while a doubtful row has no decision, and as `preview` does.
   */
  import({ idempotencyKey, ...input }: ImportClassListArgs): Promise<ClassListResult> {
    return this.db.write((tx) => this.importInto(tx, input), { once: { key: idempotencyKey, input: this.identities.digest(currentActor().regionId ?? '', input) } });
  }

  private async importInto(tx: Tx, { fileId, groupId, mapping, decisions }: Omit<ImportClassListArgs, 'idempotencyKey'>): Promise<ClassListResult> {
    const group = await tx.lock(Group, groupId);
    // Lists of two groups of one school would each create a pupil who stands on both.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`class lists of ${group.organisationId}`]);
    const rows = this.rowsOf(await readTable(await this.files.load(fileId)), mappingOf(mapping));
    const { judged } = await judgeAgainstSchool(tx, this.identities, group, rows);
    const acts = decideClassList(judged, decisions);
    const created = await this.createPupils(tx, group, rows, acts);
    const { born, ...links } = await linkPupils(tx, this.identities, group, rows, acts);
    await this.birthDates.changed(tx, born);
    const result = resultOf(acts, judged, created, links);
    const pupilOf = new Map(result.rows.map(({ row, pupilId }) => [row, pupilId]));
    await this.guardians.enter(tx, rows.flatMap(({ row, guardians }) => guardians.flatMap((guardian) => (pupilOf.has(row) ? [{ pupilId: pupilOf.get(row)!, ...guardian }] : []))));
    await keepHeadCount(tx, group);
    await this.files.remove(tx, fileId);
    return result;
  }

  private rowsOf(table: Awaited<ReturnType<typeof readTable>>, columns: ClassListMapping): ClassListRow[] {
    if (table.rows.length > mostRows) throw new Refusal('FILE_TOO_LARGE', { limit: `${mostRows} ROWS` });
    return readClassList(table, columns, berlinDay(new Date()));
  }

  private async createPupils(tx: Tx, group: Group, rows: readonly ClassListRow[], acts: readonly RowAct[]): Promise<Map<number, string>> {
    const fresh = rows.filter((_, at) => acts[at]!.act === 'CREATE');
    const added = await this.identities.add(
      tx,
      fresh.map(({ firstName, lastName, birthDate, grade, interests, wishes }) => ({
        firstName, lastName, birthDate, interests, grade: grade ?? group.grade, statedWishes: wishes.map(({ text }) => text), organisationId: group.organisationId, groupId: group.id,
      })),
    );
    return new Map(fresh.map(({ row }, at) => [row, added[at]!.id]));
  }
}

function previewRow({ problems, ...row }: ClassListRow, { verdict, pupilId, candidates, sameAsRow, problem }: JudgedRow, namesakes: ReadonlyMap<string, Namesake>, group: Group): ClassListPreviewRow {
  const known = pupilId === null ? undefined : namesakes.get(pupilId);
  return {
    ...row,
    verdict,
    pseudonym: known?.pseudonym ?? null,
    movesFrom: known && known.groupId !== group.id ? known.groupName : null,
    candidates: candidates.flatMap((id) => namesakes.get(id) ?? []).map(({ id, pseudonym, groupName, personKey }) => ({ pupilId: id, pseudonym, groupName, hasBirthDate: personKey !== null })),
    sameAsRow,
    problems: problem === null ? problems : [...problems, { field: null, code: problem }],
  };
}

function resultOf(acts: readonly RowAct[], judged: readonly JudgedRow[], created: ReadonlyMap<number, string>, links: LinkCounts): ClassListResult {
  const refused = judged.filter(({ verdict }) => verdict === 'REFUSED').length;
  const imported = acts.flatMap((act) => {
    const pupilId = act.act === 'LINK' ? act.pupilId : created.get(act.row);
    return pupilId === undefined ? [] : [{ row: act.row, pupilId }];
  });
  return { created: created.size, ...links, skipped: acts.length - imported.length - refused, refused, rows: imported };
}
