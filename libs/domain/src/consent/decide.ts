import { berlinDay, Refusal, type Day } from '../kernel';
import { isEntitled, lapseDay, renewalDay, requiredSigners, type SignerRule } from './signers';
import { standing, type ConsentEvent, type PastEvent, type Standing } from './standing';
import { validUntil, type Validity } from './validity';
import type { ConsentAct, Custody, Signer } from './vocabularies';

/** What a decision on a pupil's consent to a purpose is judged by. */
export interface ConsentCase {
  /** The signer rule in force on a day. */
  ruleOn: (day: Day) => SignerRule;
  /** First days of rules that were marked as material, ascending: what was given before is asked anew where it does not satisfy them. */
  renewals: readonly Day[];
  validity: Validity;
  birthDate: Day | null;
  custody: Custody;
  /** All that happened, in the order of the ledger. */
  ledger: readonly PastEvent[];
}

/** An act to be recorded. */
export interface NewAct {
  act: ConsentAct;
  signer: Signer | null;
  at: Date;
  /** The series of the text it speaks of. */
  series: number;
}

/**
 * An act with what is known now of its day: a corrected birth date or another custody reaches back to what was decided.
 * From a material rule's first day on, `since`, what was decided before counts as far as it would have under that rule.
 */
function seenToday({ ruleOn, birthDate, custody }: ConsentCase, event: PastEvent, since: Day | null): ConsentEvent {
  const day = berlinDay(event.at);
  const rule = ruleOn(since !== null && since > day ? since : day);
  const required = requiredSigners(rule, birthDate, day, custody);
  const ofGuardian = event.act === 'GIVEN' && event.signer !== 'PUPIL';
  return { ...event, required, lapsesOn: ofGuardian ? lapseDay(rule, birthDate, day, required) : null, renewOn: ofGuardian ? renewalDay(rule, birthDate, day, required) : null };
}

/**
 * Where a consent stands after a ledger. A material rule to come is looked ahead to: what does not satisfy it lapses on
 * its first day, so that nothing depends on a job having run then, and is asked anew on it.
 */
function standingAfter(known: ConsentCase, ledger: readonly PastEvent[]): Standing {
  const today = ledger.map(({ at }) => berlinDay(at)).reduce((a, b) => (a > b ? a : b));
  const asOf = (since: Day | null, events: readonly PastEvent[]) => standing(events.map((event) => seenToday(known, event, since)));
  let now = asOf(known.renewals.findLast((day) => day <= today) ?? null, ledger);
  for (const day of known.renewals.filter((first) => first > today)) {
    if (now.state !== 'GIVEN' || (now.validUntil !== null && now.validUntil < day) || (now.lapsesOn !== null && now.lapsesOn < day)) break;
    const then = asOf(day, [...ledger, { act: 'RULE_CHANGED', signer: null, at: new Date(`${day}T12:00:00Z`), series: now.series, validUntil: null }]);
    const [lapsesOn, renewOn, validUntil] = then.state === 'GIVEN' ? [then.lapsesOn, then.renewOn, then.validUntil] : [day, day, now.validUntil];
    now = { ...now, lapsesOn, validUntil, renewOn: now.renewOn !== null && now.renewOn < day ? now.renewOn : renewOn };
  }
  return now;
}

/**
 * Judges an act on the day it was decided: what the ledger gains, and where the consent stands then. Refuses
 * SIGNER_NOT_ENTITLED for an answer of somebody whom neither age nor custody lets decide; whoever once said yes may take
 * it back.
 */
export function decide(known: ConsentCase, { act, signer, at, series }: NewAct): { event: ConsentEvent; standing: Standing } {
  const { validity, custody, ledger } = known;
  const fresh = { act, signer, at, series, validUntil: act === 'GIVEN' ? validUntil(validity, berlinDay(at)) : null };
  const event = seenToday(known, fresh, null);
  const takesBack = act === 'WITHDRAWN' && ledger.some((before) => before.signer === signer && before.act === 'GIVEN');
  if (signer !== null && !takesBack && !isEntitled(signer, event.required, custody)) throw new Refusal('SIGNER_NOT_ENTITLED');
  return { event, standing: standingAfter(known, [...ledger, fresh]) };
}
