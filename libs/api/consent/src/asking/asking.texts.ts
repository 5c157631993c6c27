import type { MailTemplate } from '@mintforge/platform';

const german = (first: string) => `Guten Tag,

${first}

Hier können Sie die Fragen lesen und antworten, mit Ja oder Nein, für jeden Zweck einzeln:

{link}

Halten Sie bitte das Geburtsdatum der Schülerin oder des Schülers bereit; damit prüfen wir, dass der Link in den richtigen Händen ist. Er gilt bis {until} und nur für eine Antwort. Geben Sie ihn nicht weiter.

Eine Ablehnung hat keine Nachteile. Wenn Sie lieber auf Papier antworten oder Fragen haben, wenden Sie sich an die Schule oder an uns.

{office}`;

const plain = (first: string) => `Guten Tag,

${first}

Klicken Sie hier. Sie können Ja sagen oder Nein:

{link}

Sie brauchen dafür das Geburtsdatum vom Kind.
Der Link geht bis {until}.
Geben Sie den Link bitte niemandem.

Ein Nein ist in Ordnung. Niemand hat dadurch Nachteile.
Haben Sie Fragen? Fragen Sie in der Schule oder bei uns.

{office}`;

const english = (first: string) => `Hello,

${first}

Here you can read the questions and answer them, with yes or no, one by one:

{link}

Please have the pupil’s date of birth at hand; we use it to check that the link is in the right hands. It is valid until {until} and for one answer. Please do not pass it on.

Saying no has no disadvantages. If you would rather answer on paper or have a question, please ask the school or us.

{office}`;

const words = {
  ask: {
    subject: { de: 'Bitte um Ihre Entscheidung', en: 'Please decide' },
    de: 'die Schule und unsere Koordinierungsstelle möchten Sie um eine Entscheidung bitten: Es geht um die Teilnahme an MINT-Angeboten.',
    plain: 'wir möchten Sie etwas fragen. Es geht um MINT-Angebote der Schule.',
    en: 'the school and our coordination office would like to ask you for a decision about taking part in STEM activities.',
  },
  remind: {
    subject: { de: 'Erinnerung: Bitte um Ihre Entscheidung', en: 'Reminder: please decide' },
    de: 'wir haben Sie um eine Entscheidung zu MINT-Angeboten gebeten und noch keine Antwort bekommen. Deshalb fragen wir noch einmal; der frühere Link gilt nicht mehr.',
    plain: 'wir haben Sie etwas gefragt. Es geht um MINT-Angebote der Schule. Ihre Antwort fehlt noch. Darum fragen wir noch einmal. Der alte Link geht nicht mehr.',
    en: 'we asked you for a decision about STEM activities and have not had an answer yet. This is why we ask again; the earlier link is no longer valid.',
  },
};

function templatesOf(kind: keyof typeof words): Record<'' | 'Plain' | 'Both', MailTemplate> {
  const said = words[kind];
  const secret = ['link'];
  const en = { subject: said.subject.en, body: english(said.en) };
  const inGerman = (body: string, subject = said.subject.de): MailTemplate => ({ secret, en, de: { subject, body } });
  return { '': inGerman(german(said.de)), Plain: inGerman(plain(said.plain)), Both: inGerman(`${german(said.de)}\n\n— English —\n\n${en.body}`, `${said.subject.de} / ${en.subject}`) };
}

const templates = { ask: templatesOf('ask'), remind: templatesOf('remind') };

/** Mails that ask, and that remind: in German, plain German, English, and in German and English for everybody else. Nothing in them names a pupil. */
export const askingMails: Record<string, MailTemplate> = Object.fromEntries(Object.entries(templates).flatMap(([kind, ways]) => Object.entries(ways).map(([way, template]) => [`consent.${kind}${way}`, template])));

/** The template and locale of somebody's language. */
export function askingMailFor(reminder: boolean, { language, plain: simple }: { language: string; plain: boolean }): { template: string; locale: 'de' | 'en' } {
  const kind = reminder ? 'consent.remind' : 'consent.ask';
  if (language === 'en') return { template: kind, locale: 'en' };
  if (language === 'de') return { template: simple ? `${kind}Plain` : kind, locale: 'de' };
  return { template: `${kind}Both`, locale: 'de' };
}
