import { can, Refusal, type ActingRole } from '@mintforge/domain/kernel';
import type { ReadReason } from '@mintforge/domain/oversight';
import { pseudonymStart, searchTokens } from '@mintforge/domain/people';
import { Conditions, Db, readPage, withoutPersonal, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { PupilSort } from './people.enums';
import { PupilIdentities, type SealedIdentity } from './pupil-identities';
import { Pupil, type PupilNeeds } from './pupils.entities';
import type { PupilFilter, PupilsArgs } from './pupils.inputs';

const columns = `p.id, p.organisation_id as "organisationId", p.group_id as "groupId", p.pseudonym, p.grade, p.interests, p.left_on as "leftOn", p.erased_on as "erasedOn",
  p.version, p.created_at as "createdAt", p.updated_at as "updatedAt", o.name as "organisationName", g.name as "groupName",
  p.first_name as "sealedFirstName", p.last_name as "sealedLastName", p.birth_date as "sealedBirthDate", p.stated_wishes as "sealedStatedWishes", p.shielded, p.shield as "sealedShield", k.wrapped`;
const joins = {
  organisation: 'join organisation o on o.region_id = p.region_id and o.id = p.organisation_id',
  group: 'left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id',
  key: 'left join person_key k on k.region_id = p.region_id and k.person_id = p.id',
};
const tables = `pupil p ${Object.values(joins).join(' ')}`;

/** Pupils are found, counted and sorted with what the order speaks of; the rest is joined to the page alone. */
function tablesFor(order: string): { from: string; details: { joins: string; key: string } } {
  const { organisation, group, key } = joins;
  const [needed, later] = order.startsWith('o.') ? [organisation, [group, key]] : order.startsWith('g.') ? [group, [organisation, key]] : ['', [organisation, group, key]];
  return { from: `pupil p ${needed}`, details: { joins: later.join(' '), key: 'p.id' } };
}

const orders: Record<Exclude<PupilSort, `LAST_NAME_${string}`>, string> = {
  PSEUDONYM_ASC: 'p.pseudonym, p.id',
  PSEUDONYM_DESC: 'p.pseudonym desc, p.id',
  GRADE_ASC: 'p.grade, p.id',
  GRADE_DESC: 'p.grade desc nulls last, p.id',
  GROUP_NAME_ASC: 'g.name, p.pseudonym, p.id',
  GROUP_NAME_DESC: 'g.name desc nulls last, p.pseudonym, p.id',
  ORGANISATION_NAME_ASC: 'o.name, p.pseudonym, p.id',
  ORGANISATION_NAME_DESC: 'o.name desc, p.pseudonym, p.id',
  CREATED_AT_ASC: 'p.created_at, p.id',
  CREATED_AT_DESC: 'p.created_at desc, p.id',
};

type SealedPupil = Pupil & SealedIdentity;

const byName = new Intl.Collator('de');
const compareNames = (a: Pupil, b: Pupil) => byName.compare(`${a.lastName ?? ''}\u0000${a.firstName ?? ''}`, `${b.lastName ?? ''}\u0000${b.firstName ?? ''}`) || a.id.localeCompare(b.id);

/** Notes rows whose identity leaves the database in clear for the audit. */
export function noteIdentified(tx: Tx, rows: readonly { id: string; firstName?: string | null; lastName?: string | null; birthDate?: string | null }[]): void {
  tx.note('pupil', 'read', rows.filter(({ firstName, lastName, birthDate }) => firstName || lastName || birthDate).map(({ id }) => id));
}

/** Pupils as lists and single ones; identities are opened for the page shown alone, and only for who may identify people. */
@Injectable()
export class PupilReads {
  constructor(
    private readonly db: Db,
    private readonly identities: PupilIdentities,
  ) {}

  /**
   * One page of pupils. Refuses FORBIDDEN to sort by name without `people.identify`, INVALID_INPUT to sort by name
   * outside one group: names rest encrypted, so that only a group can be opened and sorted.
   */
  list(args: PupilsArgs): Promise<List<Pupil>> {
    return this.db.read(async (tx) => {
      const filter = this.filterOf(tx.regionId, args.filter ?? {});
      const list = args.sort === 'LAST_NAME_ASC' || args.sort === 'LAST_NAME_DESC' ? await this.pageByName(tx, filter, args) : await this.page(tx.actor.role, filter, orders[args.sort], args);
      noteIdentified(tx, list.items);
      return list;
    });
  }

  /** One pupil. Refuses NOT_FOUND. */
  one(id: string): Promise<Pupil> {
    return this.db.read(async (tx) => {
      const row = await tx.one<SealedPupil>(`select ${columns} from ${tables} where p.region_id = $1 and p.id = $2`, [tx.regionId, id]);
      const pupil = this.shown(row, tx.actor.role);
      noteIdentified(tx, [pupil]);
      return pupil;
    });
  }

  /** What a place must have for a pupil, shown for a reason that lands in the audit beside the look. Refuses NOT_FOUND. */
  needs(id: string, reason: ReadReason): Promise<PupilNeeds> {
    return this.db.read(async (tx) => {
      const { needsKey, sealedProvisions } = await tx.one<{ needsKey: Buffer | null; sealedProvisions: Buffer | null }>(
        `select k.wrapped as "needsKey", app.open_needs(p.id, p.provisions) as "sealedProvisions" from pupil p left join needs_key k on k.region_id = p.region_id and k.person_id = p.id where p.region_id = $1 and p.id = $2`, [tx.regionId, id]);
      tx.because(reason);
      tx.note('pupil_needs', 'read', [id]);
      return { id, provisions: this.identities.openProvisions({ id, needsKey, sealedProvisions }) };
    });
  }

  private async page(role: ActingRole, filter: Conditions, order: string, args: PupilsArgs): Promise<List<Pupil>> {
    const list = await readPage<SealedPupil>(this.db, { select: columns, ...tablesFor(order), ...filter, order }, args);
    return { ...list, items: list.items.map((row) => this.listed(row, role)) };
  }

  private async pageByName(tx: Tx, filter: Conditions, { filter: given, sort, page, perPage }: PupilsArgs): Promise<List<Pupil>> {
    if (!can(tx.actor.role, 'people.identify')) throw new Refusal('FORBIDDEN');
    if (!given?.groupId) throw new Refusal('INVALID_INPUT', {}, { sort: 'needsGroup' });
    const rows = await tx.query<SealedPupil>(`select ${columns} from ${tables} where ${filter.where.join(' and ')}`, filter.params);
    const sorted = rows.map((row) => this.listed(row, tx.actor.role)).sort(compareNames);
    if (sort === 'LAST_NAME_DESC') sorted.reverse();
    return { items: sorted.slice((page - 1) * perPage, page * perPage), hasNext: rows.length > page * perPage, total: rows.length };
  }

  private filterOf(regionId: string, { ids, q, groupId, organisationId, grade, gone }: PupilFilter): Conditions {
    const filter = new Conditions().add('p.region_id = ?', regionId).add('p.id = any(?)', ids).add('p.group_id = ?', groupId).add('p.organisation_id = ?', organisationId).add('p.grade = ?', grade);
    if (gone) filter.always('(p.left_on is not null or p.erased_on is not null)');
    else if (!ids) filter.always('p.left_on is null and p.erased_on is null');
    if (q?.trim()) this.addSearch(filter, regionId, q);
    return filter;
  }

  /** Every word must begin a word of the name, or the whole must begin the pseudonym. Tokens are visible to who may identify people only. */
  private addSearch(filter: Conditions, regionId: string, q: string): void {
    const tokens = searchTokens(q).map((token) => this.identities.indexOf(regionId, token));
    const found = tokens.map((token) => `select t.pupil_id from pupil_token t where t.region_id = $1 and t.field = 'PREFIX' and t.token = $${filter.params.push(token)}`).join(' intersect ');
    const start = pseudonymStart(q);
    // A range and not LIKE, which no index answers once the statement is planned for any parameter; past every sign of a pseudonym stands the tilde.
    const at = start ? filter.params.push(start, `${start}~`) : 0;
    const named = start && `select s.id from pupil s where s.region_id = $1 and s.pseudonym >= $${at - 1} and s.pseudonym < $${at}`;
    filter.always(`p.id = any(array(${[found, named].filter(Boolean).join(' union all ') || 'select null::uuid'}))`);
  }

  /** A row of a list: who is shielded stands there without a name (DSR-8). */
  private listed(row: SealedPupil, role: ActingRole): Pupil {
    return this.shown(row.shielded ? { ...row, sealedFirstName: null, sealedLastName: null, sealedBirthDate: null } : row, role);
  }

  private shown({ wrapped, sealedFirstName, sealedLastName, sealedBirthDate, sealedStatedWishes, sealedShield, ...row }: SealedPupil, role: ActingRole): Pupil {
    const identity = this.identities.open({ id: row.id, wrapped, sealedFirstName, sealedLastName, sealedBirthDate });
    const statedWishes = this.identities.openWishes({ id: row.id, wrapped, sealedStatedWishes });
    const shield = this.identities.openShield({ id: row.id, wrapped, sealedShield });
    return withoutPersonal(Pupil, { ...row, ...identity, statedWishes, shield } as Pupil, role);
  }
}
