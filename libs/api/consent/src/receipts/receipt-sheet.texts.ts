import type { Answer, Assurance, Channel, ConsentState, LegalBasis, Signer } from '@mintforge/domain/consent';
import type { Locale } from '@mintforge/domain/kernel';

/** Words of the printable receipt. */
interface ReceiptTexts {
  title: string;
  page: (page: number, pages: number) => string;
  headings: Record<'decision' | 'about' | 'responsible' | 'rights' | 'proof', string>;
  label: Record<'pseudonym' | 'answer' | 'signer' | 'when' | 'channel' | 'assurance' | 'standing' | 'until' | 'scan' | 'purpose' | 'basis' | 'text' | 'data' | 'recipients' | 'name' | 'address' | 'contact' | 'officer' | 'authority' | 'number' | 'previous' | 'issued' | 'key' | 'signature', string>;
  answer: Record<Answer, string>;
  signer: Record<Signer, string>;
  channel: Record<Channel, string>;
  assurance: Record<Assurance, string>;
  standing: Partial<Record<ConsentState, string>>;
  basis: Record<LegalBasis, string>;
  words: Record<string, string>;
  noText: string;
  version: (number: number, language: string, sha256: string) => string;
  rights: (contact: string) => readonly string[];
  proof: string;
}

export const receiptTexts: Record<Locale, ReceiptTexts> = {
  de: {
    title: 'Beleg einer Einwilligungsentscheidung', page: (page, pages) => `Seite ${page} von ${pages}`,
    headings: { decision: 'Die Entscheidung', about: 'Worum es geht', responsible: 'Wer verantwortlich ist', rights: 'Ihre Rechte', proof: 'Nachweis' },
    label: {
      pseudonym: 'Kennung', answer: 'Antwort', signer: 'Entschieden hat', when: 'Am', channel: 'Weg', assurance: 'Geprüft durch', standing: 'Stand danach', until: 'Gilt bis', scan: 'Prüfsumme des Scans', purpose: 'Zweck', basis: 'Rechtsgrundlage', text: 'Text', data: 'Daten', recipients: 'Empfänger',
      name: 'Name', address: 'Anschrift', contact: 'Kontakt', officer: 'Datenschutz', authority: 'Aufsicht', number: 'Belegnummer', previous: 'Vorheriger Beleg', issued: 'Ausgestellt', key: 'Schlüssel', signature: 'Signatur (Ed25519)',
    },
    answer: { GIVEN: 'Ja, eingewilligt', REFUSED: 'Nein, nicht eingewilligt', WITHDRAWN: 'Einwilligung widerrufen' },
    signer: { PUPIL: 'die Schülerin oder der Schüler', GUARDIAN_1: 'sorgeberechtigte Person 1', GUARDIAN_2: 'sorgeberechtigte Person 2' },
    channel: { LINK: 'persönlicher Link', PAPER: 'Papier', PHONE: 'Anruf' },
    assurance: { BIRTH_DATE: 'Geburtsdatum', SCHOOL_LETTER_CODE: 'Code aus dem Brief der Schule', PAPER_SEEN: 'unterschriebenes Papier', CALL_BACK: 'Rückruf' },
    standing: { GIVEN: 'eingewilligt', REQUESTED: 'es fehlt noch eine Zustimmung', REFUSED: 'abgelehnt', WITHDRAWN: 'widerrufen', DISPUTED: 'strittig: die Sorgeberechtigten sind sich nicht einig' },
    basis: { CONSENT: 'Einwilligung', EXPLICIT_CONSENT: 'ausdrückliche Einwilligung', CONTRACT: 'Vertrag', LEGAL_OBLIGATION: 'rechtliche Pflicht', PUBLIC_TASK: 'öffentliche Aufgabe', LEGITIMATE_INTEREST: 'berechtigtes Interesse' },
    words: {
      name: 'Name', grade: 'Klassenstufe', birthDate: 'Geburtsdatum', interests: 'Interessen', wishes: 'Wünsche', needs: 'Unterstützungsbedarf', image: 'Bild', contact: 'Kontakt', answers: 'Antworten', dates: 'Termine', indicators: 'Indikatoren',
      coordinationOffice: 'Koordinierungsstelle', host: 'Betrieb', school: 'Schule', public: 'Öffentlichkeit', evaluation: 'Evaluation', fund: 'Regionalfonds', authority: 'Aufsichtsbehörde',
    },
    noText: 'ohne Text', version: (number, language, sha256) => `Fassung ${number} (${language}), SHA-256 ${sha256}`,
    rights: (contact) => [`Eine Einwilligung kann jederzeit widerrufen werden, so einfach wie sie gegeben wurde: mit dem eigenen Link, auf Papier oder bei ${contact}. Was bis dahin geschah, bleibt rechtmäßig.`, 'Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung und Datenübertragbarkeit und dürfen sich bei der Aufsichtsbehörde beschweren (Art. 15 bis 18, 20 und 77 DSGVO).'],
    proof: 'Dieser Beleg ist aus einer signierten Datei gedruckt, die Sie auf Verlangen erhalten. Mit ihr und dem öffentlichen Schlüssel der Region kann jede Person prüfen, dass nichts geändert wurde.',
  },
  en: {
    title: 'Receipt of a decision on consent', page: (page, pages) => `Page ${page} of ${pages}`,
    headings: { decision: 'The decision', about: 'What it is about', responsible: 'Who is responsible', rights: 'Your rights', proof: 'Proof' },
    label: {
      pseudonym: 'Known as', answer: 'Answer', signer: 'Decided by', when: 'On', channel: 'By', assurance: 'Verified by', standing: 'Stands then', until: 'Holds until', scan: 'Checksum of the scan', purpose: 'Purpose', basis: 'Legal basis', text: 'Text', data: 'Data', recipients: 'Recipients',
      name: 'Name', address: 'Address', contact: 'Contact', officer: 'Data protection', authority: 'Authority', number: 'Receipt', previous: 'Receipt before', issued: 'Issued', key: 'Key', signature: 'Signature (Ed25519)',
    },
    answer: { GIVEN: 'Yes, consents', REFUSED: 'No, does not consent', WITHDRAWN: 'Consent withdrawn' },
    signer: { PUPIL: 'the pupil', GUARDIAN_1: 'guardian 1', GUARDIAN_2: 'guardian 2' },
    channel: { LINK: 'a personal link', PAPER: 'paper', PHONE: 'a call' },
    assurance: { BIRTH_DATE: 'birth date', SCHOOL_LETTER_CODE: 'code of the school’s letter', PAPER_SEEN: 'signed paper', CALL_BACK: 'calling back' },
    standing: { GIVEN: 'given', REQUESTED: 'somebody’s yes is still missing', REFUSED: 'refused', WITHDRAWN: 'withdrawn', DISPUTED: 'disputed: the guardians disagree' },
    basis: { CONSENT: 'consent', EXPLICIT_CONSENT: 'explicit consent', CONTRACT: 'contract', LEGAL_OBLIGATION: 'legal obligation', PUBLIC_TASK: 'public task', LEGITIMATE_INTEREST: 'legitimate interest' },
    words: {
      name: 'name', grade: 'grade', birthDate: 'birth date', interests: 'interests', wishes: 'wishes', needs: 'support needs', image: 'image', contact: 'contact', answers: 'answers', dates: 'dates', indicators: 'indicators',
      coordinationOffice: 'coordination office', host: 'host', school: 'school', public: 'the public', evaluation: 'evaluation', fund: 'regional fund', authority: 'supervisory authority',
    },
    noText: 'without a text', version: (number, language, sha256) => `Version ${number} (${language}), SHA-256 ${sha256}`,
    rights: (contact) => [`Consent can be withdrawn at any time, as easily as it was given: by one’s own link, on paper or with ${contact}. What happened until then stays lawful.`, 'You have the right of access, rectification, erasure, restriction and data portability, and may complain to the authority (Articles 15 to 18, 20 and 77 GDPR).'],
    proof: 'This receipt is printed from a signed file that you are given on request. With it and the public key of the region anybody can check that nothing was changed.',
  },
};
