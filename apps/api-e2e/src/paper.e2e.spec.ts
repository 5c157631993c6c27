import { AdoptPurposesDocument, ConsentFormDocument, ConsentFormsDocument, PrintConsentFormsDocument, PurposesDocument, RecordConsentFormsDocument, ReleaseConsentTextDocument, SetControllerDocument } from '@mintforge/contract';
import { berlinDay } from '@mintforge/domain/kernel';
import { aClass, anOffice, bearer, refusal, request, run, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

/** The package brings no types. */
const { create } = createRequire(import.meta.url)('qrcode') as { create(text: string): { modules: { size: number; data: Uint8Array } } };

const today = berlinDay(new Date());
let office: SignedIn;
let elsewhere: SignedIn;
let groupId: string;

beforeAll(async () => {
  const region = await anOffice();
  office = await region.signedIn();
  elsewhere = await (await anOffice()).signedIn();
  const colleague = await region.colleague('COORDINATOR');
  await run(AdoptPurposesDocument, {}, office);
  await run(SetControllerDocument, { input: { name: 'Landkreis', address: 'Am Markt 1', contact: 'mint@example.test', officer: 'dsb@example.test', authority: 'LfDI M-V' } }, office);
  const { purposes } = await run(PurposesDocument, {}, office);
  await run(ReleaseConsentTextDocument, { id: purposes.find(({ code }) => code === 'MATCHING')!.texts[0]!.id, validFrom: today }, colleague);
  groupId = (await aClass(3, office)).groupId;
});

const seenBy = (path: string, as: SignedIn | null) => request('GET', path, { headers: as ? bearer(as) : {} });

/** Sends a scan as the console does. */
function sent(name: string, content: Buffer | string, as: SignedIn | null = office): Promise<Response> {
  const body = new FormData();
  body.append('idempotencyKey', randomUUID());
  body.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return request('POST', '/consent-scans', { body, headers: as ? bearer(as) : {} });
}

/** A photograph of a paper with a code on it. */
async function photo(text: string): Promise<Buffer> {
  const { size, data } = create(text).modules;
  const squares = Array.from(data, (dark, at) => (dark ? `<rect x="${at % size}" y="${Math.floor(at / size)}" width="1" height="1"/>` : '')).join('');
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#f6f4ee"/><g transform="translate(950 90) rotate(3) scale(${180 / size})">${squares}</g></svg>`)).blur(0.6).jpeg().toBuffer();
}

/** A PDF of one page that is a picture. */
async function aPdf(picture: Buffer): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage([595, 842]).drawImage(await made.embedJpg(picture), { x: 0, y: 0, width: 595, height: 842 });
  return Buffer.from(await made.save());
}

describe('consent on paper over HTTP', () => {
  it('is printed as a PDF of the region alone', async () => {
    const { printConsentForms } = await run(PrintConsentFormsDocument, { groupId, purposes: ['MATCHING'], language: 'de', plain: false, idempotencyKey: randomUUID() }, office);
    const path = `/consent-forms/${printConsentForms.setId}/forms.pdf`;
    const paper = await seenBy(path, office);
    expect([paper.status, paper.headers.get('content-type'), Buffer.from(await paper.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect([(await seenBy(path, elsewhere)).status, (await seenBy(path, null)).status]).toEqual([404, 401]);
    const slips = await request('POST', '/consent-slips', { body: { groupId, purposes: ['MATCHING'], language: 'de', plain: true }, headers: bearer(office) });
    expect([slips.status, slips.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('takes no scan that lies about its type, is too large, or comes from nobody', async () => {
    const [lie, large, nobody, broken] = [await sent('zettel.pdf', '<script>alert(1)</script>'), await sent('zettel.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30 * 1024 * 1024)])), await sent('zettel.pdf', '%PDF-1.7\n%%EOF', null), await sent('zettel.pdf', '%PDF-1.7\n%%EOF')];
    expect([lie.status, large.status, nobody.status, broken.status]).toEqual([415, 413, 401, 422]);
    expect(await lie.json()).toMatchObject({ code: 'FILE_TYPE_REFUSED', params: { file: 1 } });
    expect(await large.json()).toMatchObject({ code: 'FILE_TOO_LARGE', params: { limit: '30 MB' } });
    expect(await broken.json()).toMatchObject({ code: 'SCAN_BROKEN', params: { file: 1 } });
  });

  it('is taken down with its scan, and another region knows neither number nor scan', async () => {
    const [form] = (await run(ConsentFormsDocument, { groupId }, office)).consentForms;
    const scan = ((await (await sent('zettel.pdf', await aPdf(await photo(form!.number)))).json()) as { forms: { number: string; scan: { id: string } }[] }).forms[0]!.scan;
    expect(await (await sent('foto.jpg', await photo('CDFGHJKMN'))).json()).toMatchObject({ forms: [], pages: [{ fate: 'UNKNOWN', scanId: null }] });
    const picture = await seenBy(`/consent-scans/${scan.id}/picture`, office);
    expect([picture.status, picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([200, 'image/jpeg', 'no-store']);
    expect([(await seenBy(`/consent-scans/${scan.id}/picture`, elsewhere)).status, (await seenBy(`/consent-scans/${scan.id}/picture`, null)).status]).toEqual([404, 401]);
    const entries = [{ number: form!.number, ticks: [{ purpose: 'MATCHING' as const, answer: 'GIVEN' as const }], signatures: form!.signers, signedOn: today, scanId: scan.id }];
    expect(await refusal(RecordConsentFormsDocument, { entries, idempotencyKey: randomUUID() }, elsewhere)).toMatchObject({ code: 'FORM_UNKNOWN', params: { row: 1 } });
    expect(await refusal(ConsentFormDocument, { number: form!.number }, elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
    const { recordConsentForms } = await run(RecordConsentFormsDocument, { entries, idempotencyKey: randomUUID() }, office);
    expect(recordConsentForms).toMatchObject([{ state: 'RETURNED', results: [{ purpose: 'MATCHING', state: 'GIVEN', missing: [] }] }]);
    const seen = await seenBy(`/consent-forms/${form!.id}/scan`, office);
    expect([seen.status, seen.headers.get('content-disposition'), seen.headers.get('x-content-type-options')]).toEqual([200, 'attachment; filename="scan.pdf"', 'nosniff']);
    expect((await seenBy(`/consent-forms/${form!.id}/scan/picture`, office)).headers.get('content-type')).toBe('image/jpeg');
    expect(await Promise.all(['scan', 'scan/picture'].map(async (what) => (await seenBy(`/consent-forms/${form!.id}/${what}`, elsewhere)).status))).toEqual([404, 404]);
  });
});
