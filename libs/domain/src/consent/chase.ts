import { addDays, type Day } from '../kernel';
import type { Custody, Signer } from './vocabularies';

/** By what way a signer was approached (Ansprache): a mail, a link handed out, a claim slip, a call, through the teacher. */
export const approachChannels = ['MAIL', 'LINK', 'SLIP', 'CALL', 'TEACHER'] as const;
export type ApproachChannel = (typeof approachChannels)[number];

/** What to do next about an answer that is missing; OFFICE = somebody has to find a way of their own. */
export const chaseSteps = ['WAIT', 'MAIL', 'CALL', 'SLIP', 'TEACHER', 'OFFICE'] as const;
export type ChaseStep = (typeof chaseSteps)[number];

/** When a region reminds (Nachfassen). */
export interface ChaseRules {
  /** Days from the asking to the first reminder, and from each one to the next; 1 to 60. */
  firstAfterDays: number;
  thenEveryDays: number;
  /** 0 to 10; after them the office finds a way of its own. */
  mostReminders: number;
  /** Whether reminders by mail leave by themselves when they are due; else they are proposed. */
  automatic: boolean;
  source: string;
}

/** What counts until a region decides otherwise: a question of everyday practice, no law sets these days. */
export const standardChase: ChaseRules = { firstAfterDays: 7, thenEveryDays: 7, mostReminders: 2, automatic: false, source: 'Voreinstellung; kein Gesetz nennt eine Frist' };

/** One time a signer was approached. `failed` = the mail came to nobody. */
export interface Approach {
  channel: ApproachChannel;
  on: Day;
  reminder: boolean;
  failed: boolean;
}

/** An answer that is missing. */
export interface OpenAsking {
  askedOn: Day;
  /** In the order they were made. */
  approaches: readonly Approach[];
  /** Whether a mail can lead to the answer: there is an address, and a second factor that the signer knows. */
  canMail: boolean;
  hasPhone: boolean;
}

/** Where chasing an answer stands. */
export interface ChaseStanding {
  step: ChaseStep;
  /** The day on which the step is due. */
  dueOn: Day;
  /** Reminders that came to somebody. */
  reminders: number;
  /** Whether a task for the office is due: all reminders were in vain, or no mail or call can be made. */
  unreachable: boolean;
}

/**
 * What to do next. A mail that came to nobody is no reminder, makes the next step due at once and rules mails out until a
 * newer one was delivered. Without an address one calls, without a number a claim slip is handed out, then the teacher is asked.
 */
export function chaseStanding({ askedOn, approaches, canMail, hasPhone }: OpenAsking, rules: ChaseRules, today: Day): ChaseStanding {
  const made = approaches.filter(({ failed }) => !failed);
  const reminders = made.filter(({ reminder }) => reminder).length;
  const mails = canMail && approaches.findLast(({ channel }) => channel === 'MAIL')?.failed !== true;
  const latest = [askedOn, ...made.map(({ on }) => on)].sort().at(-1)!;
  const dueOn = approaches.at(-1)?.failed ? approaches.at(-1)!.on : addDays(latest, reminders === 0 ? rules.firstAfterDays : rules.thenEveryDays);
  if (today < dueOn) return { step: 'WAIT', dueOn, reminders, unreachable: false };
  const inVain = reminders >= rules.mostReminders;
  return { step: nextStep({ mails: mails && !inVain, hasPhone, made, inVain }), dueOn, reminders, unreachable: inVain || (!mails && !hasPhone) };
}

function nextStep({ mails, hasPhone, made, inVain }: { mails: boolean; hasPhone: boolean; made: readonly Approach[]; inVain: boolean }): ChaseStep {
  const tried = (way: ApproachChannel) => made.some(({ channel }) => channel === way);
  if (mails) return 'MAIL';
  if (hasPhone && !(inVain && tried('CALL'))) return 'CALL';
  if (!tried('SLIP')) return 'SLIP';
  return tried('TEACHER') ? 'OFFICE' : 'TEACHER';
}

/**
 * Who is asked where one of two guardians will do: the second one when only they can be written to. Nobody stands in for
 * a pupil, nor where both guardians sign or one has sole custody.
 */
export function askedInstead(missing: Signer, { requiredGuardians, custody, canMail }: { requiredGuardians: number; custody: Custody; canMail: (signer: Signer) => boolean }): Signer {
  const either = missing === 'GUARDIAN_1' && requiredGuardians === 1 && custody !== 'SOLE';
  return either && !canMail('GUARDIAN_1') && canMail('GUARDIAN_2') ? 'GUARDIAN_2' : missing;
}
