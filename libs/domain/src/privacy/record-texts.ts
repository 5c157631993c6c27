import type { LegalBasis } from '../consent';
import type { Locale } from '../kernel';
import type { DataCategory, ProcessingPurpose } from './processing-purposes';
import type { HeldClass, Measure, Rest } from './processing-record';
import type { RetentionAction, RetentionStart, RetentionTerm, RetentionUnit } from './retention';
import type { RetentionClass } from './retention-classes';
import type { RequestSubject } from './subject-requests';

/** Words of the record of processing and of the data map, for documents and screens. */
export interface RecordTexts {
  purpose: Record<ProcessingPurpose, string>;
  basis: Record<LegalBasis, string>;
  subject: Record<RequestSubject, string>;
  category: Record<DataCategory, string>;
  dataClass: Record<HeldClass, string>;
  rest: Record<Rest, string>;
  /** By the words of a notice. */
  recipient: Readonly<Record<string, string>>;
  retention: Record<RetentionClass, string>;
  action: Record<RetentionAction, string>;
  start: Record<RetentionStart, string>;
  unit: Record<RetentionUnit, [one: string, many: string]>;
  measure: Record<Measure, string>;
}

export const recordTexts: Record<Locale, RecordTexts> = {
  de: {
    purpose: {
      MATCHING: 'Vermittlung in MINT-Angebote', SHARE_WITH_COMPANY: 'Weitergabe an den Betrieb', NEEDS_PROCESS: 'Unterstützungsbedarf', NEEDS_SHARE_COMPANY: 'Unterstützungsbedarf dem Betrieb nennen', PHOTO_INTERNAL: 'Fotos für die Dokumentation',
      PHOTO_PUBLICATION: 'Veröffentlichung von Fotos', EVALUATION_FOLLOWUP: 'Spätere Befragung', PLACEMENT_COMPULSORY: 'Pflichtpraktikum', ESF_INDICATORS: 'ESF-Indikatoren', TAKING_PART: 'Teilnahme an Angeboten', CONTACT: 'Kontakt mit Partnern und Sorgeberechtigten',
      ACCOUNT: 'Konten und Sicherheit', ACCOUNTABILITY: 'Rechenschaft und Nachweise',
    },
    basis: { CONSENT: 'Einwilligung', EXPLICIT_CONSENT: 'Ausdrückliche Einwilligung', CONTRACT: 'Vertrag', LEGAL_OBLIGATION: 'Rechtliche Pflicht', PUBLIC_TASK: 'Öffentliche Aufgabe', LEGITIMATE_INTEREST: 'Berechtigtes Interesse' },
    subject: { PUPIL: 'Schüler:innen', GUARDIAN: 'Sorgeberechtigte', CONTACT: 'Ansprechpersonen', USER: 'Nutzer:innen' },
    category: {
      NAME: 'Name', BIRTH_DATE: 'Geburtsdatum', ADDRESS: 'Kontaktdaten', SCHOOL: 'Schule und Klasse', FUNCTION: 'Funktion', LANGUAGE: 'Sprache', INTERESTS: 'Interessen', WISHES: 'Wünsche', NEEDS: 'Unterstützungsbedarf', CUSTODY: 'Sorgerecht',
      CONSENT: 'Einwilligungen', PARTICIPATION: 'Teilnahme', ALLOCATION: 'Vergabe', NOTES: 'Notizen', CORRESPONDENCE: 'Schriftverkehr', PICTURE: 'Bilder', DOCUMENT: 'Dokumente', ANSWERS: 'Antworten', VETTING: 'Führungszeugnis', INDICATORS: 'Indikatoren',
      REQUEST: 'Anliegen und Aufgaben', ACCOUNT: 'Konto', CREDENTIALS: 'Zugangsdaten', ACTIVITY_LOG: 'Protokoll',
    },
    dataClass: { C2: 'Beruflich', C3: 'Minderjährige und Privates', C4: 'Besonders geschützt', C5: 'Geheim' },
    rest: { PLAIN: 'im Klartext', PERSON_KEY: 'mit Schlüssel der Person', NEEDS_KEY: 'mit eigenem Schlüssel je Person', FILE_KEY: 'mit Schlüssel der Datei', MASTER_KEY: 'mit Hauptschlüssel', HASH: 'als Prüfwert' },
    recipient: { coordinationOffice: 'Koordinierungsstelle', host: 'Betrieb', school: 'Schule', public: 'Öffentlichkeit', evaluation: 'Evaluation', fund: 'Regionalfonds', authority: 'Aufsichtsbehörde' },
    retention: {
      'R-PUPIL': 'Schüler:innen und Familien', 'R-PROFILE': 'Interessen und Vermittlung', 'R-NEEDS': 'Unterstützungsbedarf', 'R-REG': 'Plätze und Anwesenheit', 'R-CONSENT': 'Einwilligungen', 'R-PHOTO': 'Fotos', 'R-EVAL': 'Antworten', 'R-VET': 'Führungszeugnisse',
      'R-STAFF': 'Ansprechpersonen', 'R-ACC': 'Konten', 'R-ORG': 'Organisationen', 'R-OFFER': 'Angebote und Termine', 'R-ESF-DOC': 'ESF-Nachweise', 'R-ESF': 'ESF-Indikatoren', 'R-AUDIT': 'Protokoll', 'R-LOG': 'Technik', 'R-MAIL': 'E-Mails', 'R-EXPORT': 'Dateien zum Abholen',
      'R-STAT': 'Statistik', CONFIG: 'Einstellungen der Region',
    },
    action: { DELETE: 'löschen', ERASE: 'Person löschen', ANONYMISE: 'anonymisieren', PSEUDONYMISE: 'pseudonymisieren', CUT: 'die ältesten Einträge löschen', CLOSE: 'Ansicht schließen', RELEASE: 'löschen nach Freigabe durch zwei Personen', ARCHIVE: 'ohne Personen ablegen', KEEP: 'bleibt, da ohne Personenbezug' },
    start: { EVENT: 'nach dem Ereignis', SCHOOL_YEAR_END: 'nach Ende des Schuljahres', YEAR_END: 'nach Ende des Kalenderjahres' },
    unit: { DAYS: ['Tag', 'Tage'], MONTHS: ['Monat', 'Monate'], YEARS: ['Jahr', 'Jahre'] },
    measure: {
      PERSON_KEYS: 'Namen, Geburtsdaten und Kontaktdaten von Schüler:innen und Sorgeberechtigten liegen verschlüsselt (AES-256-GCM), mit einem Schlüssel je Person und einem weiteren für den Unterstützungsbedarf; wer ihn vernichtet, macht die Daten auch in Sicherungen unlesbar.',
      FILE_KEYS: 'Jede Datei ist mit einem eigenen Schlüssel verschlüsselt; Art und Größe werden am Inhalt geprüft.',
      KEY_CHANGE: 'Der Hauptschlüssel steht nicht in der Datenbank und lässt sich im laufenden Betrieb wechseln; schwache oder doppelte Schlüssel verhindern den Start.',
      BLIND_INDEX: 'Gesucht wird über Prüfwerte mit eigenem Schlüssel je Region und Feld, nicht über Klartext.',
      PSEUDONYMS: 'Vergabe, Auswertung und Berichte arbeiten mit Pseudonymen.',
      ROW_SECURITY: 'Die Datenbank trennt die Regionen und Rollen selbst (Zeilenschutz); die Anwendung kann ihn nicht umgehen.',
      ROLES: 'Jede Rolle darf nur, was eine Tabelle erlaubt; nur die Koordinierungsstelle darf Personen benennen.',
      SECOND_FACTOR: 'Anmeldung mit zweitem Faktor, vor schwerwiegenden Schritten noch einmal; Rateversuche werden gebremst.',
      CONSENT_GATE: 'Vor jeder Nutzung fragt dieselbe Prüfung in derselben Transaktion nach der Einwilligung; ein Widerruf wirkt sofort.',
      AUDIT_CHAIN: 'Lesen und Ändern geschützter Daten steht in einem verketteten Protokoll, das stündlich außerhalb der Datenbank verankert wird.',
      FOUR_EYES: 'Texte, Rechtsgrundlagen, Löschfristen und Löschungen gibt eine zweite Person frei.',
      RETENTION: 'Jede Tabelle hat eine Löschklasse; ein nächtlicher Lauf vollzieht die Fristen und berichtet darüber.',
      ERASURE_LEDGER: 'Löschungen stehen in einem Verzeichnis außerhalb der Sicherung und werden nach einer Wiederherstellung erneut vollzogen.',
      TRANSACTIONS: 'Was bestätigt ist, übersteht Stromausfall und Absturz; halbe Änderungen gibt es nicht.',
    },
  },
  en: {
    purpose: {
      MATCHING: 'Matching with STEM activities', SHARE_WITH_COMPANY: 'Sharing with the host', NEEDS_PROCESS: 'Support needs', NEEDS_SHARE_COMPANY: 'Telling the host about support needs', PHOTO_INTERNAL: 'Photographs for documentation',
      PHOTO_PUBLICATION: 'Publishing photographs', EVALUATION_FOLLOWUP: 'Later survey', PLACEMENT_COMPULSORY: 'Compulsory placement', ESF_INDICATORS: 'ESF indicators', TAKING_PART: 'Taking part in activities', CONTACT: 'Contact with partners and guardians',
      ACCOUNT: 'Accounts and security', ACCOUNTABILITY: 'Accountability and proof',
    },
    basis: { CONSENT: 'Consent', EXPLICIT_CONSENT: 'Explicit consent', CONTRACT: 'Contract', LEGAL_OBLIGATION: 'Legal obligation', PUBLIC_TASK: 'Public task', LEGITIMATE_INTEREST: 'Legitimate interest' },
    subject: { PUPIL: 'Pupils', GUARDIAN: 'Guardians', CONTACT: 'Contacts', USER: 'Users' },
    category: {
      NAME: 'Name', BIRTH_DATE: 'Date of birth', ADDRESS: 'Contact details', SCHOOL: 'School and class', FUNCTION: 'Function', LANGUAGE: 'Language', INTERESTS: 'Interests', WISHES: 'Wishes', NEEDS: 'Support needs', CUSTODY: 'Custody',
      CONSENT: 'Consents', PARTICIPATION: 'Participation', ALLOCATION: 'Allocation', NOTES: 'Notes', CORRESPONDENCE: 'Correspondence', PICTURE: 'Pictures', DOCUMENT: 'Documents', ANSWERS: 'Answers', VETTING: 'Vetting', INDICATORS: 'Indicators',
      REQUEST: 'Requests and tasks', ACCOUNT: 'Account', CREDENTIALS: 'Credentials', ACTIVITY_LOG: 'Activity log',
    },
    dataClass: { C2: 'At work', C3: 'Minors and private', C4: 'Specially protected', C5: 'Secret' },
    rest: { PLAIN: 'in clear', PERSON_KEY: 'under the key of the person', NEEDS_KEY: 'under a key of its own per person', FILE_KEY: 'under the key of the file', MASTER_KEY: 'under the master key', HASH: 'as a hash' },
    recipient: { coordinationOffice: 'Coordination office', host: 'Host', school: 'School', public: 'The public', evaluation: 'Evaluation', fund: 'Regional fund', authority: 'Supervisory authority' },
    retention: {
      'R-PUPIL': 'Pupils and families', 'R-PROFILE': 'Interests and matching', 'R-NEEDS': 'Support needs', 'R-REG': 'Places and attendance', 'R-CONSENT': 'Consents', 'R-PHOTO': 'Photographs', 'R-EVAL': 'Answers', 'R-VET': 'Vetting', 'R-STAFF': 'Contacts',
      'R-ACC': 'Accounts', 'R-ORG': 'Organisations', 'R-OFFER': 'Offers and occurrences', 'R-ESF-DOC': 'ESF evidence', 'R-ESF': 'ESF indicators', 'R-AUDIT': 'Audit trail', 'R-LOG': 'Technical logs', 'R-MAIL': 'Mails', 'R-EXPORT': 'Files to fetch', 'R-STAT': 'Statistics',
      CONFIG: 'Settings of the region',
    },
    action: { DELETE: 'delete', ERASE: 'erase the person', ANONYMISE: 'anonymise', PSEUDONYMISE: 'pseudonymise', CUT: 'delete the oldest entries', CLOSE: 'close the view', RELEASE: 'delete after release by two persons', ARCHIVE: 'file without persons', KEEP: 'stays, as it names no person' },
    start: { EVENT: 'after the event', SCHOOL_YEAR_END: 'after the end of the school year', YEAR_END: 'after the end of the calendar year' },
    unit: { DAYS: ['day', 'days'], MONTHS: ['month', 'months'], YEARS: ['year', 'years'] },
    measure: {
      PERSON_KEYS: 'Names, dates of birth and contact details of pupils and guardians rest encrypted (AES-256-GCM) under a key per person and another for support needs; destroying it makes the data unreadable, backups included.',
      FILE_KEYS: 'Every file is encrypted under a key of its own; type and size are checked by its content.',
      KEY_CHANGE: 'The master key is not in the database and can be changed while everything runs; weak or equal keys prevent the start.',
      BLIND_INDEX: 'Searches go over keyed hashes with a key per region and field, not over clear text.',
      PSEUDONYMS: 'Matching, evaluation and reports work on pseudonyms.',
      ROW_SECURITY: 'The database itself keeps regions and roles apart (row-level security); the application cannot pass by it.',
      ROLES: 'Each role may do only what one table allows; only the coordination office may identify people.',
      SECOND_FACTOR: 'Sign-in with a second factor, once more before grave acts; guessing is slowed down.',
      CONSENT_GATE: 'Before every use one and the same check asks for the consent in the same transaction; a withdrawal takes effect at once.',
      AUDIT_CHAIN: 'Reads and changes of protected data stand in a chained trail that is anchored hourly outside the database.',
      FOUR_EYES: 'Texts, legal bases, retention periods and erasures are released by a second person.',
      RETENTION: 'Every table has a retention class; a nightly round executes the periods and reports on them.',
      ERASURE_LEDGER: 'Erasures stand in a ledger outside the backup and are executed again after a restore.',
      TRANSACTIONS: 'What is acknowledged survives power loss and crash; there are no half changes.',
    },
  },
};

/** A period in words, e.g. "3 Monate nach Ende des Schuljahres"; "sofort" for none after an event. */
export function termText({ from, count, unit }: RetentionTerm, locale: Locale): string {
  const { start, unit: units } = recordTexts[locale];
  return count === 0 && from === 'EVENT' ? { de: 'sofort', en: 'at once' }[locale] : `${count} ${units[unit][count === 1 ? 0 : 1]} ${start[from]}`;
}
