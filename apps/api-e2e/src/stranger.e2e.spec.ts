import {
  ActivitiesDocument, CreateGroupDocument, CreateImportDocument, CreateOrganisationDocument, CreatePupilDocument, DuplicatesOfDocument, ImportRowsDocument, LogContactDocument, OccurrencesDocument, OrganisationDocument,
  OrganisationsDocument, PlacementsDocument, PreviewClassListDocument, PupilsDocument, RoundsDocument, UsersDocument,
} from '@mintforge/contract';
import { aClass, anOffice, bearer, graphql, imported, outcome, previewed, refusal, request, run, send, sendFile, upload, type ErrorBody, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import writeXlsx from 'write-excel-file/node';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(60_000);

const page = { page: 1, perPage: 100 };
let office: SignedIn;
beforeAll(async () => {
  office = await (await anOffice()).signedIn();
});

describe('an upload', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c4890000000a49444154789c6300010000050001'.replaceAll(' ', ''), 'hex');

  it.each([
    ['no file at all', 'multipart/form-data; boundary=x', '--x--\r\n'],
    ['a form cut off in the middle', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nName;Ort\r\nSchu'],
    ['a form without its boundary', 'multipart/form-data', 'irgendetwas'],
    ['a form that is none', 'application/json', '{"file":"a.csv"}'],
    ['an empty file', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n\r\n--x--\r\n'],
  ])('with %s is refused as a problem', async (_, type, body) => {
    const response = await fetch(new URL('/files', process.env['MINTFORGE_TEST_API_URL']), { method: 'POST', headers: { 'content-type': type, ...bearer(office) }, body });
    expect([response.status >= 400 && response.status < 500, response.headers.get('content-type')]).toEqual([true, expect.stringContaining('application/problem+json')]);
    expect(((await response.json()) as ErrorBody).code).not.toBe('INTERNAL');
  });

  it.each([25 * 1024 * 1024, 20 * 1024 * 1024 + 1])('of %d bytes is refused as too large, never cut off in silence', async (size) => {
    expect(await sendFile('gross.csv', Buffer.alloc(size, 'Schule;Ort\n'), office)).toMatchObject({ status: 413, body: { code: 'FILE_TOO_LARGE' } });
  });

  it.each([
    ['a picture', png],
    ['an archive', Buffer.from('504b030414000000', 'hex')],
    ['an Excel file of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a cell that is never closed', '"Name;Ort\nSchule;Rostock'],
    ['ten thousand columns', Array(10_000).fill('x').join(';')],
  ])('of %s named .csv is no list', async (_, content) => {
    const fileId = await upload('schulen.csv', content, office);
    expect((await refusal(CreateImportDocument, { fileId, kind: 'SCHOOLS' }, office)).code).toMatch(/^FILE_(UNREADABLE|TOO_LARGE)$/);
  });

  it('cannot smuggle a path into the name of the file', async () => {
    const { body } = await sendFile('../../etc/pass\u0000wd"; x=.csv', 'Name\nSchule am Deich', office);
    const { createImport } = await run(CreateImportDocument, { fileId: body.id, kind: 'SCHOOLS' }, office);
    expect(createImport.state).toBe('UPLOADED');
  });
});

describe('a spreadsheet with formulas', () => {
  it('is read by its values, and what looks like a formula stays text and is harmless in every file we write', async () => {
    const formula = { type: 'Formula' as const, value: '1+1' };
    const content = await writeXlsx([[{ value: 'Name' }, { value: 'Ort' }, { value: 'Telefon' }], [{ value: '=HYPERLINK("http://boese.example")' }, { value: '@SUM(1)' }, { value: '+49 381 1' }], [formula, { value: 'Rostock' }, { value: '-1' }]] as never, {}).toBuffer();
    const { id, counts } = await previewed('SCHOOLS', 'schulen.xlsx', content, office);
    expect(counts?.rows).toBe(2);
    const csv = await (await request('GET', `/imports/${id}/errors.csv`, { headers: bearer(office) })).text();
    for (const line of csv.split('\r\n')) for (const cell of line.split(';')) expect(cell).not.toMatch(/^"?[=+@-](?!\d+$)/);
  });
});

describe('text nobody should send', () => {
  const odd = ['\ud800', 'a\udc00b', 'a\u0000b', 'a\u0007b', 'a\u202egnp.exe', 'x'.repeat(100_000)];

  it.each(odd)('is refused in a name, and the field is named (%#)', async (name) => {
    expect(await refusal(CreateOrganisationDocument, { input: { name, roles: ['COMPANY'] } }, office)).toMatchObject({ code: 'INVALID_INPUT', fields: { name: expect.any(String) as string } });
    const { groupId } = await theClass();
    expect(await refusal(CreatePupilDocument, { input: { firstName: name, lastName: 'Ahrens', groupId }, idempotencyKey: randomUUID() }, office)).toMatchObject({ code: 'INVALID_INPUT', fields: { firstName: expect.any(String) as string } });
  });

  it.each(odd)('finds nothing and breaks nothing in a search (%#)', async (q) => {
    const codes = await Promise.all([
      outcome(OrganisationsDocument, { ...page, filter: { q } }, office), outcome(PupilsDocument, { ...page, filter: { q } }, office), outcome(ActivitiesDocument, { ...page, filter: { q } }, office),
      outcome(RoundsDocument, { ...page, filter: { q } }, office), outcome(UsersDocument, { ...page, filter: { q } }, office), outcome(DuplicatesOfDocument, { input: { name: q } }, office),
      outcome(LogContactDocument, { input: { organisationId: randomUUID(), kind: 'NOTE', summary: q } }, office),
    ]);
    for (const code of codes) expect(code).toMatch(/^(DONE|INVALID_INPUT|NOT_FOUND)$/);
  });

  it('in a list is refused or cleaned row by row', async () => {
    const { id, counts } = await previewed('SCHOOLS', 'schulen.csv', Buffer.from('Name;Ort\nSchule\u0007Eins;Rostock\nSchule \u202eZwei;Rostock\nSchule Drei;Rostock', 'utf8'), office);
    expect(counts?.rows).toBe(3);
    const { importRows } = await run(ImportRowsDocument, { importId: id, ...page }, office);
    expect(importRows.items.every(({ title }) => !/[\u0007\u202e]/.test(title))).toBe(true);
  });

  it('in a class list refuses the row', async () => {
    const { groupId } = await theClass();
    const fileId = await upload('klasse.csv', Buffer.from('\ufeffNachname;Vorname\nAh\u0007rens;Ida\nAhr\ud800ens;Ole', 'utf16le'), office);
    const { previewClassList } = await run(PreviewClassListDocument, { fileId, groupId }, office);
    expect(previewClassList.rows[0]).toMatchObject({ verdict: 'REFUSED' });
  });
});

let known: Promise<{ groupId: string }> | undefined;
const theClass = () => (known ??= aClass(1, office));

describe('a list', () => {
  const sqlish = ["' or 1=1 --", '"; drop table organisation; --', '%', '_', '\\', '$1', "NAME_ASC, (select 1)"];

  it.each(sqlish)('sorts by nothing but its keys (%s)', async (sort) => {
    const { status, body } = await graphql('query ($sort: OrganisationSort) { organisations(sort: $sort) { total } }', { variables: { sort }, as: office });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it.each(sqlish)('takes a search as text (%s)', async (q) => {
    await run(CreateOrganisationDocument, { input: { name: 'Werft Ost', roles: ['COMPANY'] }, idempotencyKey: 'die eine Werft' }, office);
    for (const filter of [{ town: q }, { tag: q }]) expect((await run(OrganisationsDocument, { ...page, filter }, office)).organisations.total).toBe(0);
    for (const work of [outcome(OrganisationsDocument, { ...page, filter: { q } }, office), outcome(OccurrencesDocument, { ...page, filter: { q } }, office), outcome(PlacementsDocument, { ...page, filter: { ids: [] } }, office)]) expect(await work).toBe('DONE');
    expect((await run(RoundsDocument, { ...page, filter: { q } }, office)).rounds.total).toBe(0);
    expect((await run(UsersDocument, { ...page, filter: { q } }, office)).users.total).toBe(0);
  });

  it.each([{ page: 0, perPage: 25 }, { page: -1, perPage: 25 }, { page: 1, perPage: 0 }, { page: 1, perPage: 101 }, { page: 1, perPage: -5 }])('has no page %j', async (window) => {
    expect((await refusal(OrganisationsDocument, window, office)).code).toBe('INVALID_INPUT');
  });

  it('has an empty page far behind its end', async () => {
    expect((await run(OrganisationsDocument, { page: 1_000_000, perPage: 100 }, office)).organisations).toMatchObject({ items: [], hasNext: false });
  });
});

describe('values of the wrong kind', () => {
  it('are the mistake of whoever sends them', async () => {
    const group = { organisationId: randomUUID(), name: '9z', grade: 9, headCount: 20, schoolYear: '2026/27' };
    expect(await outcome(OrganisationDocument, { id: "x' or '1'='1" }, office)).toMatch(/^(NOT_FOUND|INVALID_INPUT)$/);
    for (const input of [{ ...group, headCount: 1e12 }, { ...group, headCount: 1.5 }, { ...group, headCount: -1 }, { ...group, grade: 'neun' }, { ...group, extra: 1 }, JSON.parse('{"__proto__": {"admin": true}}') as object]) {
      expect(await outcome(CreateGroupDocument, { input: input as typeof group, idempotencyKey: randomUUID() }, office)).toBe('INVALID_INPUT');
    }
    for (const startsAt of ['gestern', '2027-03-09', '2027-02-30T25:00:00Z', '+275760-09-13T00:00:00.001Z', '']) {
      expect(await outcome(OccurrencesDocument, { ...page, filter: { from: startsAt } }, office)).toBe('INVALID_INPUT');
    }
    expect(await outcome(CreateOrganisationDocument, { input: { name: 'Werft', roles: ['COMPANY'] }, idempotencyKey: 'kurz' }, office)).toBe('INVALID_INPUT');
  });

  it('of a body that is no JSON, or too long, come back as a problem', async () => {
    for (const [body, code] of [['{"query": ', 'INVALID_INPUT'], [JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(2_000_000) } }), 'FILE_TOO_LARGE']] as const) {
      const response = await fetch(new URL('/graphql', process.env['MINTFORGE_TEST_API_URL']), { method: 'POST', headers: { 'content-type': 'application/json', ...bearer(office) }, body });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).toContain(code);
    }
    expect((await send('POST', '/auth/sign-in', { body: null })).status).toBeLessThan(500);
  });

  it('in a list of postcodes stay out', async () => {
    const { counts } = await imported('POSTCODES', 'plz.csv', 'PLZ;lat;lng\n18055;54.09;12.14\n18055;NaN;Infinity\nabc;54;12\n18057;1e400;12', office);
    expect(counts).toMatchObject({ create: 1, refuse: 3 });
  });
});
