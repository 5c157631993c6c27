import { ConsentReads } from '@mintforge/consent';
import { aController, aPurposeOfLaw, consentOf } from '@mintforge/consent/testing';
import type { PurposeCode } from '@mintforge/domain/consent';
import { PeopleReads, PupilIdentities } from '@mintforge/people';
import { Clock, Files, Tasks } from '@mintforge/platform';
import { asActor, aUser, openTestDatabase, withoutGate, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { MediaConsent } from './media.consent';
import { MediaReads } from './media.reads';
import { Pictures } from './media.service';
import { anOffice, occurrenceOn } from '../testing';

let database: TestDatabase;
let office: Awaited<ReturnType<typeof anOffice>>;
let consent: ReturnType<typeof consentOf>;
let reads: MediaReads;
let pictures: Pictures;
let identities: PupilIdentities;
let school: string;

beforeAll(async () => {
  database = await openTestDatabase();
  office = await anOffice(database);
  consent = consentOf(database);
  identities = new PupilIdentities(database.crypto);
  const files = new Files(database.db, database.crypto);
  reads = new MediaReads(database.db, files, new PeopleReads(identities), new ConsentReads());
  pictures = new Pictures(database.db, files, reads, new ConsentReads(), new Tasks());
  new MediaConsent(consent.uses, new Tasks(), new Clock()).onModuleInit();
  school = await office.anOrganisation('Schule am Hafen', 'SCHOOL');
});
afterAll(() => database.close());

const shutAll = () => database.admin.query('delete from purpose where region_id = $1', [office.region.id]);
const lawful = (...codes: PurposeCode[]) => Promise.all(codes.map((code) => aPurposeOfLaw(database, office.region.id, code)));
const shut = (code: PurposeCode) => database.admin.query('delete from purpose where region_id = $1 and code = $2', [office.region.id, code]);

/** A small picture with a place and a camera written beside its pixels. */
const aPhoto = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } }).withExif({ IFD0: { Make: 'Kamera', Copyright: 'GEHEIM' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 5/1 0/1' } }).jpeg().toBuffer();
const upload = async (content?: Buffer, name = 'IMG_4711.jpg') => ({ name, content: content ?? (await aPhoto()), caption: 'Am Stand' });

/** An occurrence with pupils on its list. */
async function aDay(count = 1) {
  const occurrenceId = (await office.occurrencesOf(await office.anActivity({ occurrences: [occurrenceOn('2099-06-10')] })))[0]!.id;
  const added = await office.as(() => database.db.write((tx) => identities.add(tx, Array.from({ length: count }, (_, at) => ({ firstName: 'Kim', lastName: `Bild${at}`, birthDate: '2009-05-04', organisationId: school, groupId: null, grade: 9, interests: [], statedWishes: [] })))));
  const pupils = added.map(({ id }) => id);
  await database.admin.query('insert into attendance (region_id, occurrence_id, pupil_id) select $1, $2, * from unnest($3::uuid[])', [office.region.id, occurrenceId, pupils]);
  return { occurrenceId, pupils };
}
const add = async (occurrenceId: string, pupilIds: string[], content?: Buffer, name?: string) => office.as(async () => pictures.add(occurrenceId, await upload(content, name), { pupilIds, nobody: pupilIds.length === 0 }));
const one = async (occurrenceId: string, id: string) => (await office.as(() => reads.ofOccurrence(occurrenceId))).find((media) => media.id === id)!;
const publish = (id: string, version = 1) => office.as(() => pictures.publish(id, version));
const forEverybody = (id: string) => asActor({ ...office.coordinator, role: 'NOBODY', regionId: null, userId: null }, () => reads.published(office.region.id, id));
const stored = async () => (await database.admin.query<{ n: number }>(`select (select count(*) from file)::int + (select count(*) from media)::int as n`)).rows[0]!.n;

describe('a picture that is kept', () => {
  beforeEach(shutAll);

  it('is drawn anew: smaller, upright, without place, camera and original name', async () => {
    await lawful('PHOTO_INTERNAL');
    const { occurrenceId, pupils } = await aDay();
    const big = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#336699' } }).withExif({ IFD0: { Copyright: 'GEHEIM' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 5/1 0/1' } }).jpeg().toBuffer();
    expect(big.includes('GEHEIM')).toBe(true);
    const id = await add(occurrenceId, pupils, big, 'Kim Bild in Rostock.jpg');
    const { content, mediaType } = await office.as(() => reads.picture(id));
    expect(await sharp(content).metadata()).toMatchObject({ format: 'jpeg', width: 2400, height: 1200 });
    expect((await sharp(content).metadata()).exif).toBeUndefined();
    expect(content.includes('GEHEIM')).toBe(false);
    expect(mediaType).toBe('image/jpeg');
    expect((await database.admin.query('select name from file f join media m on m.file_id = f.id where m.id = $1', [id])).rows).toEqual([{ name: 'bild.jpg' }]);
  });

  it.each([
    ['a document that calls itself a picture', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'bild.jpg', 'FILE_TYPE_REFUSED'],
    ['a drawing with a script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'bild.svg', 'FILE_TYPE_REFUSED'],
    ['bytes that only begin like a picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]), 'bild.jpg', 'FILE_TYPE_REFUSED'],
    ['a picture of more than 10 MB', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(10 * 1024 * 1024)]), 'bild.jpg', 'FILE_TOO_LARGE'],
  ])('is not %s, and nothing is stored', async (_, content, name, code) => {
    await lawful('PHOTO_INTERNAL');
    const { occurrenceId, pupils } = await aDay();
    const before = await stored();
    await expect(add(occurrenceId, pupils, content, name)).rejects.toMatchObject({ code });
    expect(await stored()).toBe(before);
  });

  it('is none whose name claims another type than its bytes, or of more pixels than a camera has', async () => {
    await lawful('PHOTO_INTERNAL');
    const { occurrenceId, pupils } = await aDay();
    await expect(add(occurrenceId, pupils, await aPhoto(), 'bild.png')).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
    const bomb = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 9 }).toBuffer();
    await expect(add(occurrenceId, pupils, bomb, 'bild.png')).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('needs to say who can be recognised: pupils of the occurrence, or expressly nobody', async () => {
    await lawful('PHOTO_INTERNAL');
    const [day, other] = [await aDay(), await aDay()];
    const upload_ = await upload();
    await expect(office.as(() => pictures.add(day.occurrenceId, upload_, { pupilIds: [], nobody: false }))).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { persons: 'required' } });
    await expect(add(day.occurrenceId, other.pupils)).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { persons: 'unknown' } });
    expect(await one(day.occurrenceId, await add(day.occurrenceId, []))).toMatchObject({ nobody: true, visible: true, publishable: true, persons: [] });
  });

  it('is refused and nothing stored while one of those on it has not agreed to PHOTO_INTERNAL', async () => {
    const { occurrenceId, pupils } = await aDay(2);
    const before = await stored();
    await expect(add(occurrenceId, pupils)).rejects.toMatchObject({ code: 'CONSENT_MISSING', params: { purpose: 'PHOTO_INTERNAL', missing: 2 } });
    expect(await stored()).toBe(before);
  });

  it('cannot be looked at any more once that consent is gone, but deleted with its file', async () => {
    await lawful('PHOTO_INTERNAL');
    const { occurrenceId, pupils } = await aDay();
    const id = await add(occurrenceId, pupils);
    await shut('PHOTO_INTERNAL');
    expect(await one(occurrenceId, id)).toMatchObject({ visible: false });
    await expect(office.as(() => reads.picture(id))).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    const before = await stored();
    await office.as(() => pictures.remove(id));
    expect(await stored()).toBe(before - 2);
  });

  it('is for the coordination office alone', async () => {
    const { occurrenceId } = await aDay();
    const id = await add(occurrenceId, []);
    await expect(asActor(await aUser(database, office.region.id, 'EVALUATION_MANAGER'), () => reads.picture(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = await anOffice(database);
    await expect(stranger.as(() => reads.picture(id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a picture that is published', () => {
  beforeEach(shutAll);

  it('is on show for everybody from then on, and not before', async () => {
    await lawful('PHOTO_INTERNAL', 'PHOTO_PUBLICATION');
    const { occurrenceId, pupils } = await aDay(2);
    const id = await add(occurrenceId, pupils);
    await expect(forEverybody(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await publish(id);
    expect((await forEverybody(id)).content.length).toBeGreaterThan(100);
    expect(await one(occurrenceId, id)).toMatchObject({ state: 'PUBLISHED', publicPath: `/bilder/${office.region.id}/${id}` });
    await expect(asActor(office.coordinator, () => reads.published(randomUUID(), id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('needs the consent of everybody on it, and names whose is missing', async () => {
    await lawful('PHOTO_INTERNAL');
    const { occurrenceId, pupils } = await aDay(2);
    const id = await add(occurrenceId, pupils);
    await expect(publish(id)).rejects.toMatchObject({ code: 'CONSENT_MISSING', params: { purpose: 'PHOTO_PUBLICATION', missing: 2 } });
    expect(await one(occurrenceId, id)).toMatchObject({ state: 'INTERNAL', visible: true, publishable: false, persons: [{ keeping: 'GIVEN', publishing: 'NO_PURPOSE', name: expect.stringContaining('Bild') as string }, { publishing: 'NO_PURPOSE' }] });
  });

  it('is shut at the next look when the gate is, whatever its state says', async () => {
    await lawful('PHOTO_INTERNAL', 'PHOTO_PUBLICATION');
    const { occurrenceId, pupils } = await aDay();
    const id = await add(occurrenceId, pupils);
    await publish(id);
    await shut('PHOTO_PUBLICATION');
    await expect(forEverybody(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is shut for good when the row of somebody on it is gone', async () => {
    await lawful('PHOTO_INTERNAL', 'PHOTO_PUBLICATION');
    const { occurrenceId, pupils } = await aDay(2);
    const id = await add(occurrenceId, pupils);
    await publish(id);
    await database.admin.query('delete from pupil where id = $1', [pupils[0]]);
    await expect(forEverybody(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office.as(() => pictures.unpublish(id, 2));
    await expect(publish(id, 3)).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
  });

  it('refuses that somebody is added to it who has not agreed to publication', async () => {
    await lawful('PHOTO_INTERNAL', 'PHOTO_PUBLICATION');
    const { occurrenceId, pupils } = await aDay();
    const id = await add(occurrenceId, []);
    await publish(id);
    await shut('PHOTO_PUBLICATION');
    await expect(office.as(() => pictures.show(id, 2, { pupilIds: pupils, nobody: false }))).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
  });
});

describe('a consent to pictures that is withdrawn', () => {
  let clock: number;
  const decide = (pupilId: string, answer: 'GIVEN' | 'WITHDRAWN', purposes: PurposeCode[]) =>
    office.as(() => database.db.write((tx) => consent.ledger.append(tx, purposes.flatMap((purpose) => (['PUPIL', 'GUARDIAN_1', 'GUARDIAN_2'] as const).map((signer) => ({ pupilId, purpose, act: answer, signer, signerName: 'Test', at: new Date(clock += 1000), channel: 'PAPER' as const, assurance: 'PAPER_SEEN' as const, language: 'de', plain: false }))))));

  beforeAll(async () => {
    clock = Date.now() - 3_600_000;
    await shutAll();
    const second = await aUser(database, office.region.id);
    await office.as(() => consent.purposes.adopt());
    await database.admin.query('insert into controller (region_id, name, address, contact, officer, authority) values ($1, $2, $3, $4, $5, $6)', [office.region.id, ...Object.values(aController)]);
    const { rows } = await database.admin.query<{ id: string }>(`select t.id from consent_text t join purpose p on p.id = t.purpose_id where p.region_id = $1 and p.code like 'PHOTO%'`, [office.region.id]);
    for (const { id } of rows) await database.admin.query(`update consent_text set valid_from = current_date - 30, released_by = $2, released_at = now() where id = $1`, [id, second.userId]);
  });
  const published = async () => {
    const { occurrenceId, pupils } = await aDay();
    await decide(pupils[0]!, 'GIVEN', ['PHOTO_INTERNAL', 'PHOTO_PUBLICATION']);
    const id = await add(occurrenceId, pupils);
    await office.as(() => pictures.describe(id, 1, { prints: ['Jahresbericht 2098'] }));
    await publish(id, 2);
    return { id, occurrenceId, pupilId: pupils[0]! };
  };

  it('shows before what it ends, takes the picture down at once and asks the office to recall what was printed within 72 hours', async () => {
    const { id, occurrenceId, pupilId } = await published();
    expect((await forEverybody(id)).mediaType).toBe('image/jpeg');
    expect(await office.as(() => database.db.read((tx) => consent.uses.impact(tx, 'PHOTO_PUBLICATION', [pupilId])))).toMatchObject([{ what: 'photo', id, pupilId }]);
    await decide(pupilId, 'WITHDRAWN', ['PHOTO_PUBLICATION']);
    await expect(forEverybody(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await one(occurrenceId, id)).toMatchObject({ state: 'UNPUBLISHED', visible: true, publishable: false });
    const { rows } = await database.admin.query(`select kind, params, due_on - (now() at time zone 'Europe/Berlin')::date as days from office_task where about = $1`, [id]);
    expect(rows).toEqual([{ kind: 'PHOTO_RECALL', params: { purpose: 'PHOTO_PUBLICATION', prints: 1, occurrenceId }, days: 3 }]);
  });

  it('never meets a publishing half way: either it is refused, or it is taken down again', async () => {
    for (let round = 0; round < 6; round++) {
      const { id, pupilId } = await published();
      await office.as(() => pictures.unpublish(id, 3));
      const [, withdrawing] = await Promise.allSettled([publish(id, 4), decide(pupilId, 'WITHDRAWN', ['PHOTO_PUBLICATION'])]);
      expect(withdrawing.status).toBe('fulfilled');
      expect((await database.admin.query('select state from media where id = $1', [id])).rows).toEqual([{ state: 'UNPUBLISHED' }]);
      await expect(forEverybody(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('never leaves a picture to be seen that is read while it happens, once it has happened', async () => {
    const { id, pupilId } = await published();
    let done = false;
    const late: string[] = [];
    const reading = (async () => {
      for (let look = 0; look < 60; look++) {
        const begunAfter = done;
        const seen = await forEverybody(id).then(() => true, () => false);
        if (seen && begunAfter) late.push(`look ${look}`);
      }
    })();
    await decide(pupilId, 'WITHDRAWN', ['PHOTO_PUBLICATION']);
    done = true;
    await reading;
    expect(late).toEqual([]);
  });
});

describe('without the gate', () => {
  it('a picture would be kept, looked at and published whatever those on it said', async () => {
    const stranger = await anOffice(database);
    const [pupil] = await stranger.as(() => database.db.write((tx) => identities.add(tx, [{ firstName: 'Kim', lastName: 'Bild', birthDate: '2009-05-04', organisationId: stranger.host, groupId: null, grade: 9, interests: [], statedWishes: [] }])));
    const occurrenceId = (await stranger.occurrencesOf(await stranger.anActivity({ occurrences: [occurrenceOn('2099-06-10')] })))[0]!.id;
    await database.admin.query('insert into attendance (region_id, occurrence_id, pupil_id) values ($1, $2, $3)', [stranger.region.id, occurrenceId, pupil!.id]);
    const keep = async () => stranger.as(async () => pictures.add(occurrenceId, await upload(), { pupilIds: [pupil!.id], nobody: false }));
    await expect(keep()).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    const id = await withoutGate(database, keep);
    const ways = { look: () => stranger.as(() => reads.picture(id)), publish: () => stranger.as(() => pictures.publish(id, 1)), show: () => stranger.as(() => reads.published(stranger.region.id, id)) };
    for (const way of Object.values(ways)) await expect(way()).rejects.toMatchObject({ code: expect.stringMatching(/CONSENT_MISSING|NOT_FOUND/) as string });
    await withoutGate(database, async () => {
      for (const way of Object.values(ways)) await way();
    });
    await expect(ways.show()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
