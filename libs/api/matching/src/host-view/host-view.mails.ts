import type { MailTemplate } from '@mintforge/platform';

/** The words of the mail to a host whose day list changed: no name, no number, no reason. */
export const hostMails = {
  'matching.hostViewChanged': {
    de: {
      subject: 'Tagesliste geändert',
      body: 'Guten Tag {organisation},\n\ndie Tagesliste für „{title}“ am {day} hat sich geändert. Es gilt nur noch die neue Fassung; bitte vernichten Sie ältere Ausdrucke und Dateien.\n\nIhre Koordinationsstelle\n',
    },
    en: {
      subject: 'Day list changed',
      body: 'Hello {organisation},\n\nthe day list for "{title}" on {day} has changed. Only the new one is valid; please destroy earlier prints and files.\n\nYour coordination office\n',
    },
  },
} as const satisfies Record<string, MailTemplate>;
