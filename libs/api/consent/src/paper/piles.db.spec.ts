import { berlinDay } from '@mintforge/domain/kernel';
import { PupilIdentities } from '@mintforge/people';
import { Files, type Actor, type Upload } from '@mintforge/platform';
import { aRegion, asActor, aUser, openTestDatabase, type TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument, PDFName, PDFNumber, PDFRawStream, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { formsPdf } from './paper.pdf';
import { pileLimits } from './paper.piles';
import { paperOf } from './paper.testing';
import { openDocument, type OpenDocument } from './scan-documents';
import { aController, consentOf } from '../testing';

// Pages are drawn, photographed and read: nothing here is a measurement.
jest.setTimeout(120_000);

let test: TestDatabase;
let region: string;
let [clerk, second]: Actor[] = [];
let school: string;
let feature: ReturnType<typeof consentOf>;
let paper: ReturnType<typeof paperOf>;
/** The forms of a class as they were printed, two pages each at least, and their pages as a scanner sees them. */
let printed: { number: string; pages: Buffer[] }[];

const today = berlinDay(new Date());
const as = <T>(work: () => Promise<T>, actor = clerk!) => asActor(actor, work);
const rowsOf = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => (await test.admin.query(sql, values)).rows as Row[];
const refusal = (work: Promise<unknown>) => work.then(() => null, (error: { code?: string; params?: object }) => ({ code: error.code ?? error, ...error.params }));
const filesNow = async () => (await rowsOf<{ n: number }>('select count(*)::int as n from file where region_id = $1', [region]))[0]!.n;
const divide = (uploads: Upload[], { key = randomUUID(), actor = clerk! } = {}) => as(() => paper.piles.divide(uploads, key), actor);
const stored = async (id: string) => (await as(() => new Files(test.db, test.crypto).load(id))).content;

/** A page of a PDF as a scanner of 200 dpi sees it: grey, a little blurred. */
async function scanned(document: OpenDocument, page: number): Promise<Buffer> {
  const { data, width, height } = await document.render(page, { width: 1654, height: 2339 });
  return sharp(data, { raw: { width, height, channels: 4 } }).flatten().blur(0.7).greyscale().jpeg({ quality: 60 }).toBuffer();
}

/** What a scanner makes of sheets: each a picture on a page, some put in upside down. */
async function pileOf(sheets: { picture: Buffer | null; turned?: boolean }[]): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (const { picture, turned = false } of sheets) {
    const image = await made.embedJpg(picture ? await (turned ? sharp(picture).rotate(180) : sharp(picture)).jpeg({ quality: 80 }).toBuffer() : await emptySheet());
    made.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return Buffer.from(await made.save());
}

/** The back of a sheet: tinted paper with the grain that a scanner sees. */
const emptySheet = () => (empty ??= sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#f4f2ec', noise: { type: 'gaussian', mean: 240, sigma: 5 } } }).jpeg({ quality: 70 }).toBuffer());
let empty: Promise<Buffer> | undefined;

/** A page that says something and bears no code. */
async function note(text = 'Anlage'): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="1654" height="2339" fill="#fff"/><text x="200" y="400" font-size="90">${text}</text></svg>`)).jpeg().toBuffer();
}

beforeAll(async () => {
  test = await openTestDatabase();
  feature = consentOf(test);
  paper = paperOf(test, feature);
  region = (await aRegion(test)).id;
  [clerk, second] = [await aUser(test, region), await aUser(test, region)];
  school = (await rowsOf<{ id: string }>(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule am Hafen', 'schule', '{SCHOOL}') returning id`, [region]))[0]!.id;
  const group = (await rowsOf<{ id: string }>(`insert into pupil_group (region_id, organisation_id, name, school_year, head_count) values ($1, $2, '8a', '2026/27', 25) returning id`, [region, school]))[0]!.id;
  await as(() => feature.purposes.adopt());
  await as(() => feature.purposes.setController(aController));
  for (const { id } of await as(async () => feature.purposeReads.textsOf((await feature.purposeReads.all()).map((purpose) => purpose.id)))) await as(() => feature.purposes.releaseText(id, today), second);
  const birthDate = new Date(Date.parse(today) - 14.5 * 365.25 * 86_400_000).toISOString().slice(0, 10);
  const named = ['Amsel', 'Buche', 'Dorn'].map((lastName) => ({ organisationId: school, groupId: group, grade: 8, interests: [], statedWishes: [], firstName: 'Kim', lastName, birthDate }));
  await as(() => test.db.write((tx) => new PupilIdentities(test.crypto).add(tx, named)));
  const { setId } = await as(() => paper.prints.print({ groupId: group, purposes: ['MATCHING', 'PHOTO_PUBLICATION'], language: 'de', plain: false, idempotencyKey: randomUUID() }));
  const set = await as(() => paper.prints.set(setId));
  const forms = await Promise.all(set.forms.map(async (form) => ({ number: form.number, document: await openDocument({ mediaType: 'application/pdf', content: await formsPdf({ ...set, forms: [form] }, { bothSides: false }) }) })));
  printed = [];
  for (const { number, document } of forms) {
    const pages: Buffer[] = [];
    for (let page = 1; page <= document.pages; page++) pages.push(await scanned(document, page));
    printed.push({ number, pages });
  }
});
afterAll(() => test.close());

describe('a pile from the scanner', () => {
  it('finds its forms in any order, upside down and with blank backs between, and keeps each form by itself', async () => {
    const [amsel, buche, dorn] = printed as [typeof printed[0], typeof printed[0], typeof printed[0]];
    expect(amsel.pages.length).toBeGreaterThanOrEqual(2);
    const last = (form: typeof amsel) => form.pages.length - 1;
    const sheets = [
      { picture: buche.pages[last(buche)]!, turned: true }, { picture: null }, ...amsel.pages.map((picture) => ({ picture })), { picture: dorn.pages[0]!, turned: true }, { picture: null },
      ...buche.pages.slice(0, -1).map((picture) => ({ picture })), ...dorn.pages.slice(1).map((picture) => ({ picture, turned: true })),
    ];
    const { pages, forms } = await divide([{ name: 'stapel.pdf', content: await pileOf(sheets) }]);
    expect(pages.map(({ fate }) => fate)).toEqual(sheets.map(({ picture }) => (picture ? 'BY_CODE' : 'BLANK')));
    expect(forms.map(({ number, missing, scan }) => [number, missing, scan.pages])).toEqual([[buche.number, 0, buche.pages.length + 1], [amsel.number, 0, amsel.pages.length], [dorn.number, 0, dorn.pages.length + 1]]);
    const [scan] = await rowsOf<{ kind: string; hours: number; content: Buffer }>(`select kind, round(extract(epoch from expires_at - now()) / 3600)::int as hours, content from file where id = $1`, [forms[1]!.scan.id]);
    expect([scan!.kind, scan!.hours, scan!.content.includes('%PDF')]).toEqual(['SCAN', 48, false]);
    const contents = await Promise.all(forms.map(({ scan: { id } }) => stored(id)));
    const again = await divide(contents.map((content) => ({ name: 'wieder.pdf', content })));
    for (const [at, { number, scan: { pages: count } }] of forms.entries()) {
      expect(new Set(again.pages.filter(({ file, fate }) => file === at + 1 && fate === 'BY_CODE').map((page) => page.number))).toEqual(new Set([number]));
      const own = await PDFDocument.load(contents[at]!);
      expect(own.context.enumerateIndirectObjects().filter(([, object]) => object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'))).toHaveLength(count);
    }
  });

  it('keeps the very bytes: of a picture within the pile, and of a file that holds one form alone', async () => {
    const [amsel, buche] = printed as [typeof printed[0], typeof printed[0]];
    const alone = await pileOf(buche.pages.map((picture) => ({ picture })));
    const { forms } = await divide([{ name: 'amsel.jpg', content: amsel.pages[0]! }, { name: 'buche.pdf', content: alone }, { name: 'amsel2.jpg', content: amsel.pages[1]! }]);
    const bytes = new Map(await Promise.all(forms.map(async ({ number, scan }) => [number, await stored(scan.id)] as const)));
    expect(bytes.get(buche.number)!.equals(alone)).toBe(true);
    expect(amsel.pages.slice(0, 2).every((picture) => bytes.get(amsel.number)!.includes(picture))).toBe(true);
  });

  it('names a page without a code, which goes with the form before it while that one lacks pages, or waits to be laid to one', async () => {
    const [amsel, buche] = printed as [typeof printed[0], typeof printed[0]];
    const { pages, forms } = await divide([{ name: 'stapel.pdf', content: await pileOf([{ picture: await note() }, { picture: amsel.pages[0]! }, { picture: await note('Seite ohne Code') }, ...buche.pages.map((picture) => ({ picture })), { picture: await note() }]) }]);
    expect(pages.map(({ fate, number }) => [fate, number])).toEqual([['NO_CODE', null], ['BY_CODE', amsel.number], ['BY_ORDER', amsel.number], ...buche.pages.map(() => ['BY_CODE', buche.number]), ['NO_CODE', null]]);
    const [loose, form] = [pages[0]!.scanId!, forms.find(({ number }) => number === amsel.number)!.scan];
    const key = randomUUID();
    const joined = await as(() => paper.piles.join([form.id, loose], key));
    expect(joined.pages).toBe(form.pages + 1);
    expect(await as(() => paper.piles.join([form.id, loose], key))).toEqual(joined);
    expect(await rowsOf('select 1 from file where id = any($1)', [[form.id, loose]])).toEqual([]);
    expect(await refusal(as(() => paper.piles.join([joined.id, loose], randomUUID())))).toEqual({ code: 'NOT_FOUND' });
    expect((await sharp(await as(() => paper.scans.picture(joined.id))).metadata()).format).toBe('jpeg');
    await as(() => paper.intake.record({ entries: [{ number: amsel.number, ticks: [], signatures: [], signedOn: null, scanId: joined.id }], idempotencyKey: randomUUID() }));
    expect(await refusal(as(() => paper.piles.join([joined.id, pages.at(-1)!.scanId!], randomUUID())))).toEqual({ code: 'NOT_FOUND' });
    const elsewhere = await aUser(test, (await aRegion(test)).id);
    expect(await refusal(as(() => paper.scans.picture(joined.id), elsewhere))).toEqual({ code: 'NOT_FOUND' });
    const again = await divide([{ name: 'noch-einmal.jpg', content: amsel.pages[0]! }]);
    expect(again).toMatchObject({ forms: [], pages: [{ fate: 'RETURNED', number: amsel.number, scanId: null }] });
  });

  it('keeps nothing of a form of elsewhere, and counts once when it is sent twice', async () => {
    const [, , dorn] = printed as [unknown, unknown, typeof printed[0]];
    const elsewhere = await aUser(test, (await aRegion(test)).id);
    const content = await pileOf(dorn.pages.map((picture) => ({ picture })));
    expect(await divide([{ name: 'stapel.pdf', content }], { actor: elsewhere })).toMatchObject({ forms: [], pages: dorn.pages.map(() => ({ fate: 'UNKNOWN', scanId: null })) });
    const key = randomUUID();
    const first = await divide([{ name: 'stapel.pdf', content }], { key });
    const before = await filesNow();
    expect(await divide([{ name: 'stapel.pdf', content }], { key })).toEqual(first);
    expect(await filesNow()).toBe(before);
    expect(await refusal(divide([{ name: 'stapel.pdf', content: await pileOf([{ picture: null }]) }], { key }))).toEqual({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('lets no other child’s picture travel with a page, however the file shares them', async () => {
    const [, buche, dorn] = printed as [unknown, typeof printed[0], typeof printed[0]];
    const made = await PDFDocument.create();
    const images = await Promise.all([buche.pages[0]!, dorn.pages[0]!].map((picture) => made.embedJpg(picture)));
    const pages = images.map((image) => {
      const page = made.addPage([595, 842]);
      page.drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
      return page;
    });
    // One list of pictures for all pages, as some scanners write it.
    const shared = made.context.obj({});
    for (const [at, image] of images.entries()) {
      const name = PDFName.of(`Im${at}`);
      shared.set(name, image.ref);
      pages[at]!.node.set(PDFName.of('Contents'), made.context.register(made.context.flateStream(`q 595 0 0 842 0 0 cm /Im${at} Do Q`)));
    }
    for (const { node } of pages) node.set(PDFName.of('Resources'), made.context.obj({ XObject: shared }));
    const { forms } = await divide([{ name: 'stapel.pdf', content: Buffer.from(await made.save()) }]);
    expect(forms.map(({ number }) => number)).toEqual([buche.number, dorn.number]);
    for (const [at, { scan }] of forms.entries()) {
      const content = await stored(scan.id);
      expect([buche.pages[0]!, dorn.pages[0]!].map((picture) => content.includes(picture))).toEqual([false, false]);
      expect((await divide([{ name: 'wieder.pdf', content }])).pages).toMatchObject([{ fate: 'BY_CODE', number: forms[at]!.number }]);
    }
  });
});

describe('a pile that cannot be taken', () => {
  it('is refused by file and page, whatever is wrong with it, and nothing is stored', async () => {
    const before = await filesNow();
    const good = { name: 'gut.jpg', content: await note() };
    const small = await pileOf([{ picture: await note() }]);
    const locked = Buffer.from((await withTrailer(small)).replace('/Root', '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) >> /Root'), 'latin1');
    const cases: [string, Buffer, object][] = [
      ['zettel.pdf', Buffer.from('<script>alert(1)</script>'), { code: 'FILE_TYPE_REFUSED', file: 2 }],
      ['zettel.pdf', await note(), { code: 'FILE_TYPE_REFUSED', file: 2 }],
      ['zettel.jpg', small, { code: 'FILE_TYPE_REFUSED', file: 2 }],
      ['zettel.svg', small, { code: 'FILE_TYPE_REFUSED', file: 2 }],
      ['zettel.pdf', Buffer.alloc(0), { code: 'SCAN_BROKEN', file: 2 }],
      ['zettel.pdf', Buffer.from('%PDF-1.7\nabgebrochen'), { code: 'SCAN_BROKEN', file: 2 }],
      ['zettel.pdf', small.subarray(0, small.length / 2), { code: 'SCAN_BROKEN', file: 2 }],
      ['zettel.jpg', (await note()).subarray(0, 400), { code: 'SCAN_PAGE_UNREADABLE', file: 2, page: 1 }],
      ['zettel.pdf', locked, { code: 'SCAN_ENCRYPTED', file: 2 }],
      ['zettel.pdf', await drawn((page) => page.setSize(20_000, 20_000)), { code: 'SCAN_PAGE_UNREADABLE', file: 2, page: 2 }],
      ['zettel.pdf', await withHugePicture(), { code: 'SCAN_PAGE_UNREADABLE', file: 2, page: 2 }],
      ['zettel.pdf', await ofPages(pileLimits.pages), { code: 'SCAN_TOO_MANY_PAGES', limit: pileLimits.pages }],
      ['zettel.pdf', await withPages(11), { code: 'FILE_TOO_LARGE', file: 2, page: 1 }],
    ];
    for (const [name, content, expected] of cases) expect(await refusal(divide([good, { name, content }]))).toMatchObject(expected);
    expect(await filesNow()).toBe(before);
  });

  it('takes neither endless time nor memory of a bomb: what swells beyond measure is ended', async () => {
    const made = await PDFDocument.create();
    made.addPage();
    const bytes = Buffer.from(await made.save({ useObjectStreams: false })).toString('latin1');
    const bomb = deflateSync(deflateSync(Buffer.alloc(400 * 1024 * 1024)));
    const stream = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] /Length ${bomb.length} >>\nstream\n${bomb.toString('latin1')}\nendstream\nendobj\n`;
    const before = await filesNow();
    expect(await refusal(divide([{ name: 'bombe.pdf', content: Buffer.from(bytes.replace('1 0 obj', `${stream}1 0 obj`), 'latin1') }]))).toEqual({ code: 'SCAN_BROKEN', file: 1 });
    expect(await filesNow()).toBe(before);
  });
});

const withTrailer = async (content: Buffer): Promise<string> => Buffer.from(await (await PDFDocument.load(content)).save({ useObjectStreams: false })).toString('latin1');

/** Two pages, the second one drawn by the test. */
async function drawn(draw: (page: ReturnType<PDFDocument['addPage']>) => void): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage().drawRectangle({ x: 90, y: 90, width: 300, height: 300, color: rgb(0, 0, 0), rotate: degrees(10) });
  draw(made.addPage());
  return Buffer.from(await made.save());
}

/** The second page says that its picture has 100,000 x 100,000 pixels. */
const withHugePicture = () => drawn((page) => {
  const picture = page.doc.context.register(page.doc.context.flateStream('', { Type: 'XObject', Subtype: 'Image', Width: PDFNumber.of(100_000), Height: PDFNumber.of(100_000), ColorSpace: 'DeviceGray', BitsPerComponent: 1 }));
  page.node.setXObject(PDFName.of('Im1'), picture);
});

async function ofPages(count: number): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (let page = 0; page < count; page++) made.addPage();
  return Buffer.from(await made.save());
}

/** A page without a code, of so many MB. */
async function withPages(megabytes: number): Promise<Buffer> {
  const made = await PDFDocument.create();
  made.addPage().drawText('Anlage', { x: 90, y: 500 });
  return Buffer.concat([Buffer.from(await made.save()), Buffer.alloc(megabytes * 1024 * 1024, '\n')]);
}
