import { berlinDay, Refusal, type Day } from '../kernel';
import { isEntitled, lapseDay, requiredSigners, type SignerRule } from './signers';
import { standing, type ConsentEvent, type Standing } from './standing';
import { validUntil, type Validity } from './validity';
import type { ConsentAct, Custody, Signer } from './vocabularies';

/** What a decision on a pupil's consent to a purpose is judged by. */
export interface ConsentCase {
  rule: SignerRule;
  validity: Validity;
  birthDate: Day | null;
  custody: Custody;
  /** All that happened, in the order of the ledger. */
  ledger: readonly ConsentEvent[];
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
 * Judges an act on the day it was decided: what the ledger gains, and where the consent stands then. Refuses
 * SIGNER_NOT_ENTITLED for an answer of somebody whom neither age nor custody lets decide; whoever once said yes may take
 * it back.
 */
export function decide({ rule, validity, birthDate, custody, ledger }: ConsentCase, { act, signer, at, series }: NewAct): { event: ConsentEvent; standing: Standing } {
  const day = berlinDay(at);
  const required = requiredSigners(rule, birthDate, day, custody);
  const takesBack = act === 'WITHDRAWN' && ledger.some((event) => event.signer === signer && event.act === 'GIVEN');
  if (signer !== null && !takesBack && !isEntitled(signer, required, custody)) throw new Refusal('SIGNER_NOT_ENTITLED');
  const event: ConsentEvent = {
    act, signer, at, series, required,
    validUntil: act === 'GIVEN' ? validUntil(validity, day) : null,
    lapsesOn: act === 'GIVEN' && signer !== 'PUPIL' ? lapseDay(rule, birthDate, day, required) : null,
  };
  return { event, standing: standing([...ledger, event]) };
}
