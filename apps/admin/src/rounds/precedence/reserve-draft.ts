import { shortestReserveReason, type TraitKind } from '@mintforge/domain/matching';
import type { ReserveInput, RoundReserve } from './verbs';

/** A reserve as its form holds it: numbers as typed. */
export interface ReserveDraft {
  kind: TraitKind;
  schoolKind: NonNullable<RoundReserve['trait']['schoolKind']>;
  leastKm: string;
  from: string;
  to: string;
  by: 'SEATS' | 'PERCENT';
  amount: string;
  occurrenceId: string | null;
  reason: string;
}

/** What a form about a reserve, or about a new one, starts with. */
export function draftOf(reserve?: RoundReserve): ReserveDraft {
  const { trait, seats, percent, occurrenceId, reason } = reserve ?? {};
  return {
    kind: trait?.kind ?? 'SCHOOL_KIND',
    schoolKind: trait?.schoolKind ?? 'LOWER_SECONDARY',
    leastKm: String(trait?.leastKm ?? 20),
    from: String(trait?.from ?? 8),
    to: String(trait?.to ?? 10),
    by: seats ? 'SEATS' : 'PERCENT',
    amount: String(seats ?? percent ?? 20),
    occurrenceId: occurrenceId ?? null,
    reason: reason ?? '',
  };
}

const within = (text: string, least: number, most: number) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;

/** Fields of a draft that cannot be meant; those of other kinds of trait are not looked at. */
export function draftFaults({ kind, leastKm, from, to, by, amount, reason }: ReserveDraft): (keyof ReserveDraft)[] {
  const faults: [keyof ReserveDraft, boolean][] = [
    ['leastKm', kind === 'FAR_FROM_CENTRE' && !within(leastKm, 1, 300)],
    ['from', kind === 'GRADES' && !within(from, 1, 13)],
    ['to', kind === 'GRADES' && !within(to, Number(from), 13)],
    ['amount', !within(amount, 1, by === 'PERCENT' ? 100 : 2000)],
    ['reason', reason.trim().length < shortestReserveReason],
  ];
  return faults.flatMap(([field, faulty]) => (faulty ? [field] : []));
}

/** What the API is given for a draft. */
export function draftInput({ kind, schoolKind, leastKm, from, to, by, amount, occurrenceId, reason }: ReserveDraft): ReserveInput {
  const trait = {
    SCHOOL_KIND: { kind, schoolKind },
    FIRST_TIME: { kind },
    FAR_FROM_CENTRE: { kind, leastKm: Number(leastKm) },
    GRADES: { kind, from: Number(from), to: Number(to) },
  }[kind];
  return { trait, occurrenceId, seats: by === 'SEATS' ? Number(amount) : null, percent: by === 'PERCENT' ? Number(amount) : null, reason: reason.trim() };
}

/** A reserve that stays as it is, as the API takes it. */
export const reserveInput = ({ trait, occurrenceId, seats, percent, reason }: RoundReserve): ReserveInput => ({ trait, occurrenceId, seats, percent, reason });
