import type { AttendanceState } from '@mintforge/domain/activities';
import type { Locale } from '@mintforge/domain/kernel';

/** Words of the attendance list in files; the console has its own. */
interface ListTexts {
  title: string;
  fileName: string;
  number: string;
  name: string;
  group: string;
  school: string;
  heads: string;
  state: string;
  note: string;
  signature: string;
  boxes: Record<'PRESENT' | 'LATE' | 'LEFT_EARLY' | 'EXCUSED', string>;
  when: string;
  where: string;
  host: string;
  expected: (heads: number) => string;
  groupOf: (name: string, heads: number) => string;
  page: (page: number, pages: number) => string;
  /** Who the list is for. */
  internal: string;
  cancelled: string;
  nobody: string;
  noPlace: string;
  states: Record<AttendanceState, string>;
}

export const listTexts: Record<Locale, ListTexts> = {
  de: {
    title: 'Teilnahmeliste', fileName: 'teilnahmeliste', number: 'Nr.', name: 'Name', group: 'Klasse', school: 'Schule', heads: 'Personen', state: 'Teilnahme', note: 'Bemerkung', signature: 'Unterschrift',
    boxes: { PRESENT: 'anwesend', LATE: 'verspätet', LEFT_EARLY: 'früher weg', EXCUSED: 'entschuldigt' },
    when: 'Zeit', where: 'Ort', host: 'Veranstalter', cancelled: 'ABGESAGT', nobody: 'Bisher ist niemand zugeteilt.', noPlace: 'noch offen',
    expected: (heads) => `${heads} ${heads === 1 ? 'Person' : 'Personen'}`,
    groupOf: (name, heads) => `${name} (${heads} Personen)`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    internal: 'nur für Schule und Koordinationsstelle',
    states: {
      EXPECTED: 'erwartet', PRESENT: 'anwesend', LATE: 'verspätet', LEFT_EARLY: 'früher gegangen', EXCUSED: 'entschuldigt', UNEXCUSED: 'unentschuldigt', WALK_IN: 'spontan dazugekommen', WITHDRAWN: 'zurückgetreten',
    },
  },
  en: {
    title: 'Attendance list', fileName: 'attendance-list', number: 'No.', name: 'Name', group: 'Class', school: 'School', heads: 'Heads', state: 'Attendance', note: 'Note', signature: 'Signature',
    boxes: { PRESENT: 'present', LATE: 'late', LEFT_EARLY: 'left early', EXCUSED: 'excused' },
    when: 'Time', where: 'Place', host: 'Host', cancelled: 'CANCELLED', nobody: 'Nobody is placed yet.', noPlace: 'not fixed yet',
    expected: (heads) => `${heads} ${heads === 1 ? 'person' : 'people'}`,
    groupOf: (name, heads) => `${name} (${heads} people)`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    internal: 'for the school and the coordination office only',
    states: {
      EXPECTED: 'expected', PRESENT: 'present', LATE: 'late', LEFT_EARLY: 'left early', EXCUSED: 'excused', UNEXCUSED: 'unexcused', WALK_IN: 'walk-in', WITHDRAWN: 'withdrawn',
    },
  },
};

/** Begin and end of an occurrence in Berlin, in words: "Mi., 10. Juni 2026, 09:00–11:00". */
export function spanInWords({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: 'Europe/Berlin', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit',
  });
  return format.formatRange(startsAt, endsAt).replaceAll(/[\u2009\u202f]/g, ' ');
}
