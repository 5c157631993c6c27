import { foldName, Refusal } from '@mintforge/domain/kernel';
import { planMerge, planMergeUndo, type MergeChoice, type MergeSide, type MergeUndo, type MergeValue } from '@mintforge/domain/partners';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { MergeInput } from './duplicates.inputs';
import { Organisation, OrganisationAlias } from '../organisations/organisations.entities';
import { mailDomainOf, nameKeys, noteEvent } from '../organisations/organisations.service';
import { OrganisationReferences } from '../references';

/** The fields a person chooses between; the keys of the plan are the columns of the entity. */
const chosen = ['name', 'roles', 'schoolKinds', 'key', 'officialNumber', 'land', 'stage', 'email', 'phone', 'fax', 'website', 'tags', 'notes'] as const;

const fieldsOf = (organisation: Organisation): Record<string, MergeValue> => Object.fromEntries(chosen.map((field) => [field, field === 'key' ? organisation.officialKey : (organisation[field] ?? null)]));

/** The fields of a plan as columns. */
function columnsOf({ key, ...fields }: Record<string, MergeValue>): Partial<Organisation> {
  const columns = { ...fields, ...(key === undefined ? {} : { officialKey: key }) } as Partial<Organisation>;
  return { ...columns, ...(columns.name === undefined ? {} : nameKeys(columns.name)) };
}

/** What undoing a merge needs beside the plan's own record: the aliases it made and which site was the absorbed one's main one. */
interface StoredUndo extends MergeUndo {
  aliasIds: string[];
  mainSiteId: string | null;
}

const place = (table: string, column: string) => `${table}.${column}`;

/** Merging two entries of one organisation, and taking that back. */
@Injectable()
export class MergeService {
  constructor(
    private readonly db: Db,
    private readonly references: OrganisationReferences,
  ) {}

  /** Declares that two entries are different organisations; they are not proposed again. */
  dismiss(a: string, b: string): Promise<void> {
    return this.db.write(async (tx) => {
      const [first, second] = [a, b].sort();
      await tx.query('insert into not_a_duplicate (region_id, first_id, second_id) values ($1, $2, $3) on conflict do nothing', [tx.regionId, first, second]);
      tx.note('not_a_duplicate', 'insert', [first!, second!]);
    });
  }

  /**
   * Merges: fields as chosen, and everything that names the absorbed entry now names the survivor, in every feature. The
   * absorbed entry stays hidden, its name and register id keep leading to the survivor. Gives the merge's id.
   * Refuses MERGE_WITH_ITSELF, VERSION_CONFLICT, NOT_FOUND.
   */
  merge({ survivorId, absorbedId, survivorVersion, absorbedVersion, choices = [] }: MergeInput): Promise<string> {
    return this.db.write(async (tx) => {
      if (survivorId === absorbedId) throw new Refusal('MERGE_WITH_ITSELF');
      const locked = new Map<string, Organisation>();
      for (const id of [survivorId, absorbedId].sort()) locked.set(id, await tx.lock(Organisation, id, id === survivorId ? survivorVersion : absorbedVersion));
      const [survivor, absorbed] = [locked.get(survivorId)!, locked.get(absorbedId)!];
      if (survivor.mergedIntoId || absorbed.mergedIntoId) throw new Refusal('NOT_FOUND');
      if (survivor.successorId === absorbedId) throw new Refusal('INVALID_INPUT', {}, { survivorId: 'successor' });
      const wanted = Object.fromEntries(choices.map(({ field, from }): [string, MergeChoice] => [field === 'officialKey' ? 'key' : field, from]));
      const plan = planMerge(await sideOf(tx, survivor), await sideOf(tx, absorbed), wanted);

      await tx.update(Organisation, absorbedId, { mergedIntoId: survivorId });
      const fields = { ...columnsOf(plan.fields), formerKeys: plan.formerKeys };
      await tx.update(Organisation, survivorId, { ...fields, mailDomain: mailDomainOf(fields) });
      const moved = await this.move(tx, absorbedId, survivorId);
      const mainSiteId = await moveSites(tx, absorbedId, survivorId, moved);
      await movePartnerships(tx, absorbedId, survivorId, moved);
      const aliasIds = await addAliases(tx, survivorId, plan.aliases);
      const undo: StoredUndo = { ...plan.undo, moved, aliasIds, mainSiteId };
      const { id } = await tx.one<{ id: string }>('insert into organisation_merge (region_id, survivor_id, merged_id, undo, merged_by) values ($1, $2, $3, $4, $5) returning id', [
        tx.regionId, survivorId, absorbedId, JSON.stringify(undo), tx.actor.userId,
      ]);
      tx.note('organisation_merge', 'insert', [id]);
      await noteEvent(tx, survivorId, 'MERGE', { mergeId: id, name: absorbed.name });
      return id;
    });
  }

  /** Takes a merge back: rows return, fields the merge set get their old values. Gives the survivor's id. Refuses MERGE_CHANGED_SINCE. */
  undo(mergeId: string): Promise<string> {
    return this.db.write(async (tx) => {
      const row = await tx.one<{ undo: StoredUndo; undoneAt: Date | null }>('select undo, undone_at as "undoneAt" from organisation_merge where region_id = $1 and id = $2 for update', [tx.regionId, mergeId]);
      const { undo } = row;
      const survivor = await tx.lock(Organisation, undo.survivorId);
      const absorbed = await tx.lock(Organisation, undo.absorbedId);
      if (row.undoneAt || survivor.mergedIntoId || absorbed.mergedIntoId !== undo.survivorId) throw new Refusal('MERGE_CHANGED_SINCE', { what: 'merge' });
      const restored = columnsOf(planMergeUndo(undo, fieldsOf(survivor)));
      const { formerKeys } = undo.before;
      const { email, website } = { ...survivor, ...restored };
      await tx.update(Organisation, undo.survivorId, { ...restored, formerKeys, mailDomain: mailDomainOf({ email, website }) });
      await tx.update(Organisation, undo.absorbedId, { mergedIntoId: null });
      for (const [where, ids] of Object.entries(undo.moved)) await moveBack(tx, where, ids, undo);
      await ensureMain(tx, undo.survivorId, null);
      await ensureMain(tx, undo.absorbedId, undo.mainSiteId);
      for (const id of undo.aliasIds) await tx.query('delete from organisation_alias where region_id = $1 and id = $2', [tx.regionId, id]);
      await tx.query('update organisation_merge set undone_at = now() where region_id = $1 and id = $2', [tx.regionId, mergeId]);
      tx.note('organisation_merge', 'update', [mergeId]);
      await noteEvent(tx, undo.survivorId, 'MERGE', { mergeId, undone: true, name: absorbed.name });
      return undo.survivorId;
    });
  }

  private async move(tx: Tx, from: string, to: string): Promise<Record<string, string[]>> {
    const moved: Record<string, string[]> = {};
    const own = [{ table: 'organisation_alias', column: 'organisation_id' }, { table: 'contact_event', column: 'organisation_id' }];
    for (const { table, column } of [...own, ...this.references.all]) {
      const kept = table === 'organisation' ? `and id not in ('${from}', '${to}')` : '';
      const rows = await tx.query<{ id: string }>(`update ${table} set ${column} = $3 where region_id = $1 and ${column} = $2 ${kept} returning id`, [tx.regionId, from, to]);
      if (rows.length > 0) moved[place(table, column)] = rows.map(({ id }) => id);
      tx.note(table, 'update', rows.map(({ id }) => id));
    }
    return moved;
  }
}

async function sideOf(tx: Tx, organisation: Organisation): Promise<MergeSide> {
  const aliases = await tx.query<{ name: string }>('select name from organisation_alias where region_id = $1 and organisation_id = $2 order by created_at, id', [tx.regionId, organisation.id]);
  const { id, regionId, name, officialKey, formerKeys } = organisation;
  return { id, regionId, name, key: officialKey, aliases: aliases.map((alias) => alias.name), formerKeys, fields: fieldsOf(organisation) };
}

/** The survivor keeps its main site; the absorbed one's becomes a further site, or the main one if there was none. Gives the absorbed one's main site. */
async function moveSites(tx: Tx, from: string, to: string, moved: Record<string, string[]>): Promise<string | null> {
  const mains = await tx.query<{ id: string; organisationId: string }>('select id, organisation_id as "organisationId" from site where region_id = $1 and organisation_id in ($2, $3) and is_main', [tx.regionId, from, to]);
  const taken = mains.some(({ organisationId }) => organisationId === to);
  const rows = await tx.query<{ id: string }>('update site set organisation_id = $3, is_main = is_main and not $4 where region_id = $1 and organisation_id = $2 returning id', [tx.regionId, from, to, taken]);
  moved[place('site', 'organisation_id')] = rows.map(({ id }) => id);
  tx.note('site', 'update', rows.map(({ id }) => id));
  return mains.find(({ organisationId }) => organisationId === from)?.id ?? null;
}

/** Partnerships move unless the survivor has the same one, or it would be with itself; such ones stay with the hidden entry. */
async function movePartnerships(tx: Tx, from: string, to: string, moved: Record<string, string[]>): Promise<void> {
  for (const [side, other] of [['school_id', 'partner_id'], ['partner_id', 'school_id']] as const) {
    const rows = await tx.query<{ id: string }>(
      `update partnership p set ${side} = $3 where region_id = $1 and ${side} = $2 and ${other} <> $3
         and not exists (select from partnership q where q.region_id = $1 and q.${side} = $3 and q.${other} = p.${other}) returning id`,
      [tx.regionId, from, to],
    );
    moved[place('partnership', side)] = rows.map(({ id }) => id);
    tx.note('partnership', 'update', rows.map(({ id }) => id));
  }
}

async function addAliases(tx: Tx, organisationId: string, names: readonly string[]): Promise<string[]> {
  const known = await tx.query<{ nameKey: string }>('select name_key as "nameKey" from organisation_alias where region_id = $1 and organisation_id = $2', [tx.regionId, organisationId]);
  const taken = new Set(known.map(({ nameKey }) => nameKey));
  const fresh = names.filter((name) => !taken.has(foldName(name)) && taken.add(foldName(name)));
  return tx.insert(OrganisationAlias, fresh.map((name) => ({ organisationId, name, ...nameKeys(name), source: 'MERGE' as const })));
}

/** Rows deleted or handed on since stay where they are. */
async function moveBack(tx: Tx, where: string, ids: string[], { survivorId, absorbedId }: StoredUndo): Promise<void> {
  const [table, column] = where.split('.') as [string, string];
  const rows = await tx.query<{ id: string }>(`update ${table} set ${column} = $3 where region_id = $1 and ${column} = $2 and id = any($4) returning id`, [tx.regionId, survivorId, absorbedId, ids]);
  tx.note(table, 'update', rows.map(({ id }) => id));
}

/** An organisation with sites has a main one: the preferred, else the oldest. */
async function ensureMain(tx: Tx, organisationId: string, preferredId: string | null): Promise<void> {
  await tx.query(
    `update site set is_main = true
      where region_id = $1 and id = (select id from site where region_id = $1 and organisation_id = $2 order by id = $3 desc nulls last, created_at, id limit 1)
        and not exists (select from site where region_id = $1 and organisation_id = $2 and is_main)`,
    [tx.regionId, organisationId, preferredId],
  );
}
