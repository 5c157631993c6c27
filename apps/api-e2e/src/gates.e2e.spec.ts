import { CreateHostLinkDocument, DeleteMediaDocument, HostContactsDocument, HostViewDocument, MediaCandidatesDocument, MediaDocument, PlacePupilDocument, PublishMediaDocument, UnpublishMediaDocument } from '@mintforge/contract';
import { aClass, anOffice, aPublishedOccurrence, bearer, download, eventually, onDatabase, request, run, send, type ErrorBody, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';

jest.setTimeout(60_000);

let office: SignedIn;
let occurrenceId: string;
let pupilId: string;

beforeAll(async () => {
  office = await (await anOffice()).signedIn();
  occurrenceId = await aPublishedOccurrence(10, office);
  // A host's view closes some days after the end, so the day must be one that stays to come.
  await onDatabase((database) => database.query(`update occurrence set starts_at = '2099-06-10T08:00:00Z', ends_at = '2099-06-10T12:00:00Z' where id = $1`, [occurrenceId]));
  pupilId = (await aClass(1, office)).pupilIds[0]!;
  await run(PlacePupilDocument, { occurrenceId, pupilId, idempotencyKey: randomUUID() }, office);
  await eventually(() => run(MediaCandidatesDocument, { occurrenceId }, office), ({ mediaCandidates }) => mediaCandidates.length === 1);
});

const aPicture = () => sharp({ create: { width: 30, height: 20, channels: 3, background: '#369' } }).jpeg().toBuffer();
async function sendPicture(fields: Record<string, string>, content: Buffer, name = 'IMG_1.jpg') {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return send<{ id: string } & ErrorBody>('POST', `/occurrences/${occurrenceId}/media`, { body: form, headers: bearer(office) });
}
const pictures = async () => (await run(MediaDocument, { occurrenceId }, office)).media;

describe('a picture of an occurrence', () => {
  it('is taken in only with a word on who is on it, and with their consent', async () => {
    expect(await sendPicture({}, await aPicture())).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT' } });
    expect(await sendPicture({ persons: pupilId }, await aPicture())).toMatchObject({ status: 409, body: { code: 'CONSENT_MISSING', params: { purpose: 'PHOTO_INTERNAL' } } });
    expect(await sendPicture({ nobody: 'true' }, Buffer.from('<script>'))).toMatchObject({ status: 415, body: { code: 'FILE_TYPE_REFUSED' } });
    expect(await pictures()).toEqual([]);
  });

  it('is everybody’s to see while it is published, stored nowhere on its way', async () => {
    const { status, body } = await sendPicture({ nobody: 'true', caption: 'Am Stand' }, await aPicture());
    expect(status).toBe(201);
    const [media] = await pictures();
    expect(media).toMatchObject({ id: body.id, caption: 'Am Stand', state: 'INTERNAL', publishable: true });
    expect((await request('GET', media!.publicPath)).status).toBe(404);
    expect(await download(`/media/${body.id}/picture`, office)).toMatchObject({ status: 200, type: 'image/jpeg' });
    expect((await request('GET', `/media/${body.id}/picture`)).status).toBe(401);
    await run(PublishMediaDocument, { id: body.id, version: media!.version }, office);
    const shown = await request('GET', media!.publicPath);
    expect([shown.status, shown.headers.get('cache-control'), shown.headers.get('x-content-type-options')]).toEqual([200, 'no-store', 'nosniff']);
    await run(UnpublishMediaDocument, { id: body.id, version: media!.version + 1 }, office);
    expect((await request('GET', media!.publicPath)).status).toBe(404);
    await run(DeleteMediaDocument, { id: body.id }, office);
  });
});

describe('what a host sees', () => {
  it('is a person without a name, in the office’s preview, in the file and behind a link with its code', async () => {
    expect((await run(HostViewDocument, { occurrenceId }, office)).hostView).toMatchObject({ open: true, rows: [{ named: false, firstName: null, lastName: null, heads: 1 }] });
    const { status, type, content } = await download(`/occurrences/${occurrenceId}/host-view.pdf`, office);
    expect([status, type, content.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);

    await onDatabase((database) => database.query(`insert into contact (region_id, organisation_id, name, roles) select o.region_id, a.organisation_id, 'Frau Empfang', '{}' from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.id = $1`, [occurrenceId]));
    const { hostContacts } = await run(HostContactsDocument, { occurrenceId }, office);
    const { createHostLink: link } = await run(CreateHostLinkDocument, { occurrenceId, contactId: hostContacts[0]!.id }, office);
    const path = new URL(link.url).pathname;
    const entry = await request('GET', path);
    expect([entry.status, entry.headers.get('cache-control'), entry.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'no-referrer']);
    const open = async (code: string) => {
      const response = await fetch(new URL(path, link.url), { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ code }) });
      return { status: response.status, html: await response.text() };
    };
    expect(await open('FALSCH')).toMatchObject({ status: 410, html: expect.not.stringContaining('1 Person') as string });
    expect(await open(link.code)).toMatchObject({ status: 200, html: expect.stringContaining('1 Person') as string });
  });
});
