import { foldName } from '@mintforge/domain/kernel';
import { nameText, searchTokens } from '@mintforge/domain/people';
import { Conditions, readPage, type Actor, type Tx } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import type { BenchRow } from '../../../../tools/bench-table.mjs';
import { testServer } from '../../../../tools/test-server.mjs';
import { aSchool, peopleOf } from './testing';

interface Name {
  firstName: string;
  lastName: string;
}

/** One search of both sides; each gives the names it found, in order. */
interface Searches {
  sealed: (tx: Tx) => Promise<string[]>;
  plain: (tx: Tx) => Promise<string[]>;
}

const pupils = 20_000;
const page = { page: 1, perPage: 25 };
const syllables = ['an', 'ber', 'da', 'el', 'fri', 'ge', 'han', 'il', 'jo', 'kar', 'lu', 'ma', 'no', 'ol', 'pe', 'ri', 'so', 'ta', 'ul', 've', 'wil', 'za'];

/** The same numbers in every run (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Made-up names, some far more frequent than others, as real ones are. */
function namesFrom(chance: () => number): Name[] {
  const word = () => Array.from({ length: 2 + Math.floor(chance() * 2) }, () => syllables[Math.floor(chance() * syllables.length)]!).join('').replace(/^./, (letter) => letter.toUpperCase());
  const [firsts, lasts] = [300, 2500].map((count) => Array.from({ length: count }, word)) as [string[], string[]];
  const pick = (from: string[]) => from[Math.floor(from.length * chance() ** 2)]!;
  return Array.from({ length: pupils }, () => ({ firstName: pick(firsts), lastName: pick(lasts) }));
}

/** The same pupils with names in clear, behind the same wall, found by folded names under an index for beginnings and one for the whole. */
const plainTable = `
  create table plain_pupil (like pupil including defaults, first_text text, last_text text, birth_text text, first_key text collate "C", last_key text collate "C", name_key text, primary key (region_id, id));
  create index plain_first on plain_pupil (region_id, first_key);
  create index plain_last on plain_pupil (region_id, last_key);
  create index plain_name on plain_pupil (region_id, name_key);
  call app.protect('plain_pupil', 'people.read', 'people.write');`;

/**
 * Measures finding pupils among 20,000 sealed names, by beginnings of words as the console's search does and by the exact
 * name as a class list is linked, against the same page of the same pupils with names in clear: in turns on one open
 * transaction, so that only the search and the opening of names count; the ratio of the 95th percentiles. Both sides must
 * find the same pupils, or the bench fails. `full` searches more often.
 */
export async function bench({ json, full }: { json: boolean; full: boolean }): Promise<BenchRow[]> {
  await testServer();
  const test = await openTestDatabase();
  try {
    const region = (await aRegion(test)).id;
    const coordinator = await aUser(test, region);
    const chance = chanceFrom(20);
    const names = namesFrom(chance);
    await fill(test, coordinator, names);
    const asked = full ? 1500 : 500;
    const rows: BenchRow[] = [];
    for (const [goal, searches] of Object.entries(goals(test, region))) {
      const { ratio, sealed, plain } = await asActor(coordinator, () => test.db.read((tx) => inTurns(tx, Array.from({ length: asked }, () => searches(names[Math.floor(chance() * names.length)]!, chance)))));
      if (!json) console.log(`${goal}: p95 ${sealed.toFixed(2)} ms sealed, ${plain.toFixed(2)} ms in clear`);
      rows.push({ bench: 'search', goal: `${goal}, p95 against names in clear`, size: `${pupils} pupils, ${asked} searches`, unit: 'ratio', value: Math.round(ratio * 100) / 100, target: 3, held: ratio <= 3 });
    }
    return rows;
  } finally {
    await test.close();
  }
}

/** Stores the pupils sealed by the feature itself, and once more in clear. */
async function fill(test: TestDatabase, coordinator: Actor, names: readonly Name[]): Promise<void> {
  const { identities } = peopleOf(test);
  const school = await aSchool(test, coordinator.regionId!);
  const added = await asActor(coordinator, () => test.db.write((tx) => identities.add(tx, names.map((name, at) => ({ ...name, organisationId: school, groupId: null, grade: 7 + (at % 4), interests: [], statedWishes: [], birthDate: `201${at % 5}-0${1 + (at % 9)}-11` })))));
  await test.admin.query(plainTable);
  await test.admin.query('insert into plain_pupil select p.* from pupil p');
  await test.admin.query(
    `update plain_pupil t set first_name = null, last_name = null, birth_date = null, first_text = n.first, last_text = n.last, birth_text = '2012-05-11', first_key = n.first_key, last_key = n.last_key, name_key = n.name_key
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as n (id, first, last, first_key, last_key, name_key) where t.id = n.id`,
    [added.map(({ id }) => id), names.map(({ firstName }) => firstName), names.map(({ lastName }) => lastName), names.map(({ firstName }) => foldName(firstName)), names.map(({ lastName }) => foldName(lastName)), names.map(({ firstName, lastName }) => nameText(firstName, lastName))]);
  await test.admin.query('vacuum full plain_pupil');
  await test.admin.query('vacuum analyze');
}

const columns = `p.id, p.organisation_id as "organisationId", p.group_id as "groupId", p.pseudonym, p.grade, p.interests, p.left_on as "leftOn", p.erased_on as "erasedOn", p.version, p.created_at as "createdAt", p.updated_at as "updatedAt",
  o.name as "organisationName", g.name as "groupName", p.first_text as "firstName", p.last_text as "lastName", p.birth_text as "birthDate"`;
const details = { key: 'p.id', joins: 'join organisation o on o.region_id = p.region_id and o.id = p.organisation_id left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id' };
const nameOf = ({ firstName, lastName }: { firstName: string | null; lastName: string | null }): string => `${firstName} ${lastName}`;

function goals(test: TestDatabase, regionId: string): Record<string, (name: Name, chance: () => number) => Searches> {
  const { identities, pupilReads } = peopleOf(test);
  const inClear = (filter: Conditions) => readPage<Name>(test.db, { select: columns, from: 'plain_pupil p', details, ...filter, order: 'p.pseudonym, p.id' }, page);
  return {
    'beginnings of names': ({ firstName, lastName }, chance) => {
      const start = lastName.slice(0, 3 + Math.floor(chance() * 4));
      const q = chance() < 0.5 ? start : `${firstName.slice(0, 3)} ${start}`;
      return {
        sealed: async () => (await pupilReads.list({ ...page, sort: 'PSEUDONYM_ASC', filter: { q } })).items.map(nameOf),
        async plain() {
          const filter = new Conditions().add('p.region_id = ?', regionId);
          filter.always('p.left_on is null and p.erased_on is null');
          for (const { text } of searchTokens(q)) {
            // A range and not LIKE, which no index answers once the statement is planned for any parameter.
            const at = filter.params.push(text, `${text}\u{10ffff}`);
            filter.always(`(p.first_key >= $${at - 1} and p.first_key < $${at} or p.last_key >= $${at - 1} and p.last_key < $${at})`);
          }
          return (await inClear(filter)).items.map(nameOf);
        },
      };
    },
    'exact names': ({ firstName, lastName }) => ({
      async sealed(tx) {
        const token = identities.indexOf(regionId, { field: 'NAME', text: nameText(firstName, lastName) });
        const rows = await tx.query<{ id: string; sealedFirstName: Buffer; sealedLastName: Buffer; sealedBirthDate: Buffer; wrapped: Buffer }>(
          `select p.id, p.pseudonym, p.first_name as "sealedFirstName", p.last_name as "sealedLastName", p.birth_date as "sealedBirthDate", k.wrapped from pupil_token t join pupil p on p.region_id = t.region_id and p.id = t.pupil_id
            join person_key k on k.region_id = p.region_id and k.person_id = p.id where t.region_id = $1 and t.field = 'NAME' and t.token = $2 order by p.pseudonym, p.id limit 25`, [regionId, token]);
        return rows.map((row) => nameOf(identities.open(row)));
      },
      plain: async (tx) =>
        (await tx.query<Name>('select p.id, p.pseudonym, p.first_text as "firstName", p.last_text as "lastName", p.birth_text as "birthDate" from plain_pupil p where p.region_id = $1 and p.name_key = $2 order by p.pseudonym, p.id limit 25', [regionId, nameText(firstName, lastName)])).map(nameOf),
    }),
  };
}

/** Both sides of every search, one after the other, the first in turns; the first tenth warms up. */
async function inTurns(tx: Tx, searches: readonly Searches[]): Promise<{ ratio: number; sealed: number; plain: number }> {
  const took = { sealed: [] as number[], plain: [] as number[] };
  for (const [at, search] of searches.entries()) {
    const found: Partial<Record<keyof Searches, string[]>> = {};
    for (const side of at % 2 === 0 ? (['sealed', 'plain'] as const) : (['plain', 'sealed'] as const)) {
      const start = performance.now();
      found[side] = await search[side](tx);
      if (at >= searches.length / 10) took[side].push(performance.now() - start);
    }
    if (found.sealed!.length === 0 || found.sealed!.join() !== found.plain!.join()) throw new Error('The two sides found different pupils');
  }
  const [sealed, plain] = [p95(took.sealed), p95(took.plain)];
  return { ratio: sealed / plain, sealed, plain };
}

const p95 = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
