import '@mintforge/activities';
import '@mintforge/consent';
import { berlinDay, type RefusalCode } from '@mintforge/domain/kernel';
import { peopleOf } from '@mintforge/people/testing';
import { Clock, type Actor, type FileKind } from '@mintforge/platform';
import type { AccessDocument } from '@mintforge/privacy';
import { rightsOf } from '@mintforge/privacy/testing';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { unzipSync } from 'fflate';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'mintforge-copies-'));
let test: TestDatabase;
let region: string;
let coordinator: Actor;
let rights: ReturnType<typeof rightsOf>;
let people: ReturnType<typeof peopleOf>;
let school: string;
let occurrence: string;

const as = <T>(work: () => Promise<T>) => asActor(coordinator, work);
const one = async (sql: string, values: unknown[]) => (await test.admin.query<{ id: string }>(sql, values)).rows[0]!.id;

beforeAll(async () => {
  test = await openTestDatabase();
  region = (await aRegion(test)).id;
  coordinator = await aUser(test, region);
  rights = rightsOf(test, { folder, clock: new Clock() });
  people = peopleOf(test);
  school = await one(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region]);
  const activity = await one(`insert into activity (region_id, organisation_id, title, format, school_year) values ($1, $2, 'Löten', 'TECH_WORKSHOP', '2026/27') returning id`, [region, school]);
  occurrence = await one(`insert into occurrence (region_id, activity_id, starts_at, ends_at, capacity) values ($1, $2, '2027-03-01T08:00Z', '2027-03-01T10:00Z', 3) returning id`, [region, activity]);
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const aPupil = () => as(() => people.pupils.create({ organisationId: school, firstName: 'Mara', lastName: `Kopie${randomUUID().slice(0, 8)}`, birthDate: '2011-05-04' }, randomUUID()));
const heads: Partial<Record<FileKind, string>> = { SCAN: '%PDF-1.7\n', MEDIA: '\u00ff\u00d8\u00ff\u00e0' };
const kept = async (kind: FileKind, text: string) => (await as(() => test.db.write((tx) => people.files.keep(tx, { kind, name: 'datei', content: Buffer.from(`${heads[kind]}${text}`, 'latin1') })))).id;

async function aPicture(text: string, shown: string[]): Promise<string> {
  const file = await kept('MEDIA', text);
  const media = await one(`insert into media (region_id, occurrence_id, file_id, width, height, nobody) values ($1, $2, $3, 1, 1, false) returning id`, [region, occurrence, file]);
  for (const pupil of shown) await test.admin.query('insert into media_person (region_id, media_id, pupil_id) values ($1, $2, $3)', [region, media, pupil]);
  return file;
}

async function aScan(text: string, pupil: string): Promise<string> {
  const file = await kept('SCAN', text);
  const number = [...randomUUID().replaceAll('-', '')].map((sign) => 'CDFGHJKMNPQRTWXY'[Number.parseInt(sign, 16)]).join('').slice(0, 9);
  await test.admin.query(
    `insert into consent_form (region_id, set_id, number, pupil_id, purposes, text_ids, language, plain, signers, state, returned_at, scan_id) values ($1, $2, $3, $4, '{MATCHING}', $5, 'de', false, '{GUARDIAN_1}', 'RETURNED', now(), $6)`,
    [region, randomUUID(), number, pupil, [randomUUID()], file]);
  return file;
}

const examined = async (pupil: string) => {
  const id = await as(() => rights.requests.register({ input: { kind: 'ACCESS', subjectKind: 'PUPIL', subjectId: pupil, requester: 'GUARDIAN', channel: 'MAIL', receivedOn: berlinDay(new Date()) }, idempotencyKey: randomUUID() }));
  await as(() => rights.requests.identify({ id, version: 1, check: 'CALL_BACK' }));
  return id;
};

async function copied(pupil: string) {
  const id = await examined(pupil);
  await as(() => rights.copies.make({ id, version: 2 }));
  const files = new Map(Object.entries(unzipSync((await as(() => rights.reads.copy(id, 'zip'))).content)).map(([path, content]) => [path, Buffer.from(content)]));
  return { id, files, document: JSON.parse(files.get('auskunft.json')!.toString()) as AccessDocument };
}

describe('the copy with files', () => {
  it('holds every scan and picture of the person alone as it is, and names with the reason what shows others', async () => {
    const [mara, other] = [await aPupil(), await aPupil()];
    await aScan('Unterschrift', mara);
    await aPicture('allein', [mara]);
    const together = await aPicture('zu zweit', [mara, other]);
    await aScan('fremd', other);
    await aPicture('fremd', [other]);
    const { files, document } = await copied(mara);
    const enclosed = [...files].filter(([path]) => path.startsWith('dateien/'));
    expect(enclosed.map(([path, content]) => [path.replace(/\d{4}-\d\d-\d\d/, 'TAG'), content.toString('latin1')])).toEqual([['dateien/01-formular-TAG.pdf', '%PDF-1.7\nUnterschrift'], ['dateien/02-bild-TAG.jpg', '\u00ff\u00d8\u00ff\u00e0allein']]);
    expect(document.files).toMatchObject([
      { kind: 'SCAN', retention: 'R-CONSENT', heldBack: null, since: berlinDay(new Date()) }, { kind: 'MEDIA', retention: 'R-PHOTO', heldBack: null }, { id: together, kind: 'MEDIA', path: null, heldBack: 'SHOWS_OTHERS' },
    ]);
    expect(document.files.filter(({ path }) => path).map(({ sha256 }) => sha256)).toEqual(enclosed.map(([, content]) => createHash('sha256').update(content).digest('hex')));
    expect(files.get('LIESMICH.txt')!.toString()).toContain('1 Datei zeigt auch andere Menschen');
    expect(files.get('auskunft.pdf')!.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('bounds what it holds: what does not fit is named with that reason', async () => {
    const mara = await aPupil();
    const large = [await aPicture('eins', [mara]), await aPicture('zwei', [mara])];
    await test.admin.query('update file set size = 20971520 where id = any($1)', [large]);
    const { document, files } = await copied(mara);
    expect(document.files.map(({ heldBack }) => heldBack)).toEqual([null, 'TOO_LARGE']);
    expect([...files.keys()].filter((path) => path.startsWith('dateien/'))).toHaveLength(1);
  });

  it('speaks to the family in their language', async () => {
    const [english, ukrainian] = [await aPupil(), await aPupil()];
    for (const [pupilId, language] of [[english, 'en'], [ukrainian, 'uk']] as const) await as(() => people.guardians.add({ pupilId, slot: 'GUARDIAN_1', input: { name: 'Alex Elternteil', language }, idempotencyKey: randomUUID() }));
    expect((await copied(english)).files.get('README.txt')!.toString()).toContain('Access to stored data');
    expect((await copied(ukrainian)).files.get('LIESMICH.txt')!.toString()).toContain('Das wissen wir über Sie');
  });

  it('ends after a day with its JSON and PDF, goes when it is made anew, and each file opened for it is in the audit with the reason', async () => {
    const mara = await aPupil();
    const scan = await aScan('Unterschrift', mara);
    const { id } = await copied(mara);
    const copies = async () => (await test.admin.query<{ name: string; hours: number }>(`select f.name, extract(epoch from f.expires_at - r.exported_at)::int / 3600 as hours from file f join subject_request r on f.id in (r.export_json, r.export_pdf, r.export_zip) where r.id = $1 order by f.name`, [id])).rows;
    expect(await copies()).toEqual([{ name: 'auskunft.json', hours: 24 }, { name: 'auskunft.pdf', hours: 24 }, { name: 'auskunft.zip', hours: 24 }]);
    const before = (await test.admin.query<{ n: number }>(`select count(*)::int as n from file where kind = 'EXPORT'`)).rows[0]!.n;
    await as(() => rights.copies.make({ id, version: 3 }));
    expect((await test.admin.query<{ n: number }>(`select count(*)::int as n from file where kind = 'EXPORT'`)).rows[0]!.n).toBe(before);
    const { rows } = await test.admin.query<{ reason: string }>(`select distinct reason from audit where region_id = $1 and changes @> jsonb_build_array(jsonb_build_object('table', 'file', 'verb', 'read', 'ids', jsonb_build_array($2::text)))`, [region, scan]);
    expect(rows).toEqual([{ reason: 'copy of a person\'s data' }]);
  });

  it('is not made larger than 40 MB', async () => {
    const content = Buffer.alloc(40 * 1024 * 1024 + 1);
    const refused = await as(() => test.db.system('test', region, (tx) => people.files.keep(tx, { kind: 'EXPORT', name: 'auskunft.zip', content }))).catch((error: { code: RefusalCode }) => error.code);
    expect(refused).toBe('FILE_TOO_LARGE');
  });
});
