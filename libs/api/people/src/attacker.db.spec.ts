import type { Actor } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { aGroup, anErasedPupil, aSchool, peopleOf, tablesHolding } from './testing';

let database: TestDatabase;
let people: ReturnType<typeof peopleOf>;
let coordinator: Actor;
let school: string;
let group: string;

const canary = { firstName: 'Kanarienvogel', lastName: 'Zwitscherling', birthDate: '2012-12-24' };

const create = (given: { firstName: string; lastName: string; birthDate: string | null }) => asActor(coordinator, () => people.pupils.create({ groupId: group, ...given }, randomUUID()));
const one = (id: string) => asActor(coordinator, () => people.pupilReads.one(id));

beforeAll(async () => {
  // Tampering is logged loudly; here it is expected.
  Logger.overrideLogger(false);
  database = await openTestDatabase();
  people = peopleOf(database);
  const region = await aRegion(database);
  coordinator = await aUser(database, region.id);
  school = await aSchool(database, region.id);
  group = await asActor(coordinator, () => people.groups.create(aGroup(school, '7a'), randomUUID()));
});
afterAll(() => database.close());

describe('somebody with a copy of the database', () => {
  it('finds no name, no birth date and no word of an uploaded list in any column of any table', async () => {
    const id = await create(canary);
    await asActor(coordinator, () => people.pupils.update(id, 1, { firstName: 'Kanarienvogel Neu' }));
    await asActor(coordinator, () => people.files.store('liste.csv', Buffer.from('Vorname;Nachname\nKanarienvogel;Zwitscherling')));
    await asActor(coordinator, () => people.pupilReads.list({ page: 1, perPage: 10, sort: 'PSEUDONYM_ASC', filter: { q: 'Zwitscher' } }));
    for (const word of ['Kanarienvogel', 'Zwitscherling', '2012-12-24']) expect([word, await tablesHolding(database, word)]).toEqual([word, []]);
  });

  it('finds no name, address or number of a guardian, and no own address of a pupil', async () => {
    const id = await create({ ...canary, firstName: 'Kanarienkind', birthDate: '2009-12-24' });
    await database.admin.query(`insert into signer_rule (region_id, code, valid_from, bands, grace_days, source) values ($1, 'S1', '2020-01-01', '[{"fromAge":0,"pupil":true}]', 60, 'Test')`, [coordinator.regionId]);
    const input = { name: 'Amselfrau Drosselmann', email: 'amselfrau@vogelpost.test', phone: '+49 381 77665544' };
    const guardian = await asActor(coordinator, () => people.guardians.add({ pupilId: id, slot: 'GUARDIAN_1', input, idempotencyKey: randomUUID() }));
    await asActor(coordinator, () => people.guardians.update(guardian, 1, { phone: '0381/99887766' }));
    await asActor(coordinator, () => people.guardians.setPupilContact({ pupilId: id, email: 'meisenkind@vogelpost.test' }));
    await asActor(coordinator, () => people.guardianReads.byMail('amselfrau@vogelpost.test'));
    for (const word of ['Amselfrau', 'Drosselmann', 'vogelpost', '77665544', '99887766', 'meisenkind']) expect([word, await tablesHolding(database, word)]).toEqual([word, []]);
  });

  it('would find them if they stood anywhere in clear, as text or as bytes', async () => {
    await database.admin.query(`create table leak as select 'Frau Klartext' as note, null::bytea as content union all select '', convert_to('Klarbyte', 'UTF8')`);
    expect([await tablesHolding(database, 'klartext'), await tablesHolding(database, 'KLARBYTE')]).toEqual([['public.leak'], ['public.leak']]);
    await database.admin.query('drop table leak');
  });

  it('sees different blind indexes for the same name in two regions and two fields', async () => {
    const [here, there] = [coordinator.regionId!, randomUUID()];
    const index = (region: string, field: 'NAME' | 'PREFIX') => people.identities.indexOf(region, { field, text: 'zwitscherling' }).toString('hex');
    expect(index(here, 'NAME')).toBe(index(here, 'NAME'));
    expect(new Set([index(here, 'NAME'), index(there, 'NAME'), index(here, 'PREFIX')]).size).toBe(3);
  });

  it('cannot show one pupil under another by moving ciphertext between rows or columns', async () => {
    const [one_, two] = [await create({ ...canary, firstName: 'Erste' }), await create({ ...canary, firstName: 'Zweite' })];
    await database.admin.query('update pupil p set first_name = q.first_name from pupil q where p.id = $1 and q.id = $2', [one_, two]);
    expect(await one(one_)).toMatchObject({ firstName: null, lastName: null });
    await database.admin.query('update person_key k set wrapped = q.wrapped from person_key q where k.person_id = $1 and q.person_id = $2', [one_, two]);
    expect(await one(one_)).toMatchObject({ firstName: null, lastName: null });
    await database.admin.query('update pupil set first_name = last_name where id = $1', [two]);
    expect(await one(two)).toMatchObject({ firstName: null, lastName: null });
  });

  it('cannot read an erased pupil, not even from an old copy of the row', async () => {
    const id = await create({ ...canary, firstName: 'Vergessen' });
    await database.admin.query('create table old_copy as select * from pupil where id = $1', [id]);
    await anErasedPupil(database, id);
    expect(await one(id)).toMatchObject({ firstName: null, lastName: null, birthDate: null, erasedOn: expect.any(String), pseudonym: expect.any(String) });
    const left = await database.admin.query('select 1 from person_key where person_id = $1 union all select 1 from pupil_token where pupil_id = $1', [id]);
    expect(left.rows).toEqual([]);

    await database.admin.query('update pupil p set first_name = c.first_name, last_name = c.last_name, birth_date = c.birth_date, erased_on = null from old_copy c where p.id = c.id');
    expect(await one(id)).toMatchObject({ firstName: null, lastName: null, birthDate: null });
    await database.admin.query('drop table old_copy');
  });

  it('cannot be followed by a change to an erased pupil', async () => {
    const id = await create({ ...canary, firstName: 'Endgueltig' });
    await anErasedPupil(database, id);
    await expect(asActor(coordinator, () => people.pupils.update(id, 2, { firstName: 'Wieder' }))).rejects.toMatchObject({ code: 'PUPIL_ERASED' });
    await expect(asActor(coordinator, () => people.pupils.move(id, 2, group))).rejects.toMatchObject({ code: 'PUPIL_ERASED' });
  });
});
