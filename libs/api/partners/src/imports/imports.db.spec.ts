import { Refusal } from '@mintforge/domain/kernel';
import type { ImportKind } from '@mintforge/domain/partners';
import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Site } from '../belongings/places.entities';
import { anOrganisation, partnersOf } from '../testing';

const lists = join(process.cwd(), '..', 'shared', 'data');
const onRealLists = existsSync(lists) ? it : (title: string) => it.todo(`${title} (needs the public lists beside the repository)`);

let database: TestDatabase;
let coordinator: Actor;
let partners: ReturnType<typeof partnersOf>;

beforeAll(async () => {
  database = await openTestDatabase();
  partners = partnersOf(database);
});
beforeEach(async () => {
  coordinator = await aUser(database, (await aRegion(database)).id);
});
afterAll(() => database.close());

const here = <T>(work: () => Promise<T>) => asActor(coordinator, work);
const read = (id: string) => here(() => partners.importReads.one(id));

/** A file, uploaded and taken as an import. */
async function uploaded(kind: ImportKind, name: string, content: Buffer | string): Promise<string> {
  const { id } = await here(() => partners.files.store(name, Buffer.from(content)));
  return here(() => partners.imports.create(id, kind));
}

async function previewed(id: string) {
  await here(async () => partners.imports.preview(id, (await partners.importReads.one(id)).version));
  await drainJobs(database);
  return read(id);
}

async function committed(id: string) {
  await here(async () => partners.imports.commit(id, (await partners.importReads.one(id)).version));
  await drainJobs(database);
  return read(id);
}

async function imported(kind: ImportKind, name: string, content: Buffer | string) {
  const id = await uploaded(kind, name, content);
  await previewed(id);
  return committed(id);
}

const undo = async (id: string) => here(async () => partners.imports.undo(id, (await partners.importReads.one(id)).version));
const real = (file: string) => readFileSync(join(lists, file));
const countOf = async (table: string) => (await database.admin.query<{ n: number }>(`select count(*)::int as n from ${table} where region_id = $1`, [coordinator.regionId])).rows[0]!.n;
const jobOf = async (id: string) => (await database.admin.query<{ state: string; error: string | null; progress: number }>('select j.state, j.error, j.progress from import i join job j on j.id = i.job_id where i.id = $1', [id])).rows[0]!;
const findings = async (importId: string, filter: object) =>
  (await here(() => partners.importReads.rows({ importId, page: 1, perPage: 100, filter }))).items.map((row) => [row.number, row.verdict, ...row.findings.map(({ text }) => text)]);

const schools = `Schulname;Schulnummer;Schulart;Straße;PLZ;Ort;Telefon
Gymnasium am Wasserturm;75139901;Gymnasium;Turmweg 1;18055;Rostock;0381 1
Grundschule Küste;75139902;Grundschule;Strandweg 2;1814;Rostock;+49 381 2
;75139903;Grundschule;;18055;Rostock;
Gymnasium am Wasserturm;75139901;Gymnasium;Turmweg 1;18055;Rostock;0381 1
`;

describe('an import of schools', () => {
  it('is read, mapped by its headers, previewed row by row, committed at once', async () => {
    const id = await uploaded('SCHOOLS', 'schulen.csv', schools);
    const found = await read(id);
    expect(found).toMatchObject({ state: 'UPLOADED', rowCount: 4, remembered: false, mapping: { name: 'Schulname', number: 'Schulnummer', kind: 'Schulart', street: 'Straße', postcode: 'PLZ', town: 'Ort', phone: 'Telefon' } });
    const preview = await previewed(id);
    expect(preview).toMatchObject({ state: 'PREVIEWED', counts: { rows: 4, create: 2, update: 0, skip: 1, refuse: 1, flagged: 2, organisations: 2 } });
    expect(await countOf('organisation')).toBe(0);
    expect(await findings(id, {})).toEqual([
      [2, 'CREATE'],
      [3, 'CREATE', 'Führende Null der Postleitzahl ergänzt'],
      [4, 'REFUSE', 'Enthält nichts Verwendbares', 'Der Name fehlt'],
      [5, 'SKIP', 'Wiederholt Zeile 2'],
    ]);
    expect((await findings(id, { flagged: true })).map(([number]) => number)).toEqual([3, 4]);
    expect((await findings(id, { code: 'NAME_MISSING', q: '#4' })).map(([number]) => number)).toEqual([4]);
    expect(await committed(id)).toMatchObject({ state: 'COMMITTED', fileId: null });
    expect([await countOf('organisation'), await countOf('site'), await countOf('file'), await jobOf(id)]).toEqual([2, 2, 0, { state: 'DONE', error: null, progress: 100 }]);
  });

  it('offers the rows that need a person as a CSV without formulas', async () => {
    const id = await uploaded('SCHOOLS', 'schulen.csv', schools);
    await previewed(id);
    const { name, text } = await here(() => partners.importReads.errorsCsv(id));
    expect(name).toBe('schulen-hinweise.csv');
    expect(text.split('\r\n')).toEqual([
      '\ufeffZeile;Ergebnis;Hinweise;Schulname;Schulnummer;Schulart;Straße;PLZ;Ort;Telefon',
      "3;wird angelegt;Führende Null der Postleitzahl ergänzt;Grundschule Küste;75139902;Grundschule;Strandweg 2;1814;Rostock;'+49 381 2",
      '4;wird nicht übernommen;Enthält nichts Verwendbares | Der Name fehlt;;75139903;Grundschule;;18055;Rostock;',
      '',
    ]);
  });

  it('remembers a mapping for the next file with the same headers', async () => {
    const list = (phone: string) => `Haus;Nr;Kontakt\nGymnasium Nord;75139910;${phone}\n`;
    const id = await uploaded('SCHOOLS', 'a.csv', list('0381 5'));
    const mapping = { name: 'Haus', number: 'Nr', phone: 'Kontakt' };
    await here(() => partners.imports.setMapping(id, 1, mapping));
    await previewed(id);
    expect(await read(await uploaded('SCHOOLS', 'b.csv', list('0381 6')))).toMatchObject({ remembered: true, mapping });
    await expect(here(() => partners.imports.setMapping(id, 1, { name: 'Haus' }))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await expect(here(async () => partners.imports.setMapping(id, (await partners.importReads.one(id)).version, { number: 'Nr' }))).rejects.toEqual(new Refusal('IMPORT_COLUMN_MISSING', { target: 'name' }));
  });

  it('updates what the new list changed, keeps what a person corrected, and undoing restores both', async () => {
    await imported('SCHOOLS', 'alt.csv', schools);
    const [school] = (await here(() => partners.reads.list({ page: 1, perPage: 1, sort: 'NAME_DESC', filter: { q: 'Wasserturm' } }))).items;
    await here(() => partners.organisations.update(school!.id, 1, { name: 'Gymnasium am alten Wasserturm' }));
    const renewed = schools.replaceAll('Gymnasium am Wasserturm', 'Gym. Wasserturm').replaceAll('0381 1', '0381 99').replaceAll('Turmweg 1', 'Turmweg 10');
    const id = (await imported('SCHOOLS', 'neu.csv', renewed)).id;
    expect(await findings(id, { verdict: 'UPDATE' })).toEqual([[2, 'UPDATE', 'Telefon: 0381 1 → 0381 99', 'Straße: Turmweg 1 → Turmweg 10', 'Von Hand geändert und darum behalten: Name']]);
    const now = () => here(() => partners.reads.one(school!.id));
    expect(await now()).toMatchObject({ name: 'Gymnasium am alten Wasserturm', phone: '0381 99', mainSite: { street: 'Turmweg 10' } });
    expect((await here(() => partners.reads.history(school!.id, { page: 1, perPage: 5 }))).items).toMatchObject([{ kind: 'IMPORT', details: { importId: id, fields: ['phone', 'street'] } }]);
    await undo(id);
    expect(await now()).toMatchObject({ name: 'Gymnasium am alten Wasserturm', phone: '0381 1', mainSite: { street: 'Turmweg 1' } });
    await expect(undo(id)).rejects.toEqual(new Refusal('IMPORT_ALREADY_UNDONE'));
  });

  it('cannot be undone once somebody worked with what it made', async () => {
    const { id } = await imported('SCHOOLS', 'schulen.csv', schools);
    const { items } = await here(() => partners.reads.list({ page: 1, perPage: 5, sort: 'NAME_ASC' }));
    await here(() => partners.contacts.create({ organisationId: items[0]!.id, name: 'Frau Lehrerin' }));
    await here(() => partners.organisations.update(items[1]!.id, 1, { stage: 'CONTACTED' }));
    await expect(undo(id)).rejects.toEqual(new Refusal('IMPORT_CHANGED_SINCE', { count: 2 }));
    expect(await countOf('organisation')).toBe(2);
  });

  it('is not committed when the region changed since its preview', async () => {
    const id = await uploaded('SCHOOLS', 'schulen.csv', schools);
    await previewed(id);
    await here(() => partners.organisations.create(anOrganisation({ name: 'Gymnasium am Wasserturm', roles: ['SCHOOL'], officialNumber: '75139901' })));
    expect(await committed(id)).toMatchObject({ state: 'PREVIEWED' });
    expect(await jobOf(id)).toMatchObject({ state: 'FAILED', error: expect.stringContaining('IMPORT_PREVIEW_OUTDATED') as string });
    expect(await countOf('organisation')).toBe(1);
  });

  it('leaves nothing half done when the database connection dies in the middle of the commit', async () => {
    const id = await uploaded('SCHOOLS', 'schulen.csv', schools);
    await previewed(id);
    await here(async () => partners.imports.commit(id, (await partners.importReads.one(id)).version));
    const blocker = await database.admin.connect();
    await blocker.query('begin; lock table site in exclusive mode');
    const work = drainJobs(database);
    const waiting = async () => (await database.admin.query<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%into "site"%'`)).rows[0]?.pid;
    let pid = await waiting();
    while (pid === undefined) {
      await pause(20);
      pid = await waiting();
    }
    await database.admin.query('select pg_terminate_backend($1)', [pid]);
    await blocker.query('rollback');
    blocker.release();
    await work;
    expect([await countOf('organisation'), await countOf('site'), (await read(id)).state]).toEqual([0, 0, 'PREVIEWED']);
    expect(await committed(id)).toMatchObject({ state: 'COMMITTED' });
    expect(await countOf('organisation')).toBe(2);
  });

  it('never takes anything but a web address as a link', async () => {
    await imported('ORGANISATIONS', 'firmen.csv', 'Firma;PLZ;Homepage\nHolzbau Meer;18055;javascript:alert(1)\nMetallbau See GmbH;18057;www.metallbau-see.example/start\n');
    const { items } = await here(() => partners.reads.list({ page: 1, perPage: 5, sort: 'NAME_ASC' }));
    expect(items.map(({ name, roles, website }) => [name, roles, website])).toEqual([['Holzbau Meer', ['COMPANY'], null], ['Metallbau See GmbH', ['COMPANY'], 'www.metallbau-see.example/start']]);
  });

  it('of another region cannot be seen', async () => {
    const id = await uploaded('SCHOOLS', 'schulen.csv', schools);
    const stranger = await aUser(database, (await aRegion(database)).id);
    await expect(asActor(stranger, () => partners.importReads.one(id))).rejects.toEqual(new Refusal('NOT_FOUND'));
  });
});

describe('an import of postcode centroids', () => {
  it('takes a first column without a name, checks all sites again, and undoing takes both back', async () => {
    const organisationId = await here(() => partners.organisations.create(anOrganisation()));
    const site = await here(() => partners.places.createSite({ organisationId, postcode: '18055', lat: 51.1, lon: 13.7 }));
    const check = async () => (await here(() => partners.belongings.one(Site, site))).coordinateCheck;
    expect(await check()).toBe('UNCHECKED');
    const { id, counts } = await imported('POSTCODES', 'plz.csv', ',lat,lng\n18055,54.09,12.14\n01067,51.06,13.72\n');
    expect(counts).toMatchObject({ create: 2, refuse: 0 });
    expect(await check()).toBe('FAR_FROM_POSTCODE');
    await undo(id);
    expect([await check(), await countOf('postcode')]).toEqual(['UNCHECKED', 0]);
  });
});

describe('the real lists', () => {
  onRealLists('of Mecklenburg-Vorpommern give 490 schools, 5 of them with coordinates far from their postcode; twice changes nothing; undone nothing is left', async () => {
    expect((await imported('POSTCODES', 'plz_geocoord.csv', real('geo/plz_geocoord.csv'))).counts).toMatchObject({ rows: 8298, create: 8298, refuse: 0 });
    const first = await imported('SCHOOLS', 'schulen_mv.csv', real('schools/schulen_mv.csv'));
    expect(first.counts).toMatchObject({ rows: 490, create: 490, skip: 0, refuse: 0, flags: [{ code: 'COORDINATES_FAR_FROM_POSTCODE', count: 5 }] });
    const flagged = await here(() => partners.reads.list({ page: 1, perPage: 10, sort: 'NAME_ASC', filter: { hasFlaggedCoordinates: true } }));
    expect(flagged.items).toHaveLength(5);
    const second = await imported('SCHOOLS', 'schulen_mv.csv', real('schools/schulen_mv.csv'));
    expect(second).toMatchObject({ remembered: true, counts: { create: 0, update: 0, skip: 490, reasons: [{ code: 'UNCHANGED', verdict: 'SKIP', count: 490 }] } });
    await undo(second.id);
    await undo(first.id);
    expect([await countOf('organisation'), await countOf('site'), await countOf('contact_event')]).toEqual([0, 0, 0]);
  }, 120_000);

  onRealLists('of Saxony give 2,087 entries, 914 partnerships with 609 new partners of whom 28 other spellings are kept or folded; twice changes nothing; undone nothing is left', async () => {
    const schoolList = await imported('SCHOOLS', 'schulen_sn.csv', real('schools/schulen_sn.csv'));
    expect(schoolList.counts).toMatchObject({ rows: 2087, create: 2087, skip: 0, refuse: 0 });
    const partnerList = await imported('PARTNERS', 'partner_sn_wirtschaft.csv', real('cooperations/partner_sn_wirtschaft.csv'));
    expect(partnerList.counts).toMatchObject({ rows: 2385, create: 891, update: 0, skip: 1372, refuse: 122, organisations: 609, partnerships: 914 });
    expect(partnerList.counts!.reasons).toEqual(expect.arrayContaining([
      { code: 'DUPLICATE_ROW', verdict: 'SKIP', count: 1367 },
      { code: 'SAME_PARTNERSHIP_IN_FILE', verdict: 'SKIP', count: 5 },
      { code: 'NOTHING_USABLE', verdict: 'REFUSE', count: 122 },
    ]));
    expect([await countOf('organisation'), await countOf('partnership'), await countOf('organisation_alias')]).toEqual([2696, 914, partnerList.counts!.aliases]);

    const again = [await imported('SCHOOLS', 'schulen_sn.csv', real('schools/schulen_sn.csv')), await imported('PARTNERS', 'partner_sn_wirtschaft.csv', real('cooperations/partner_sn_wirtschaft.csv'))];
    expect(again.map(({ counts }) => [counts!.create, counts!.update, counts!.organisations, counts!.partnerships, counts!.aliases])).toEqual([[0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]);
    expect([await countOf('organisation'), await countOf('partnership')]).toEqual([2696, 914]);

    await expect(undo(schoolList.id)).rejects.toMatchObject({ code: 'IMPORT_CHANGED_SINCE' });
    await undo(partnerList.id);
    await undo(schoolList.id);
    expect([await countOf('organisation'), await countOf('partnership'), await countOf('organisation_alias')]).toEqual([0, 0, 0]);
  }, 120_000);
});
