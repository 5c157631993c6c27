import { activityTexts } from '../activities/texts';
import { commonTexts } from '../common/texts';
import { accountTexts } from '../account/texts';
import { administrationTexts } from '../administration/texts';
import { chaseTexts } from '../consent/chase/texts';
import { disputeTexts } from '../consent/disputes/texts';
import { signerRuleTexts } from '../consent/rules/texts';
import { consentTexts } from '../consent/texts';
import { timelineTexts } from '../consent/timeline/texts';
import { oversightTexts } from '../oversight/texts';
import { peopleTexts } from '../people/texts';
import { importTexts } from '../partners/texts.imports';
import { readinessTexts } from '../partners/texts.readiness';
import { partnerTexts } from '../partners/texts';
import { partnerResourceTexts } from '../partners/texts.resources';
import { recordTexts } from '../privacy/record/texts';
import { requestTexts } from '../privacy/requests/texts';
import { retentionTexts } from '../privacy/retention/texts';
import { checkTexts } from '../rounds/check/texts';
import { forecastTexts } from '../rounds/forecast/texts';
import { limitTexts } from '../rounds/limits/texts';
import { mentoringTexts } from '../rounds/mentoring/texts';
import { needsRoundTexts } from '../rounds/needs/texts';
import { precedenceTexts } from '../rounds/precedence/texts';
import { proposedWishesTexts } from '../rounds/texts.proposed';
import { placementTexts } from '../rounds/placements/texts';
import { runTexts } from '../rounds/runs/texts';
import { roundTexts } from '../rounds/texts';
import { taskTexts } from '../today/tasks/texts';
import { todayTexts } from '../today/texts';
import { vocabularyTexts } from './vocabulary';

export const german = {
  app: {
    bar: { language: 'Sprache: %{name}', change_role: 'Region oder Rolle wechseln' },
    menu: {
      label: 'Hauptmenü',
      today: 'Heute',
      network: 'Netzwerk',
      plan: 'Planung',
      pupils: 'Schüler:innen',
      matching: 'Vergabe',
      privacy: 'Datenschutz',
      administration: 'Verwaltung',
    },
    roles: {
      PLATFORM_ADMIN: 'Plattform-Verwaltung',
      COORDINATOR: 'Koordination',
      EVALUATION_MANAGER: 'Evaluation und Qualität',
      FUND_MANAGER: 'Regionalfonds',
      AUDITOR: 'Prüfung',
    },
    sign_in: {
      code: 'Code des zweiten Faktors',
      code_hint: 'Sechs Ziffern aus Ihrer Authenticator-App oder ein Wiederherstellungscode',
      forgot: 'Passwort vergessen?',
      back: 'Zur Anmeldung',
    },
    forgot: {
      title: 'Passwort vergessen',
      hint: 'Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort setzen.',
      send: 'Link anfordern',
      sent: 'Wenn wir diese Adresse kennen, ist der Link jetzt unterwegs. Er gilt nur kurze Zeit und nur einmal.',
    },
    reset: {
      title: 'Neues Passwort',
      password: 'Neues Passwort',
      repeat: 'Neues Passwort wiederholen',
      hint: 'Mindestens 12 Zeichen. Mehrere Wörter sind leichter zu merken als Sonderzeichen.',
      differs: 'Die beiden Eingaben stimmen nicht überein',
      save: 'Passwort setzen',
      done: 'Ihr neues Passwort gilt ab sofort.',
    },
    second_factor: {
      title: 'Zweiter Faktor',
      set_up: 'Zweiten Faktor einrichten',
      why: 'Mit einem Code vom Telefon kommt niemand allein mit Ihrem Passwort hinein. Sie brauchen eine Authenticator-App.',
      start: 'Einrichten',
      scan: 'Scannen Sie den Code mit Ihrer Authenticator-App, oder tippen Sie dort diesen Schlüssel ein:',
      qr: 'QR-Code für die Authenticator-App',
      codes_title: 'Eingerichtet',
      codes_hint: 'Bewahren Sie diese Wiederherstellungscodes sicher auf. Jeder gilt einmal, falls das Telefon fehlt; sie werden nicht noch einmal gezeigt.',
      copy: 'Codes kopieren',
    },
    ...vocabularyTexts.de,
    activities: activityTexts.de,
    people: peopleTexts.de,
    consent: consentTexts.de,
    ...recordTexts.de,
    ...retentionTexts.de,
    requests: requestTexts.de,
    timeline: timelineTexts.de,
    disputes: disputeTexts.de,
    signer_rules: signerRuleTexts.de,
    tasks: taskTexts.de,
    chase: chaseTexts.de,
    ...importTexts.de,
    partners: partnerTexts.de,
    common: commonTexts.de,
    rounds: roundTexts.de,
    needs_rounds: needsRoundTexts.de,
    mentoring: mentoringTexts.de,
    proposed_wishes: proposedWishesTexts.de,
    forecast: forecastTexts.de,
    precedence: precedenceTexts.de,
    check: checkTexts.de,
    limits: limitTexts.de,
    readiness: readinessTexts.de,
    placements: placementTexts.de,
    runs: runTexts.de,
    account: accountTexts.de,
    administration: administrationTexts.de,
    oversight: oversightTexts.de,
    today: todayTexts.de,
  },
  resources: {
    ...partnerResourceTexts.de,
    activities: { name: 'Aktivität |||| Aktivitäten' },
    tasks: { name: 'Aufgabe |||| Aufgaben' },
    disputes: { name: 'Strittiger Fall |||| Strittige Fälle' },
    'signer-rules': { name: 'Unterschriftsregel |||| Wer unterschreibt' },
    consents: { name: 'Einwilligung |||| Einwilligungen' },
    'consent-chase': { name: 'Nachfassen |||| Nachfassen' },
    'paper-intake': { name: 'Zettel eingeben |||| Zettel eingeben' },
    'paper-checks': { name: 'Zweitprüfung |||| Zweitprüfung' },
    'data-map': { name: 'Verarbeitungen |||| Verarbeitungen' },
    retention: { name: 'Löschfrist |||| Löschfristen' },
    vault: { name: 'Nachweistresor |||| Nachweistresor' },
    breaches: { name: 'Datenpanne |||| Datenpannen' },
    purposes: { name: 'Zweck und Text |||| Zwecke und Texte' },
    requests: { name: 'Anfrage |||| Anfragen' },
    'security-alerts': { name: 'Sicherheitshinweis |||| Sicherheitshinweise' },
    'break-glass': { name: 'Notfallzugriff |||| Notfallzugriffe' },
    calendar: { name: 'Kalender |||| Kalender' },
    occurrences: { name: 'Termin |||| Termine' },
    hosts: { name: 'Gastgeber |||| Gastgeber' },
    groups: { name: 'Gruppe |||| Gruppen' },
    pupils: { name: 'Schüler:in |||| Schüler:innen' },
    rounds: { name: 'Runde |||| Runden' },
    'working-time': { name: 'Arbeitszeit |||| Arbeitszeit' },
    users: { name: 'Benutzer:in |||| Benutzer:innen' },
    audit: { name: 'Protokoll |||| Protokoll' },
    jobs: { name: 'Auftrag |||| Aufträge' },
    mailbox: { name: 'Postfach |||| Postfach' },
  },
};

export type AppTexts = typeof german;
