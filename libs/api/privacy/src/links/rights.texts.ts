import type { PageWords } from '@mintforge/consent';
import type { Locale } from '@mintforge/domain/kernel';
import type { AskedByLink } from '@mintforge/domain/privacy';

/** Words of the page on which families ask for their rights. */
export interface RightsTexts {
  lang: Locale;
  title: string;
  intro: Record<'SELF' | 'GUARDIAN', string>;
  deadline: string;
  choose: string;
  kinds: Record<AskedByLink, { name: string; hint: string }>;
  note: string;
  noteHint: string;
  send: string;
  sent: string;
  incomplete: string;
  tooMany: string;
  yours: string;
  receivedOn: (day: string) => string;
  open: Record<'RECEIVED' | 'EXAMINED', (due: string) => string>;
  ended: Record<'ANSWERED' | 'REFUSED' | 'WITHDRAWN', (day: string) => string>;
  back: string;
  languages: string;
}

export const rightsTexts: Record<PageWords, RightsTexts> = {
  de: {
    lang: 'de', title: 'Ihre Rechte',
    intro: { SELF: 'Hier geht es um die Daten, die wir über Sie gespeichert haben.', GUARDIAN: 'Hier geht es um die Daten, die wir über Ihr Kind gespeichert haben.' },
    deadline: 'Wir antworten innerhalb eines Monats, kostenlos. Dauert es länger, sagen wir Ihnen vorher, warum.', choose: 'Was möchten Sie?',
    kinds: {
      ACCESS: { name: 'Kopie aller Daten', hint: 'Alles, was wir gespeichert haben, mit Dateien. Zu Ihrer Sicherheit bekommen Sie die Kopie per Brief oder in der Koordinierungsstelle, nicht über diesen Link.' },
      RECTIFICATION: { name: 'Berichtigung', hint: 'Etwas ist falsch oder fehlt. Schreiben Sie unten, was richtig ist.' },
      ERASURE: { name: 'Löschung', hint: 'Wir löschen alles, was wir nicht aus rechtlichen Gründen behalten müssen.' },
      RESTRICTION: { name: 'Einschränkung', hint: 'Die Daten bleiben gespeichert, aber niemand benutzt sie, solange wir prüfen. Das gilt, sobald feststeht, dass Sie das verlangen dürfen.' },
      OBJECTION: { name: 'Widerspruch', hint: 'Wir benutzen die Daten dafür nicht mehr, außer es gibt zwingende Gründe. Eine Einwilligung nehmen Sie stattdessen auf der Seite davor zurück.' },
    },
    note: 'Was sollen wir dazu wissen?', noteHint: 'Bei einer Berichtigung nötig, sonst freiwillig. Wird verschlüsselt gespeichert.', send: 'Anfrage absenden', sent: 'Ihre Anfrage ist eingegangen.',
    incomplete: 'Bitte wählen Sie, was Sie möchten. Bei einer Berichtigung schreiben Sie bitte, was richtig ist.', tooMany: 'Es sind schon mehrere Berichtigungen offen. Bitte warten Sie auf unsere Antwort oder rufen Sie uns an.',
    yours: 'Ihre Anfragen', receivedOn: (day) => `Eingegangen am ${day}.`,
    open: { RECEIVED: (due) => `Wir prüfen noch, ob Sie das verlangen dürfen. Antwort spätestens am ${due}.`, EXAMINED: (due) => `In Arbeit. Antwort spätestens am ${due}.` },
    ended: { ANSWERED: (day) => `Beantwortet am ${day}.`, REFUSED: (day) => `Abgelehnt am ${day}. Den Grund, und wie Sie sich beschweren, haben wir Ihnen geschrieben.`, WITHDRAWN: (day) => `Zurückgenommen am ${day}.` },
    back: 'Zurück zu den Einwilligungen', languages: 'Sprache',
  },
  plain: {
    lang: 'de', title: 'Ihre Rechte',
    intro: { SELF: 'Hier geht es um das, was wir über Sie wissen.', GUARDIAN: 'Hier geht es um das, was wir über Ihr Kind wissen.' },
    deadline: 'Wir antworten in einem Monat. Das kostet nichts. Wenn es länger dauert, sagen wir es Ihnen.', choose: 'Was wollen Sie?',
    kinds: {
      ACCESS: { name: 'Zeigt mir alles', hint: 'Sie bekommen alles, was wir wissen. Als Brief, oder Sie holen es bei uns ab. Das ist sicherer.' },
      RECTIFICATION: { name: 'Etwas ist falsch', hint: 'Schreiben Sie unten: Was ist falsch? Was ist richtig?' },
      ERASURE: { name: 'Löscht das', hint: 'Wir löschen alles. Nur was im Gesetz steht, müssen wir behalten.' },
      RESTRICTION: { name: 'Macht eine Pause', hint: 'Wir löschen nichts. Aber niemand benutzt die Daten, solange wir nachsehen.' },
      OBJECTION: { name: 'Ich will das nicht', hint: 'Dann benutzen wir die Daten nicht mehr dafür. Außer es geht nicht anders.' },
    },
    note: 'Wollen Sie uns etwas dazu schreiben?', noteHint: 'Wenn etwas falsch ist, müssen Sie hier schreiben, was richtig ist. Nur wir können das lesen.', send: 'Absenden', sent: 'Wir haben Ihre Frage bekommen.',
    incomplete: 'Bitte wählen Sie etwas aus. Wenn etwas falsch ist: Schreiben Sie, was richtig ist.', tooMany: 'Sie haben uns schon oft geschrieben. Bitte warten Sie. Oder rufen Sie uns an.',
    yours: 'Das haben Sie gefragt', receivedOn: (day) => `Am ${day} haben wir Ihre Frage bekommen.`,
    open: { RECEIVED: (due) => `Wir sehen nach, ob Sie das fragen dürfen. Sie hören von uns bis zum ${due}.`, EXAMINED: (due) => `Wir arbeiten daran. Sie hören von uns bis zum ${due}.` },
    ended: { ANSWERED: (day) => `Am ${day} haben wir geantwortet.`, REFUSED: (day) => `Am ${day} haben wir Nein gesagt. Warum, steht in unserem Brief.`, WITHDRAWN: (day) => `Am ${day} haben Sie gesagt: Ich brauche das nicht mehr.` },
    back: 'Zurück', languages: 'Sprache',
  },
  en: {
    lang: 'en', title: 'Your rights',
    intro: { SELF: 'This is about the data we hold about you.', GUARDIAN: 'This is about the data we hold about your child.' },
    deadline: 'We answer within one month, free of charge. If it takes longer, we tell you why before.', choose: 'What do you ask for?',
    kinds: {
      ACCESS: { name: 'A copy of all data', hint: 'Everything we hold, with the files. For your safety you get the copy by letter or at the coordination office, not through this link.' },
      RECTIFICATION: { name: 'A correction', hint: 'Something is wrong or missing. Write below what is right.' },
      ERASURE: { name: 'Erasure', hint: 'We erase everything that the law does not make us keep.' },
      RESTRICTION: { name: 'A restriction', hint: 'The data stay stored, but nobody uses them while we look into it. This holds as soon as it is clear that you may ask for it.' },
      OBJECTION: { name: 'An objection', hint: 'We no longer use the data for this, unless there are compelling grounds. A consent you withdraw on the page before instead.' },
    },
    note: 'What should we know about it?', noteHint: 'Needed for a correction, otherwise as you like. It is stored encrypted.', send: 'Send request', sent: 'Your request has arrived.',
    incomplete: 'Please choose what you ask for. For a correction, please write what is right.', tooMany: 'Several corrections are open already. Please wait for our answer or call us.',
    yours: 'Your requests', receivedOn: (day) => `Received on ${day}.`,
    open: { RECEIVED: (due) => `We are looking into whether you may ask for this. Answer by ${due} at the latest.`, EXAMINED: (due) => `In work. Answer by ${due} at the latest.` },
    ended: { ANSWERED: (day) => `Answered on ${day}.`, REFUSED: (day) => `Refused on ${day}. We wrote to you why, and how to complain.`, WITHDRAWN: (day) => `Taken back on ${day}.` },
    back: 'Back to the consents', languages: 'Language',
  },
};
