import { inflateSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import type { Occurrence } from '../activities.entities';
import type { Attendance, AttendanceSheet } from './attendance.entities';
import { attendancePdf } from './attendance.pdf';
import { attendanceCsv, attendanceXlsx } from './attendance.tables';

const occurrence = {
  id: 'o', activityTitle: 'Schiffe für übermorgen', startsAt: new Date('2026-06-10T07:00:00Z'), endsAt: new Date('2026-06-10T09:30:00Z'), place: 'Halle 3', siteAddress: 'Werftstraße 1, 18057 Rostock', organisationName: 'Werft „Nord“ & Söhne', state: 'PLANNED',
} as Occurrence;
const row = (given: Partial<Attendance> = {}): Attendance =>
  ({ id: 'r', pupilId: 'p', groupId: null, headCount: 1, state: 'EXPECTED', note: '', firstName: 'Jörg', lastName: 'Größe', pseudonym: 'Möwe 7', groupName: '8a', grade: 8, schoolName: 'Schule am Hafen', ...given }) as Attendance;
const sheet = (rows: Attendance[], given: Partial<Occurrence> = {}): AttendanceSheet => ({ occurrence: { ...occurrence, ...given } as Occurrence, rows, counts: [] });

/** The objects of a document by number: their dictionary, and their stream where they have one. */
function objectsOf(pdf: Buffer): Map<string, { dictionary: string; stream: string }> {
  const found = pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm);
  return new Map([...found].map(([, number, body]) => {
    const [dictionary = '', kept = ''] = body!.split(/\nstream\n|\nendstream/);
    return [number!, { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(Buffer.from(kept, 'latin1')).toString('latin1') : kept }];
  }));
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The letters behind the glyphs of a font, as its own table tells readers who search, copy or read aloud. */
const lettersOf = (table: string): string[] => [...table.matchAll(/\[((?:<[\da-f ]*>\s*)*)\]/g)].flatMap(([, line]) => [...line!.matchAll(/<([\da-f ]*)>/g)].map(([, hex]) => utf16(hex!.replaceAll(' ', ''))));

/** What a reader finds on the pages of a document, a string per page. */
function pagesOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const referred = (dictionary: string, key: string) => objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? '');
  const resources = [...objects.values()].filter(({ dictionary }) => dictionary.includes('/Font <<')).map(({ dictionary }) => dictionary).join('\n');
  const letters = (font: string) => lettersOf(referred(referred(resources, font)!.dictionary, 'ToUnicode')!.stream);
  const fonts = new Map([...new Set([...resources.matchAll(/\/(F\d+) \d+ 0 R/g)].map(([, font]) => font!))].map((font) => [font, letters(font)]));
  const shown = (stream: string) =>
    [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)].reduce<{ font: string[]; lines: string[] }>(({ font, lines }, [, name, parts]) => {
      if (name) return { font: fonts.get(name)!, lines };
      const glyphs = [...parts!.matchAll(/<([\da-f]*)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []);
      return { font, lines: [...lines, glyphs.map((glyph) => font[Number.parseInt(glyph, 16)]).join('')] };
    }, { font: [], lines: [] }).lines.join('\n');
  return [...objects.values()].filter(({ stream }) => stream.includes(' TJ')).map(({ stream }) => shown(stream));
}

describe('the attendance list as CSV', () => {
  it('opens in a spreadsheet with umlauts and without computing anything', () => {
    const text = attendanceCsv(sheet([row({ lastName: '=HYPERLINK("http://evil")', firstName: null }), row({ note: '+49 kommt später; "sicher"' })]), 'de').toString();
    expect(text.split('\r\n')).toEqual([
      '\ufeffNr.;Name;Klasse;Schule;Personen;Teilnahme;Bemerkung',
      `1;"'=HYPERLINK(""http://evil"")";8a;Schule am Hafen;1;erwartet;`,
      `2;Größe, Jörg;8a;Schule am Hafen;1;erwartet;"'+49 kommt später; ""sicher"""`,
      '',
    ]);
  });

  it('speaks English to who asks in English', () => {
    expect(attendanceCsv(sheet([row({ state: 'LEFT_EARLY' })]), 'en').toString()).toContain('1;Größe, Jörg;8a;Schule am Hafen;1;left early;');
  });
});

describe('the attendance list as XLSX', () => {
  it('holds text alone, formulas too', async () => {
    const [{ data }] = (await readXlsxFile(await attendanceXlsx(sheet([row({ lastName: '=1+1', firstName: null, headCount: 1 })]), 'de'))) as unknown as [{ data: unknown[][] }];
    expect(data.at(-1)).toEqual(['1', '=1+1', '8a', 'Schule am Hafen', '1', 'erwartet', null]);
    expect(data[0]![0]).toBe('Schiffe für übermorgen');
  });
});

describe('the attendance list as PDF', () => {
  it('names activity, time in Berlin, place and host, and everybody expected, umlauts included', async () => {
    const [page] = pagesOf(await attendancePdf(sheet([row(), row({ lastName: 'Šimon', firstName: 'Zoë' })]), 'de'));
    expect(page).toContain('Schiffe für übermorgen');
    expect(page).toContain('Mi., 10. Juni 2026, 09:00–11:30');
    expect(page).toContain('Halle 3, Werftstraße 1, 18057 Rostock');
    expect(page).toContain('Werft „Nord“ & Söhne');
    expect(page).toContain('Größe, Jörg');
    expect(page).toContain('Šimon, Zoë');
    expect(page).toContain('Seite 1 von 1');
    expect(page).toContain('nur für Schule und Koordinationsstelle');
  });

  it('spells every European name with all its letters', async () => {
    const names = ['Wiśniewski, Łukasz', 'Yıldız, Yağız', 'Đorđević, Đorđe', 'Nguyễn, Thảo', 'Őrsi, Gergő', 'Þórsdóttir, Sæunn', 'Київ, Йосип', 'Παπαδόπουλος, Ειρήνη', 'Қасым, Әлия', 'Groß-Çelik, Œuvré'];
    const rows = names.map((name) => row({ lastName: name.split(', ')[0], firstName: name.split(', ')[1] }));
    const [page] = pagesOf(await attendancePdf(sheet(rows, { activityTitle: 'Łódź baut Brücken – Мости' }), 'de'));
    for (const name of names) expect(page!.split('\n')).toContain(name);
    expect(page).toContain('Łódź baut Brücken – Мости');
    expect(page).not.toContain('\0');
  });

  it('embeds no more of a font than its letters, and no font is missing', async () => {
    const pdf = await attendancePdf(sheet([row()]), 'de');
    expect(pdf.length).toBeLessThan(50_000);
    const fonts = [...objectsOf(pdf).values()].map(({ dictionary }) => dictionary).filter((dictionary) => dictionary.includes('/Type /FontDescriptor'));
    expect(fonts.map((dictionary) => dictionary.includes('/FontFile2'))).toEqual([true, true]);
  });

  it('leaves out who withdrew and counts a group by its heads', async () => {
    const [page] = pagesOf(await attendancePdf(sheet([row({ lastName: 'Abgemeldet', state: 'WITHDRAWN' }), row({ pupilId: null, groupId: 'g', headCount: 24, firstName: null, lastName: null, pseudonym: null })]), 'de'));
    expect(page).not.toContain('Abgemeldet');
    expect(page).toContain('8a (24 Personen)');
    expect(page).toContain('24 Personen');
  });

  it('numbers sixty names over pages, each once, with the header on every page', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => row({ lastName: `Nachname${String(index + 1).padStart(2, '0')}`, firstName: 'Vorname' }));
    const pages = pagesOf(await attendancePdf(sheet(rows), 'en'));
    const lines = pages.join('\n').split('\n');
    for (let number = 1; number <= 60; number++) expect(lines.filter((line) => line === `Nachname${String(number).padStart(2, '0')}, Vorname`)).toHaveLength(1);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Signature');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    }
  });

  it('carries a structure for readers aloud, its language and its title', async () => {
    const text = (await attendancePdf(sheet([row()]), 'de')).toString('latin1');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (de-DE)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  it('says so when nobody is placed yet, and when it is called off', async () => {
    const [page] = pagesOf(await attendancePdf(sheet([], { state: 'CANCELLED', place: '', siteAddress: null }), 'de'));
    expect(page).toContain('Bisher ist niemand zugeteilt.');
    expect(page).toContain('ABGESAGT');
    expect(page).toContain('noch offen');
  });
});
