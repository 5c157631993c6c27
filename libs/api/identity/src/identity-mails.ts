import type { MailTemplate } from '@mintforge/platform';

/** The mails of identity; the link is the recipient's alone. */
export const identityMails: Record<'identity.passwordReset' | 'identity.invitation', MailTemplate> = {
  'identity.passwordReset': {
    secret: ['link'],
    de: {
      subject: 'Neues Passwort für mintforge',
      body: 'Guten Tag {displayName},\n\nfür Ihr Konto bei mintforge wurde ein neues Passwort angefordert. Bitte vergeben Sie es innerhalb einer Stunde hier:\n\n{link}\n\nSie haben nichts angefordert? Dann tun Sie nichts; Ihr Passwort gilt weiter.\n',
    },
    en: {
      subject: 'New password for mintforge',
      body: 'Hello {displayName},\n\na new password was requested for your mintforge account. Please choose it within one hour here:\n\n{link}\n\nYou did not request this? Then do nothing; your password stays as it is.\n',
    },
  },
  'identity.invitation': {
    secret: ['link'],
    de: {
      subject: 'Ihr Zugang zu mintforge',
      body: 'Guten Tag {displayName},\n\nSie wurden eingeladen, in der Region {regionName} mit mintforge zu arbeiten. Bitte öffnen Sie diese Adresse innerhalb von sieben Tagen:\n\n{link}\n',
    },
    en: {
      subject: 'Your access to mintforge',
      body: 'Hello {displayName},\n\nyou were invited to work in the region {regionName} with mintforge. Please open this address within seven days:\n\n{link}\n',
    },
  },
};
