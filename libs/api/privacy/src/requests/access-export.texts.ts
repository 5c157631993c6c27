import type { Locale } from '@mintforge/domain/kernel';
import type { FileKind } from '@mintforge/platform';
import type { HoldBack } from './access-files';

/** Words of the copy that a person reads; tables and columns without a word of their own stand by their key. */
export interface AccessTexts {
  title: string;
  intro: string;
  controller: string;
  controllerLines: Record<'name' | 'address' | 'contact' | 'officer' | 'authority', string>;
  files: string;
  filesIntro: string;
  file: (since: string, retention: string, sha256: string) => string;
  fileKinds: Record<FileKind, string>;
  heldBack: Record<HoldBack, string>;
  recipients: string;
  noRecipients: string;
  placement: string;
  source: string;
  sources: Record<string, string>;
  purposes: string;
  purpose: (basis: string, article: string, data: string) => string;
  retention: (name: string, term: string) => string;
  log: string;
  logIntro: string;
  rights: string;
  rightsText: string;
  page: (page: number, pages: number) => string;
  made: (day: string) => string;
  withheld: Record<string, string>;
  tables: Record<string, string>;
  columns: Record<string, string>;
  values: { true: string; false: string };
}

export const accessTexts: Record<Locale, AccessTexts> = {
  de: {
    title: 'Auskunft über gespeicherte Daten', intro: 'Das ist alles, was wir über Sie gespeichert haben: wozu, an wen es gegangen ist, wie lange es bleibt und wer darauf zugegriffen hat (Art. 15 und 20 DSGVO). Angaben über andere Menschen sind ausgelassen.',
    controller: 'Verantwortlich', controllerLines: { name: 'Stelle', address: 'Anschrift', contact: 'Kontakt', officer: 'Datenschutzbeauftragte:r', authority: 'Aufsichtsbehörde' },
    files: 'Dateien', filesIntro: 'Diese Dateien gibt es über Sie. Sie liegen der Kopie mit Dateien bei; was auch andere zeigt, sehen wir uns vorher an.', file: (since, retention, sha256) => `Seit ${since}, aufbewahrt als: ${retention}. Prüfwert (SHA-256): ${sha256}`,
    fileKinds: { IMPORT: 'Liste', SCAN: 'Formular', MEDIA: 'Bild', EXPORT: 'Datei', EVIDENCE: 'Nachweis' }, heldBack: { SHOWS_OTHERS: 'Nicht beigelegt: zeigt auch andere. Fragen Sie uns danach.', TOO_LARGE: 'Nicht beigelegt: zu groß für diese Kopie. Fragen Sie uns danach.' },
    recipients: 'Wer Daten bekommen hat oder bekommt', noRecipients: 'Niemand außerhalb der Koordinierungsstelle.', placement: 'Betrieb oder Einrichtung mit einem Platz für Sie',
    source: 'Woher die Daten kommen', sources: { 'classlists.importClassList': 'Klassenliste der Schule', 'pupils.createPupil': 'eingetragen durch die Koordinierungsstelle', unknown: 'nicht mehr feststellbar: Das Protokoll reicht nicht so weit zurück' },
    purposes: 'Wozu und auf welcher Grundlage', purpose: (basis, article, data) => `${basis} (${article}); Daten: ${data}`,
    retention: (name, term) => `Aufbewahrung: ${name}${term}`,
    log: 'Wer auf die Daten zugegriffen hat', logIntro: 'Zeit (UTC), Rolle und Vorgang. Namen von Beschäftigten nennen wir nicht.',
    rights: 'Ihre Rechte', rightsText: 'Sie können verlangen, dass Daten berichtigt, gelöscht oder eingeschränkt werden, können der Verarbeitung widersprechen und sich bei der Aufsichtsbehörde beschweren. Eine Einwilligung können Sie jederzeit zurücknehmen.',
    page: (page, pages) => `Seite ${page} von ${pages}`, made: (day) => `Stand ${day}`,
    withheld: { '[OTHER_PERSON]': '(Angabe über eine andere Person)', '[CREDENTIAL]': '(Zugangsdaten, nicht im Klartext gespeichert)', '[FILE]': '(Datei; siehe Dateien)', '[UNREADABLE]': '(nicht mehr lesbar)' },
    tables: {
      pupil: 'Stammdaten', pupil_contact: 'Kontakt', guardian: 'Sorgeberechtigte', guardianship: 'Sorgerecht: wer unterschreibt', participant: 'Teilnahme an Vergaberunden', wish: 'Wünsche', pin: 'Festlegungen der Koordinierungsstelle', placement: 'Plätze', attendance: 'Anwesenheit',
      run_result: 'Ergebnisse von Vergaberunden', run_place: 'Vorgeschlagene Plätze', mentor_rank: 'Reihenfolge im Mentoring', consent_decision: 'Einwilligungen: was entschieden wurde', consent_receipt: 'Einwilligungen: unterschriebene Belege', consent_link: 'Einwilligungen: verschickte Links',
      consent_approach: 'Einwilligungen: wie wir gefragt haben', custody: 'Sorgerecht', subject_request: 'Ihre Anfragen zum Datenschutz', use_limit: 'Einschränkungen', erasure: 'Löschungen', mail: 'E-Mails', office_task: 'Aufgaben der Koordinierungsstelle', shared_need: 'Freigegebene Bedarfe',
      contact: 'Kontaktdaten', contact_event: 'Gespräche und Notizen', legal_hold: 'Löschstopps', app_user: 'Zugang', membership: 'Rollen', session: 'Anmeldungen',
    },
    columns: {
      first_name: 'Vorname', last_name: 'Nachname', name: 'Name', birth_date: 'Geburtsdatum', stated_wishes: 'Wünsche laut Klassenliste', provisions: 'Benötigte Vorkehrungen', interests: 'Interessen', pseudonym: 'Pseudonym', grade: 'Klassenstufe', left_on: 'Abgang',
      email: 'E-Mail', phone: 'Telefon', function: 'Funktion', language: 'Sprache', organisation: 'Schule oder Einrichtung', group: 'Klasse', occurrence: 'Termin', round: 'Vergaberunde', purpose: 'Zweck', rank: 'Rang', state: 'Stand', note: 'Notiz', act: 'Vorgang', signer: 'Wer', decided_at: 'Entschieden am',
      channel: 'Weg', assurance: 'Nachweis', valid_until: 'Gültig bis', document: 'Beleg', kind: 'Art', created_at: 'Angelegt', updated_at: 'Geändert', erased_on: 'Gelöscht am', withdrawn_reason: 'Grund des Rückzugs', source: 'Herkunft',
    },
    values: { true: 'ja', false: 'nein' },
  },
  en: {
    title: 'Access to stored data', intro: 'This is everything we hold about you: what for, who received it, how long it stays and who looked at it (Art. 15 and 20 GDPR). What concerns other people is left out.',
    controller: 'Responsible', controllerLines: { name: 'Body', address: 'Address', contact: 'Contact', officer: 'Data protection officer', authority: 'Authority' },
    files: 'Files', filesIntro: 'These files are about you. They lie in the copy with files; whatever shows others as well we look at before.', file: (since, retention, sha256) => `Since ${since}, kept as: ${retention}. Check value (SHA-256): ${sha256}`,
    fileKinds: { IMPORT: 'List', SCAN: 'Form', MEDIA: 'Picture', EXPORT: 'File', EVIDENCE: 'Evidence' }, heldBack: { SHOWS_OTHERS: 'Not enclosed: shows others as well. Ask us for it.', TOO_LARGE: 'Not enclosed: too large for this copy. Ask us for it.' },
    recipients: 'Who received or receives data', noRecipients: 'Nobody outside the coordination office.', placement: 'Company or institution with a seat for you',
    source: 'Where the data come from', sources: { 'classlists.importClassList': 'class list of the school', 'pupils.createPupil': 'entered by the coordination office', unknown: 'no longer known: the log does not reach back that far' },
    purposes: 'What for and on what basis', purpose: (basis, article, data) => `${basis} (${article}); data: ${data}`,
    retention: (name, term) => `Kept: ${name}${term}`,
    log: 'Who looked at the data', logIntro: 'Time (UTC), role and act. We do not name members of staff.',
    rights: 'Your rights', rightsText: 'You may ask for data to be corrected, erased or restricted, may object to their use, and may complain to the authority. You may take a consent back at any time.',
    page: (page, pages) => `Page ${page} of ${pages}`, made: (day) => `As of ${day}`,
    withheld: { '[OTHER_PERSON]': '(about another person)', '[CREDENTIAL]': '(credential, not stored in clear)', '[FILE]': '(file; see files)', '[UNREADABLE]': '(no longer readable)' },
    tables: {
      pupil: 'Master data', pupil_contact: 'Contact', guardian: 'Guardians', guardianship: 'Custody: who signs', participant: 'Rounds taken part in', wish: 'Wishes', pin: 'Settings by the coordination office', placement: 'Placements', attendance: 'Attendance',
      run_result: 'Results of rounds', run_place: 'Proposed places', mentor_rank: 'Order in mentoring', consent_decision: 'Consents: what was decided', consent_receipt: 'Consents: signed receipts', consent_link: 'Consents: links sent',
      consent_approach: 'Consents: how we asked', custody: 'Custody', subject_request: 'Your privacy requests', use_limit: 'Limits of use', erasure: 'Erasures', mail: 'Mails', office_task: 'Tasks of the coordination office', shared_need: 'Needs released',
      contact: 'Contact data', contact_event: 'Conversations and notes', legal_hold: 'Legal holds', app_user: 'Account', membership: 'Roles', session: 'Sign-ins',
    },
    columns: {
      first_name: 'First name', last_name: 'Last name', name: 'Name', birth_date: 'Date of birth', stated_wishes: 'Wishes of the class list', provisions: 'Provisions needed', interests: 'Interests', pseudonym: 'Pseudonym', grade: 'Grade', left_on: 'Left on',
      email: 'E-mail', phone: 'Phone', function: 'Function', language: 'Language', organisation: 'School or institution', group: 'Class', occurrence: 'Date', round: 'Round', purpose: 'Purpose', rank: 'Rank', state: 'State', note: 'Note', act: 'Act', signer: 'Who', decided_at: 'Decided at',
      channel: 'Way', assurance: 'Proof', valid_until: 'Valid until', document: 'Receipt', kind: 'Kind', created_at: 'Created', updated_at: 'Changed', erased_on: 'Erased on', withdrawn_reason: 'Reason of withdrawal', source: 'Origin',
    },
    values: { true: 'yes', false: 'no' },
  },
};
