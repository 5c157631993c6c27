import { foldName, pageWindow, tidy, type PageRequest } from '@mintforge/domain/kernel';
import { bodyNameKey, duplicateScore, ownDomains, type DuplicateProfile, type DuplicateScore } from '@mintforge/domain/partners';
import { Db, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { DuplicateHint, DuplicatePair } from './duplicates.entities';
import type { DuplicateCheckInput, DuplicatesArgs } from './duplicates.inputs';
import type { Organisation } from '../organisations/organisations.entities';
import { OrganisationsReads } from '../organisations/organisations.reads';

/** Names less alike than this are not even looked at (pg_trgm). */
const leastAlike = 0.45;

/** A word that starts alike in more names than this tells nobody apart. */
const rareWord = 40;

interface Profile extends DuplicateProfile {
  id: string;
}

interface ScoredPair extends DuplicateScore {
  first: string;
  second: string;
}

const profileColumns = `o.id, o.name, o.official_key as "key", o.official_number as "number", o.land, m.postcode, case when o.mail_domain is null then '{}'::text[] else array[o.mail_domain] end as domains`;
const withMain = 'organisation o left join site m on m.region_id = o.region_id and m.organisation_id = o.id and m.is_main';

/**
 * Every pair that shares something telling: the official number, the mail domain, the name key (or another name's), a
 * postcode with names alike; or, where a postcode is missing, the start of a rare word with names alike. Each branch
 * joins by equality first, so names are compared within small groups only.
 */
const candidatePairs = `
  with o as materialized (
    select o.id, o.name_key, o.body_key, o.official_number, o.mail_domain, m.postcode
      from organisation o left join site m on m.region_id = o.region_id and m.organisation_id = o.id and m.is_main
     where o.region_id = $1 and o.merged_into_id is null),
  named as materialized (
    select id, body_key from o where body_key is not null
    union select a.organisation_id, a.body_key from organisation_alias a join o on o.id = a.organisation_id where a.region_id = $1 and a.body_key is not null),
  word as materialized (
    select id, name_key, postcode, start from (
      select o.*, w.start, count(*) over (partition by w.start) as houses
        from o cross join lateral (select distinct left(t, 5) as start from regexp_split_to_table(o.name_key, ' ') t where length(t) >= 4) w) x
     where houses between 2 and ${rareWord}),
  pair as (
    select a.id as first, b.id as second from o a join o b on b.official_number = a.official_number and a.id < b.id
    union select a.id, b.id from named a join named b on b.body_key = a.body_key and a.id < b.id
    union select a.id, b.id from o a join o b on b.mail_domain = a.mail_domain and a.id < b.id
    union select a.id, b.id from o a join o b on b.postcode = a.postcode and a.id < b.id and similarity(a.name_key, b.name_key) >= ${leastAlike}
    union select a.id, b.id from word a join word b on b.start = a.start and a.id < b.id and (a.postcode is null or b.postcode is null) and similarity(a.name_key, b.name_key) >= ${leastAlike})
  select first, second from pair
   where ($2::uuid is null or $2 in (first, second))
     and not exists (select from not_a_duplicate n where n.region_id = $1 and n.first_id = first and n.second_id = second)`;

/** Finding entries that may be the same organisation. */
@Injectable()
export class DuplicatesReads {
  constructor(
    private readonly db: Db,
    private readonly organisations: OrganisationsReads,
  ) {}

  /** The pairs that deserve a look, the surest first; those once declared different stay away. */
  async pairs({ verdict, organisationId, ...page }: DuplicatesArgs): Promise<List<DuplicatePair>> {
    const { limit, offset } = pageWindow(page satisfies PageRequest);
    const scored = (await this.scored(organisationId ?? null)).filter((pair) => (verdict ? pair.verdict === verdict : pair.verdict !== 'UNLIKELY'));
    const shown = scored.slice(offset, offset + limit);
    const byId = await this.byId(shown.flatMap(({ first, second }) => [first, second]));
    const items = shown.map(({ first, second, ...score }) => ({ id: `${first}.${second}`, first: byId.get(first)!, second: byId.get(second)!, ...score }));
    return { items, hasNext: scored.length > offset + limit, total: scored.length };
  }

  /** Known organisations that what is being entered may be, the surest first, at most five. */
  async hints(input: DuplicateCheckInput): Promise<DuplicateHint[]> {
    const domains = ownDomains([input.email ?? '', input.website ?? '']);
    const own: DuplicateProfile = { name: input.name, key: input.officialKey ?? null, number: input.officialNumber ?? null, land: input.land ?? null, postcode: input.postcode ?? null, domains };
    const candidates = await this.db.read((tx) =>
      tx.query<Profile>(
        `select ${profileColumns} from ${withMain}
          where o.region_id = $1 and o.merged_into_id is null
            and (o.official_key = $2 or o.official_number = $3 or o.body_key = $4 or o.mail_domain = any($5) or o.name_key % $6
              or (m.postcode = $7 and similarity(o.name_key, $6) >= 0.2)
              or exists (select from organisation_alias a where a.region_id = $1 and a.organisation_id = o.id and a.body_key = $4))
          order by similarity(o.name_key, $6) desc, o.id limit 100`,
        [tx.regionId, own.key, own.number, bodyNameKey(input.name), domains, foldName(tidy(input.name)), own.postcode],
      ),
    );
    const scored = candidates.map((candidate) => ({ id: candidate.id, ...duplicateScore(own, candidate) })).filter(({ verdict }) => verdict !== 'UNLIKELY');
    const best = scored.toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id)).slice(0, 5);
    const byId = await this.byId(best.map(({ id }) => id));
    return best.map(({ id, ...score }) => ({ organisation: byId.get(id)!, ...score }));
  }

  private async byId(ids: readonly string[]): Promise<Map<string, Organisation>> {
    return new Map((await this.organisations.byIds([...new Set(ids)])).map((organisation) => [organisation.id, organisation]));
  }

  private scored(organisationId: string | null): Promise<ScoredPair[]> {
    return this.db.read(async (tx) => {
      // Right after an import the planner believes in few rows, and would compare each with each.
      await tx.query('set local enable_nestloop to off');
      const pairs = await tx.query<{ first: string; second: string }>(candidatePairs, [tx.regionId, organisationId]);
      const profiles = await profilesOf(tx, new Set(pairs.flatMap(({ first, second }) => [first, second])));
      const scored = pairs.map((pair) => ({ ...pair, ...duplicateScore(profiles.get(pair.first)!, profiles.get(pair.second)!) }));
      return scored.sort((a, b) => b.score - a.score || a.first.localeCompare(b.first) || a.second.localeCompare(b.second));
    });
  }
}

async function profilesOf(tx: Tx, ids: ReadonlySet<string>): Promise<Map<string, Profile>> {
  const rows = await tx.query<Profile>(`select ${profileColumns} from ${withMain} where o.region_id = $1 and o.id = any($2)`, [tx.regionId, [...ids]]);
  return new Map(rows.map((row) => [row.id, row]));
}
