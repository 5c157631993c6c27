import type { Signer } from '@mintforge/domain/consent';

/** Words on paper around the texts of purposes, which come from the database, in further languages too. */
export interface PaperTexts {
  title: string;
  number: string;
  printed: (day: string) => string;
  about: string;
  group: (name: string) => string;
  intro: string;
  yes: string;
  no: string;
  basis: string;
  who: (signers: string) => string;
  and: string;
  free: string;
  withdraw: (contact: string) => string;
  controller: string;
  officer: string;
  authority: string;
  sign: string;
  signer: Record<Signer, string>;
  anySigner: string;
  day: string;
  signature: string;
  name: string;
  back: string;
  page: (page: number, of: number) => string;
  slip: { title: string; for: Record<Signer, string>; how: string; code: string; until: (day: string) => string; alone: string };
}

const paperTexts: Record<'de' | 'plain' | 'en', PaperTexts> = {
  de: {
    title: 'Einwilligung', number: 'Zettel', printed: (day) => `gedruckt am ${day}`, about: 'Schülerin oder Schüler', group: (name) => `Klasse oder Gruppe ${name}`,
    intro: 'Bitte entscheiden Sie für jeden Zweck einzeln und kreuzen Sie Ja oder Nein an. Was offen bleibt, gilt als nicht eingewilligt.',
    yes: 'Ja, ich willige ein', no: 'Nein, ich willige nicht ein', basis: 'Rechtsgrundlage', who: (signers) => `Ein Ja gilt mit der Unterschrift von: ${signers}`, and: ' und ',
    free: 'Die Einwilligung ist freiwillig. Wer nicht einwilligt, hat dadurch keinen Nachteil; Pflichtveranstaltungen der Schule finden in jedem Fall statt.',
    withdraw: (contact) => `Jede Einwilligung können Sie jederzeit mit Wirkung für die Zukunft widerrufen, formlos und ohne Begründung: ${contact}. Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung, Datenübertragbarkeit und Beschwerde bei der Aufsichtsbehörde.`,
    controller: 'Verantwortlich', officer: 'Datenschutzbeauftragte Person', authority: 'Aufsichtsbehörde', sign: 'Unterschriften',
    signer: { GUARDIAN_1: 'Erste sorgeberechtigte Person', GUARDIAN_2: 'Zweite sorgeberechtigte Person', PUPIL: 'Schülerin oder Schüler' }, anySigner: 'Sorgeberechtigte Person',
    day: 'Datum', signature: 'Unterschrift', name: 'Name in Druckbuchstaben', back: 'Bitte geben Sie alle Seiten in der Schule ab.', page: (page, of) => `Seite ${page} von ${of}`,
    slip: {
      title: 'Einwilligung online', for: { GUARDIAN_1: 'für eine sorgeberechtigte Person', GUARDIAN_2: 'für die zweite sorgeberechtigte Person', PUPIL: 'für die Schülerin oder den Schüler' },
      how: 'Öffnen Sie die Adresse mit dem Telefon oder am Rechner und geben Sie den Code ein. Dann entscheiden Sie selbst, Ja oder Nein.', code: 'Ihr Code', until: (day) => `gilt bis ${day}, einmal`, alone: 'Adresse und Code gehören zusammen. Bitte geben Sie diesen Zettel nicht weiter.',
    },
  },
  plain: {
    title: 'Dürfen wir das?', number: 'Zettel', printed: (day) => `gedruckt am ${day}`, about: 'Kind', group: (name) => `Klasse ${name}`,
    intro: 'Bitte machen Sie bei jeder Frage ein Kreuz: Ja oder Nein. Kein Kreuz heißt: Nein.',
    yes: 'Ja', no: 'Nein', basis: 'Das Gesetz dazu', who: (signers) => `Hier muss unterschreiben: ${signers}`, and: ' und ',
    free: 'Sie müssen nicht Ja sagen. Wenn Sie Nein sagen, passiert Ihnen oder Ihrem Kind nichts Schlechtes.',
    withdraw: (contact) => `Sie können Ihr Ja immer zurücknehmen. Sagen oder schreiben Sie es uns: ${contact}. Sie dürfen fragen, was wir über Sie wissen. Sie dürfen sagen: Das ist falsch. Oder: Bitte löschen. Sie dürfen sich bei der Behörde beschweren.`,
    controller: 'Wer ist zuständig', officer: 'Wer achtet auf den Datenschutz', authority: 'Die Behörde', sign: 'Unterschreiben',
    signer: { GUARDIAN_1: 'Mutter, Vater oder Vormund', GUARDIAN_2: 'Der andere Elternteil', PUPIL: 'Das Kind selbst' }, anySigner: 'Mutter, Vater oder Vormund',
    day: 'Datum', signature: 'Unterschrift', name: 'Ihr Name in großen Buchstaben', back: 'Bitte geben Sie alle Seiten in der Schule ab.', page: (page, of) => `Seite ${page} von ${of}`,
    slip: {
      title: 'Ihre Antwort im Internet', for: { GUARDIAN_1: 'für Mutter, Vater oder Vormund', GUARDIAN_2: 'für den anderen Elternteil', PUPIL: 'für das Kind selbst' },
      how: 'Öffnen Sie die Adresse mit dem Telefon. Schreiben Sie den Code hinein. Dann sagen Sie Ja oder Nein.', code: 'Ihr Code', until: (day) => `gilt bis ${day}, ein Mal`, alone: 'Geben Sie diesen Zettel niemandem.',
    },
  },
  en: {
    title: 'Consent', number: 'Form', printed: (day) => `printed on ${day}`, about: 'Pupil', group: (name) => `Class or group ${name}`,
    intro: 'Please decide on each purpose and tick Yes or No. What is left open counts as no consent.',
    yes: 'Yes, I consent', no: 'No, I do not consent', basis: 'Legal basis', who: (signers) => `A yes counts with the signature of: ${signers}`, and: ' and ',
    free: 'Consent is voluntary. Whoever does not consent has no disadvantage; compulsory school events take place in any case.',
    withdraw: (contact) => `You can withdraw every consent at any time for the future, in any form and without a reason: ${contact}. You have the right to access, rectification, erasure, restriction, data portability and to complain to the supervisory authority.`,
    controller: 'Controller', officer: 'Data protection officer', authority: 'Supervisory authority', sign: 'Signatures',
    signer: { GUARDIAN_1: 'First guardian', GUARDIAN_2: 'Second guardian', PUPIL: 'Pupil' }, anySigner: 'Guardian',
    day: 'Date', signature: 'Signature', name: 'Name in capitals', back: 'Please hand in all pages at school.', page: (page, of) => `Page ${page} of ${of}`,
    slip: {
      title: 'Consent online', for: { GUARDIAN_1: 'for a guardian', GUARDIAN_2: 'for the second guardian', PUPIL: 'for the pupil' },
      how: 'Open the address with a telephone or a computer and enter the code. Then you decide yourself, yes or no.', code: 'Your code', until: (day) => `holds until ${day}, once`, alone: 'Address and code belong together. Please pass this slip on to nobody.',
    },
  },
};

/** The words on paper in a language; where we have none of our own, German ones stand beside the translated texts. */
export const wordsOf = (language: string, plain: boolean): PaperTexts => paperTexts[language === 'en' ? 'en' : plain ? 'plain' : 'de'];

/** `2026-11-21` as it stands on paper. */
export const dayOnPaper = (day: string, language: string): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
