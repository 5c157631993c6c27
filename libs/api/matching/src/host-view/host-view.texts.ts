import type { AccessibilityProvision } from '@mintforge/domain/activities';
import type { Locale } from '@mintforge/domain/kernel';

/** Words of the day list of a host in files and on pages; the console has its own. */
export interface HostViewTexts {
  title: string;
  fileName: string;
  number: string;
  who: string;
  group: string;
  needs: string;
  when: string;
  where: string;
  host: string;
  noPlace: string;
  nobody: string;
  person: (grade: number | null) => string;
  heads: (heads: number) => string;
  age: (oldEnough: boolean) => string;
  /** On every page: for whom and when it was made, and until when it may be kept. */
  mark: (host: string, made: string, closesOn: string) => string;
  page: (page: number, pages: number) => string;
  link: { title: string; code: string; help: string; open: string; wrong: string; wait: (minutes: number) => string };
  provisions: Record<AccessibilityProvision, string>;
}

export const hostViewTexts: Record<Locale, HostViewTexts> = {
  de: {
    title: 'Tagesliste', fileName: 'tagesliste', number: 'Nr.', who: 'Wer kommt', group: 'Klasse', needs: 'Was gebraucht wird', when: 'Zeit', where: 'Ort', host: 'Veranstalter', noPlace: 'noch offen',
    nobody: 'Noch niemand ist fest angemeldet.',
    person: (grade) => (grade === null ? '1 Person' : `1 Person, Klassenstufe ${grade}`),
    heads: (heads) => `${heads} Personen`,
    age: (oldEnough) => (oldEnough ? 'Mindestalter erreicht' : 'Mindestalter NICHT erreicht'),
    mark: (host, made, closesOn) => `Nur für ${host} · erstellt ${made} · spätestens am ${closesOn} vernichten`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    link: {
      title: 'Tagesliste für den Betrieb', code: 'Code', help: 'Den Code hat Ihnen die Koordinationsstelle auf einem anderen Weg genannt.', open: 'Liste ansehen',
      wrong: 'Link oder Code stimmt nicht, oder die Liste ist nicht mehr offen. Bitte wenden Sie sich an die Koordinationsstelle.', wait: (minutes) => `Zu viele Versuche. Bitte warten Sie ${minutes} Minuten.`,
    },
    provisions: {
      STEP_FREE: 'stufenlos', LIFT: 'Aufzug', ACCESSIBLE_TOILET: 'barrierefreie Toilette', ACCESSIBLE_PARKING: 'barrierefreier Parkplatz', HEARING_LOOP: 'induktive Höranlage', SIGN_LANGUAGE: 'Gebärdensprache',
      TACTILE_GUIDANCE: 'tastbare Orientierung', LARGE_PRINT: 'große Schrift', EASY_LANGUAGE: 'Leichte Sprache', QUIET_ROOM: 'Ruheraum', SEATING: 'Sitzgelegenheit', ASSISTANT_WELCOME: 'Begleitperson', ASSISTANCE_DOG_WELCOME: 'Assistenzhund',
    },
  },
  en: {
    title: 'Day list', fileName: 'day-list', number: 'No.', who: 'Who comes', group: 'Class', needs: 'What is needed', when: 'Time', where: 'Place', host: 'Host', noPlace: 'not fixed yet',
    nobody: 'Nobody has a fixed place yet.',
    person: (grade) => (grade === null ? '1 person' : `1 person, grade ${grade}`),
    heads: (heads) => `${heads} people`,
    age: (oldEnough) => (oldEnough ? 'old enough' : 'NOT old enough'),
    mark: (host, made, closesOn) => `For ${host} only · made ${made} · to be destroyed by ${closesOn}`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    link: {
      title: 'Day list for the host', code: 'Code', help: 'The coordination office told you the code by another way.', open: 'See the list',
      wrong: 'Link or code is not right, or the list is not open any more. Please ask the coordination office.', wait: (minutes) => `Too many attempts. Please wait ${minutes} minutes.`,
    },
    provisions: {
      STEP_FREE: 'step-free', LIFT: 'lift', ACCESSIBLE_TOILET: 'accessible toilet', ACCESSIBLE_PARKING: 'accessible parking', HEARING_LOOP: 'hearing loop', SIGN_LANGUAGE: 'sign language',
      TACTILE_GUIDANCE: 'tactile guidance', LARGE_PRINT: 'large print', EASY_LANGUAGE: 'easy language', QUIET_ROOM: 'quiet room', SEATING: 'seating', ASSISTANT_WELCOME: 'assistant welcome', ASSISTANCE_DOG_WELCOME: 'assistance dog welcome',
    },
  },
};
