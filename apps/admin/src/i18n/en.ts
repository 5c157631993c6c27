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
import type { AppTexts } from './de';
import { vocabularyTexts } from './vocabulary';

export const english: AppTexts = {
  app: {
    bar: { language: 'Language: %{name}', change_role: 'Change region or role' },
    menu: {
      label: 'Main menu',
      today: 'Today',
      network: 'Network',
      plan: 'Planning',
      pupils: 'Pupils',
      matching: 'Matching',
      privacy: 'Data protection',
      administration: 'Administration',
    },
    roles: {
      PLATFORM_ADMIN: 'Platform administration',
      COORDINATOR: 'Coordination',
      EVALUATION_MANAGER: 'Evaluation and quality',
      FUND_MANAGER: 'Regional fund',
      AUDITOR: 'Audit',
    },
    sign_in: {
      code: 'Second factor code',
      code_hint: 'Six digits from your authenticator app, or a recovery code',
      forgot: 'Forgot your password?',
      back: 'Back to sign-in',
    },
    forgot: {
      title: 'Forgot password',
      hint: 'We will send you a link to set a new password.',
      send: 'Request link',
      sent: 'If we know this address, the link is on its way. It is valid for a short time and only once.',
    },
    reset: {
      title: 'New password',
      password: 'New password',
      repeat: 'Repeat new password',
      hint: 'At least 12 characters. Several words are easier to remember than special characters.',
      differs: 'The two entries differ',
      save: 'Set password',
      done: 'Your new password is valid from now on.',
    },
    second_factor: {
      title: 'Second factor',
      set_up: 'Set up the second factor',
      why: 'With a code from your phone nobody gets in with your password alone. You need an authenticator app.',
      start: 'Set up',
      scan: 'Scan the code with your authenticator app, or type this key into it:',
      qr: 'QR code for the authenticator app',
      codes_title: 'Set up',
      codes_hint: 'Keep these recovery codes safe. Each works once if the phone is missing; they are not shown again.',
      copy: 'Copy codes',
    },
    ...vocabularyTexts.en,
    activities: activityTexts.en,
    people: peopleTexts.en,
    consent: consentTexts.en,
    ...recordTexts.en,
    ...retentionTexts.en,
    requests: requestTexts.en,
    timeline: timelineTexts.en,
    disputes: disputeTexts.en,
    signer_rules: signerRuleTexts.en,
    tasks: taskTexts.en,
    chase: chaseTexts.en,
    ...importTexts.en,
    partners: partnerTexts.en,
    common: commonTexts.en,
    rounds: roundTexts.en,
    needs_rounds: needsRoundTexts.en,
    mentoring: mentoringTexts.en,
    proposed_wishes: proposedWishesTexts.en,
    forecast: forecastTexts.en,
    precedence: precedenceTexts.en,
    check: checkTexts.en,
    limits: limitTexts.en,
    readiness: readinessTexts.en,
    placements: placementTexts.en,
    runs: runTexts.en,
    account: accountTexts.en,
    administration: administrationTexts.en,
    oversight: oversightTexts.en,
    today: todayTexts.en,
  },
  resources: {
    ...partnerResourceTexts.en,
    activities: { name: 'Activity |||| Activities' },
    tasks: { name: 'Task |||| Tasks' },
    disputes: { name: 'Dispute |||| Disputes' },
    'signer-rules': { name: 'Signer rule |||| Who signs' },
    consents: { name: 'Consent |||| Consents' },
    'consent-chase': { name: 'Chase list |||| Chase list' },
    'paper-intake': { name: 'Enter forms |||| Enter forms' },
    'paper-checks': { name: 'Second check |||| Second check' },
    'data-map': { name: 'Record of processing |||| Record of processing' },
    retention: { name: 'Retention |||| Retention' },
    vault: { name: 'Evidence vault |||| Evidence vault' },
    breaches: { name: 'Data breach |||| Data breaches' },
    purposes: { name: 'Purpose and text |||| Purposes and texts' },
    requests: { name: 'Request |||| Requests' },
    'security-alerts': { name: 'Security alert |||| Security alerts' },
    'break-glass': { name: 'Break-glass |||| Break-glass' },
    calendar: { name: 'Calendar |||| Calendar' },
    occurrences: { name: 'Occurrence |||| Occurrences' },
    hosts: { name: 'Host |||| Hosts' },
    groups: { name: 'Group |||| Groups' },
    pupils: { name: 'Pupil |||| Pupils' },
    rounds: { name: 'Round |||| Rounds' },
    'working-time': { name: 'Working time |||| Working time' },
    users: { name: 'User |||| Users' },
    audit: { name: 'Audit log |||| Audit log' },
    jobs: { name: 'Job |||| Jobs' },
    mailbox: { name: 'Mailbox |||| Mailbox' },
  },
};
