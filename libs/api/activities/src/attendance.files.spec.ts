import { inflateSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';
import type { Occurrence } from './activities.entities';
import type { Attendance, AttendanceSheet } from './attendance.entities';
import { attendancePdf } from './attendance.pdf';
import { attendanceCsv, attendanceXlsx } from './attendance.tables';
import { printable } from './printable';

const occurrence = {
  id: 'o', activityTitle: 'Schiffe für übermorgen', startsAt: new Date('2026-06-10T07:00:00Z'), endsAt: new Date('2026-06-10T09:30:00Z'), place: 'Halle 3', siteAddress: 'Werftstraße 1, 18057 Rostock', organisationName: 'Werft „Nord“ & Söhne', state: 'PLANNED',
} as Occurrence;
const row = (given: Partial<Attendance> = {}): Attendance =>
  ({ id: 'r', pupilId: 'p', groupId: null, headCount: 1, state: 'EXPECTED', note: '', firstName: 'Jörg', lastName: 'Größe', pseudonym: 'Möwe 7', groupName: '8a', grade: 8, schoolName: 'Schule am Hafen', ...given }) as Attendance;
const sheet = (rows: Attendance[], given: Partial<Occurrence> = {}): AttendanceSheet => ({ occurrence: { ...occurrence, ...given } as Occurrence, rows, counts: [] });

/** What stands on the pages of a document made with the built-in fonts, a string per page. */
function pagesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return [];
    }
  });
  const shown = (stream: string) =>
    [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, parts]) => [...parts!.matchAll(/<([\da-f]*)>/g)].map(([, hex]) => new TextDecoder('windows-1252').decode(Buffer.from(hex!, 'hex'))).join('')).join('\n');
  return streams.filter((stream) => stream.includes(' TJ')).map(shown);
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
    const [page] = pagesOf(await attendancePdf(sheet([row(), row({ lastName: 'Łukaszewicz', firstName: 'Zoë' })]), 'de'));
    expect(page).toContain('Schiffe für übermorgen');
    expect(page).toContain('Mi., 10. Juni 2026, 09:00–11:30');
    expect(page).toContain('Halle 3, Werftstraße 1, 18057 Rostock');
    expect(page).toContain('Werft „Nord“ & Söhne');
    expect(page).toContain('Größe, Jörg');
    expect(page).toContain('Lukaszewicz, Zoë');
    expect(page).toContain('Seite 1 von 1');
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

describe('printed letters', () => {
  it('keep what the built-in fonts can show and bring the rest as near as they can', () => {
    expect(printable('Ärger, Straße, Zoë, Šimon „x“ – é')).toBe('Ärger, Straße, Zoë, Šimon „x“ – é');
    expect(printable('Łukasz Wiśniewski, Yağız, Đorđe')).toBe('Lukasz Wisniewski, Yagiz, Dorde');
    expect(printable('Йо')).toBe('??');
  });
});
