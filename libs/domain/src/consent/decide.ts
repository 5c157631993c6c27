import { berlinDay, Refusal, type Day } from '../kernel';
import { isEntitled, lapseDay, renewalDay, requiredSigners, type SignerRule } from './signers';
import { standing, type ConsentEvent, type PastEvent, type Standing } from './standing';
import { validUntil, type Validity } from './validity';
import type { ConsentAct, Custody, Signer } from './vocabularies';

/** What a decision on a pupil's consent to a purpose is judged by. */
export interface ConsentCase {
  /** The signer rule in force on a day. */
  ruleOn: (day: Day) => SignerRule;
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

/** An act with what is known now of its day: a corrected birth date or another custody reaches back to what was decided. */
function seenToday({ ruleOn, birthDate, custody }: ConsentCase, event: PastEvent): ConsentEvent {
  const day = berlinDay(event.at);
  const rule = ruleOn(day);
  const required = requiredSigners(rule, birthDate, day, custody);
  const ofGuardian = event.act === 'GIVEN' && event.signer !== 'PUPIL';
  return { ...event, required, lapsesOn: ofGuardian ? lapseDay(rule, birthDate, day, required) : null, renewOn: ofGuardian ? renewalDay(rule, birthDate, day, required) : null };
}

/**
 * Judges an act on the day it was decided: what the ledger gains, and where the consent stands then. Refuses
 * SIGNER_NOT_ENTITLED for an answer of somebody whom neither age nor custody lets decide; whoever once said yes may take
 * it back.
 */
export function decide(known: ConsentCase, { act, signer, at, series }: NewAct): { event: ConsentEvent; standing: Standing } {
  const { validity, custody, ledger } = known;
  const event = seenToday(known, { act, signer, at, series, validUntil: act === 'GIVEN' ? validUntil(validity, berlinDay(at)) : null });
  const takesBack = act === 'WITHDRAWN' && ledger.some((earlier) => earlier.signer === signer && earlier.act === 'GIVEN');
  if (signer !== null && !takesBack && !isEntitled(signer, event.required, custody)) throw new Refusal('SIGNER_NOT_ENTITLED');
  return { event, standing: standing([...ledger.map((earlier) => seenToday(known, earlier)), event]) };
}
