import type { AlertKind } from '@mintforge/domain/oversight';
import type { MailTemplate } from '@mintforge/platform';

/** The mails of break-glass: they say that, not what or whom. */
export const glassMails: Record<'oversight.glassAsked' | 'oversight.glassAllowed' | 'oversight.glassRefused', MailTemplate> = {
  'oversight.glassAsked': {
    de: { subject: 'mintforge: Notfallzugriff angefragt', body: 'Guten Tag,\n\nin der Region {regionName} bittet die Plattform-Verwaltung um einen Notfallzugriff auf Angaben von Schüler:innen. Grund und Erklärung stehen in der Konsole unter „Notfallzugriffe“. Bitte prüfen Sie die Anfrage und erlauben oder verweigern Sie den Zugriff. Ohne Antwort verfällt sie nach 24 Stunden.\n' },
    en: { subject: 'mintforge: break-glass requested', body: 'Hello,\n\nin the region {regionName} the platform administration asks for emergency access to data of pupils. Reason and explanation are in the console under "Break-glass". Please check the request and allow or refuse it. Without an answer it lapses after 24 hours.\n' },
  },
  'oversight.glassAllowed': {
    de: { subject: 'mintforge: Notfallzugriff erlaubt', body: 'Guten Tag,\n\nin der Region {regionName} wurde ein Notfallzugriff für 60 Minuten erlaubt. Er erlaubt nur zu lesen, endet von selbst, und jeder Blick steht im Protokoll. Beenden lässt er sich jederzeit unter „Notfallzugriffe“.\n' },
    en: { subject: 'mintforge: break-glass allowed', body: 'Hello,\n\nin the region {regionName} emergency access was allowed for 60 minutes. It allows reading only, ends by itself, and every look is in the audit log. It can be ended at any time under "Break-glass".\n' },
  },
  'oversight.glassRefused': {
    de: { subject: 'mintforge: Notfallzugriff verweigert', body: 'Guten Tag,\n\nin der Region {regionName} wurde ein Notfallzugriff verweigert.\n' },
    en: { subject: 'mintforge: break-glass refused', body: 'Hello,\n\nin the region {regionName} emergency access was refused.\n' },
  },
};

const alertWords: Record<AlertKind, { de: string; en: string }> = {
  BULK_READING: { de: 'Eine Person hat ungewöhnlich viele Schüler:innen im Klartext angesehen.', en: 'One person looked at an unusual number of pupils in clear.' },
  FOREIGN_REGION: { de: 'Eine Person hat mehrmals Einträge einer anderen Region aufgerufen und wurde abgewiesen.', en: 'One person called entries of another region several times and was refused.' },
  REFUSALS: { de: 'Eine Person wurde ungewöhnlich oft abgewiesen.', en: 'One person was refused unusually often.' },
  EXPORT: { de: 'Personenbezogene Daten wurden ausgeleitet.', en: 'Personal data was exported.' },
  BREAK_GLASS: { de: 'Ein Notfallzugriff wurde erlaubt.', en: 'Emergency access was allowed.' },
  SECOND_FACTOR_CHANGED: { de: 'Der zweite Faktor eines Kontos wurde geändert oder entfernt.', en: 'The second factor of an account was changed or removed.' },
  TOKEN_REUSED: { de: 'Ein schon verbrauchtes Sitzungsgeheimnis wurde wieder benutzt; die Sitzung wurde beendet.', en: 'A used session secret was used again; the session was ended.' },
  SECOND_FACTOR_FAILED: { de: 'Bei einem Konto wurde der zweite Faktor mehrmals falsch eingegeben.', en: 'The second factor of an account was entered wrongly several times.' },
  PEOPLE_ROLE_GRANTED: { de: 'Die Plattform-Verwaltung hat eine Rolle vergeben, die Namen von Schüler:innen sieht.', en: 'The platform administration granted a role that sees names of pupils.' },
  AUDIT_BROKEN: { de: 'Die Kette des Protokolls passt nicht zu ihrer Verankerung.', en: 'The chain of the audit log does not fit its anchors.' },
};

/** The name of the mail of an alert. */
export const alertMail = (kind: AlertKind): string => `oversight.alert.${kind}`;

/** One mail per kind of alert: where to look, nobody's name. */
export const alertMails: Record<string, MailTemplate> = Object.fromEntries(Object.entries(alertWords).map(([kind, { de, en }]) => [alertMail(kind as AlertKind), {
  de: { subject: 'mintforge: Sicherheitshinweis', body: `Guten Tag,\n\nin der Region {regionName} gibt es einen Sicherheitshinweis: ${de}\n\nBitte sehen Sie ihn sich in der Konsole unter „Sicherheitshinweise“ an.\n` },
  en: { subject: 'mintforge: security alert', body: `Hello,\n\nthere is a security alert in the region {regionName}: ${en}\n\nPlease look at it in the console under "Security alerts".\n` },
}]));
