import { berlinDay, type Day } from '../kernel';
import type { RequiredSigners } from './signers';
import { signers, type Answer, type ConsentAct, type ConsentState, type Signer } from './vocabularies';

/** One act on a pupil's consent to a purpose, as the ledger keeps it. */
export interface PastEvent {
  act: ConsentAct;
  /** Who answered; null for what the office does. */
  signer: Signer | null;
  /** When it was decided: of a paper, the day of the signature. */
  at: Date;
  /** The series of the text it speaks of; a material change begins the next one. */
  series: number;
  validUntil: Day | null;
}

/** An act with what birth date, custody and rules, as they are known now, say of its day. */
export interface ConsentEvent extends PastEvent {
  /** Whose yes it takes on that day. */
  required: RequiredSigners;
  lapsesOn: Day | null;
  renewOn: Day | null;
}

/** Where a consent stands: its state, whose yes is missing, and until when a given one holds. */
export interface Standing {
  state: Exclude<ConsentState, 'EXPIRED' | 'SUPERSEDED'>;
  missing: Signer[];
  validUntil: Day | null;
  /** The day from which it no longer counts unless the pupil renews it. */
  lapsesOn: Day | null;
  /** The day on which the pupil is to be asked to renew it; null from then on, as `missing` says so then. */
  renewOn: Day | null;
  /** The newest series of the text that somebody was asked for or answered. */
  series: number;
}

const none = { missing: [], validUntil: null, lapsesOn: null, renewOn: null };
/** Acts of the office that ask nobody: they judge anew. */
const judging: ReadonlySet<ConsentAct> = new Set<ConsentAct>(['CUSTODY', 'RECTIFIED', 'RULE_CHANGED']);
const isAnswer = (act: ConsentAct): act is Answer => act === 'GIVEN' || act === 'REFUSED' || act === 'WITHDRAWN';

/** By the day it was decided; on one day a withdrawal is last, else the order of the clock and of the ledger stands. */
function inOrder(events: readonly ConsentEvent[]): ConsentEvent[] {
  const rank = ({ act }: ConsentEvent) => (act === 'WITHDRAWN' ? 1 : 0);
  return events
    .map((event, at) => ({ event, at, day: berlinDay(event.at) }))
    .sort((a, b) => a.day.localeCompare(b.day) || rank(a.event) - rank(b.event) || a.event.at.getTime() - b.event.at.getTime() || a.at - b.at)
    .map(({ event }) => event);
}

/** The first of some days; null where none is fixed. */
const earliest = (days: readonly (Day | null)[]): Day | null => days.flatMap((day) => day ?? []).sort()[0] ?? null;

/** Of more guardians than it takes, those whose yes holds longest. */
function counted(yes: readonly ConsentEvent[], required: RequiredSigners): ConsentEvent[] {
  const guardians = yes.filter(({ signer }) => signer !== 'PUPIL').sort((a, b) => (b.validUntil ?? '').localeCompare(a.validUntil ?? ''));
  return [...guardians.slice(0, required.guardians), ...(required.pupil ? yes.filter(({ signer }) => signer === 'PUPIL') : [])];
}

/** What some yeses agree to, when they are all that it takes; null while one is missing. */
function agreement(yes: readonly ConsentEvent[], required: RequiredSigners): Pick<Standing, 'validUntil' | 'lapsesOn' | 'renewOn'> | null {
  const latest = [...new Map(yes.map((event) => [event.signer, event])).values()];
  const counting = counted(latest, required);
  if (counting.length === 0 || missingOf(signersOf(latest), required).length > 0) return null;
  return { validUntil: earliest(counting.map((event) => event.validUntil)), lapsesOn: earliest(counting.map((event) => event.lapsesOn)), renewOn: earliest(counting.map((event) => event.renewOn)) };
}

const signersOf = (events: readonly ConsentEvent[]): Signer[] => events.flatMap(({ signer }) => signer ?? []);

/** The yeses nobody took back, of the newest series, that hold on a day. */
function standingYes(events: readonly ConsentEvent[], series: number, today: Day): ConsentEvent[] {
  return events.filter(({ act, signer, series: of, validUntil }, at) =>
    act === 'GIVEN' && of === series && (validUntil === null || validUntil >= today) && events.slice(at + 1).every((later) => later.signer !== signer || later.act === 'GIVEN'));
}

/**
 * Where a consent stands after all that happened, in the order of the ledger. Each signer's latest answer counts, by the
 * day it was decided; a yes counts for the newest series alone and until its last day. A consent is given once, on the
 * day of some yes, everybody had said yes whom that day takes; a later day that would take more does not end it, but a
 * pupil who took over since renews it within the grace, and a yes given beside guardians is not yet the pupil's own.
 * What the office voided counts no more, nor what came before. Of two guardians who disagree neither wins (DISPUTED); a
 * missing yes is no yes.
 */
export function standing(ledger: readonly ConsentEvent[]): Standing {
  const voided = ledger.findLastIndex(({ act }) => act === 'INVALIDATED');
  const series = Math.max(1, ...ledger.map((event) => event.series));
  const events = inOrder(ledger.slice(voided + 1));
  const last = events.at(-1);
  if (!last) return { state: voided < 0 ? 'NOT_ASKED' : 'INVALIDATED', series, ...none };

  const { required } = last;
  const latest = new Map(events.flatMap((event): [Signer, ConsentEvent][] => (event.signer && isAnswer(event.act) ? [[event.signer, event]] : [])));
  const refusal = noOf(latest, required);
  if (refusal) return { state: refusal, series, ...none };

  const today = berlinDay(last.at);
  const yes = standingYes(events, series, today);
  const own = yes.filter((event) => required.guardians > 0 || event.required.guardians === 0);
  const agreed = [...yes.map((event, at) => agreement(yes.slice(0, at + 1), event.required)), agreement(own, required)].findLast((found) => found && (found.lapsesOn === null || found.lapsesOn > today));
  const missing = missingOf(signersOf(own), required);
  if (!agreed) return { ...none, state: events.some(({ act }) => !judging.has(act)) ? 'REQUESTED' : 'NOT_ASKED', missing, series };
  const renewing = agreed.lapsesOn !== null && required.guardians === 0;
  return { ...agreed, state: 'GIVEN', missing: renewing ? missing : [], renewOn: renewing || (agreed.renewOn ?? today) <= today ? null : agreed.renewOn, series };
}

/** The no that stands, if one does. A withdrawal ends the yes of both guardians; a later yes of the other one disputes it. */
function noOf(latest: ReadonlyMap<Signer, ConsentEvent>, required: RequiredSigners): 'REFUSED' | 'WITHDRAWN' | 'DISPUTED' | null {
  const pupil = latest.get('PUPIL');
  if (required.pupil && pupil && pupil.act !== 'GIVEN') return pupil.act === 'WITHDRAWN' ? 'WITHDRAWN' : 'REFUSED';
  const guardians = signers.filter((signer) => signer !== 'PUPIL').flatMap((signer) => latest.get(signer) ?? []);
  if (required.guardians === 0) return (!pupil || pupil.required.guardians > 0) && guardians.some(({ act }) => act === 'WITHDRAWN') ? 'WITHDRAWN' : null;
  const no = guardians.find(({ act }) => act !== 'GIVEN');
  const yes = guardians.find(({ act }) => act === 'GIVEN');
  if (!no) return null;
  if (!yes) return guardians.some(({ act }) => act === 'WITHDRAWN') ? 'WITHDRAWN' : 'REFUSED';
  return no.act === 'WITHDRAWN' && yes.at <= no.at ? 'WITHDRAWN' : 'DISPUTED';
}

/** Whose yes is missing; where one of two guardians will do, the first is named. */
function missingOf(yes: readonly Signer[], required: RequiredSigners): Signer[] {
  const guardians = (['GUARDIAN_1', 'GUARDIAN_2'] as const).filter((signer) => !yes.includes(signer));
  const open = Math.max(0, required.guardians - (2 - guardians.length));
  return [...guardians.slice(0, open), ...(required.pupil && !yes.includes('PUPIL') ? (['PUPIL'] as const) : [])];
}
