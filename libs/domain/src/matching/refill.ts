import { holdsSeat, type PlacementStatus } from './placement-states';
import type { Refill } from './settings';

/** What filling reads of a run's frozen input; the engine's input has this shape. */
export interface RecordedInput {
  pupils: readonly { id: string; size?: number; wishes: readonly { occurrence: string }[] }[];
  occurrences: readonly { id: string; capacity: number; minimum?: number; reserves?: readonly { trait: string; seats: number }[] }[];
  pins?: readonly { pupil: string; occurrence: string }[];
}

/** A placement of the round as it stands, ended ones too. */
export interface StandingPlacement {
  id: string;
  participantId: string;
  occurrenceId: string;
  state: PlacementStatus;
  seats: number;
}

/** An occurrence of the round now: its free seats whoever holds the others, and whether anybody may still join. */
export interface SeatsNow {
  id: string;
  free: number;
  open: boolean;
}

/** Who of a round may still gain a seat. `only` = nobody else, as when a host called off. */
export interface Fillers {
  refill: Exclude<Refill, 'NONE'>;
  /** Participants who left the region's schools since. */
  gone: ReadonlySet<string>;
  only?: ReadonlySet<string>;
}

/** How the chain starts: the input as it is now, the places held, and whose places stay as they are. */
export interface FillRequest<Input extends RecordedInput> {
  input: Input;
  held: Map<string, string[]>;
  frozen: string[];
}

const leftTheRound = (state: PlacementStatus) => state === 'DECLINED' || state === 'LAPSED' || state === 'WITHDRAWN' || state === 'LATE_WITHDRAWN';

/**
 * What the engine's chain starts from after publishing. Seats are those the round's own placements hold plus what is
 * free; none where the run closed the occurrence, nobody joins where it has begun or was called off. Who declined, let
 * an offer lapse or withdrew gets nothing further; who accepted keeps the place (and with WAITING_ONLY everybody who
 * holds one). Minimum sizes no longer count: closing a date that people hold is the office's decision. Pure.
 */
export function fillRequest<Input extends RecordedInput>(recorded: Input, closed: ReadonlySet<string>, placements: readonly StandingPlacement[], seats: readonly SeatsNow[], fillers: Fillers): FillRequest<Input> {
  const held = new Map<string, string[]>();
  const heldSeats = new Map<string, number>();
  const out = new Set(fillers.gone);
  const frozen = new Set<string>();
  for (const { participantId, occurrenceId, state, seats: taken } of placements) {
    if (leftTheRound(state)) out.add(participantId);
    if (!holdsSeat(state)) continue;
    held.set(participantId, [...(held.get(participantId) ?? []), occurrenceId]);
    heldSeats.set(occurrenceId, (heldSeats.get(occurrenceId) ?? 0) + taken);
    if (state === 'ACCEPTED' || fillers.refill === 'WAITING_ONLY') frozen.add(participantId);
  }
  const now = new Map(seats.map((occurrence) => [occurrence.id, occurrence]));
  const mayGain = (id: string) => !out.has(id) && (fillers.only?.has(id) ?? true);
  return {
    input: {
      ...recorded,
      pupils: recorded.pupils.map((pupil) => (mayGain(pupil.id) ? pupil : { ...pupil, wishes: pupil.wishes.filter(({ occurrence }) => held.get(pupil.id)?.includes(occurrence)) })),
      occurrences: recorded.occurrences.map((occurrence) => {
        const joinable = now.get(occurrence.id)?.open && !closed.has(occurrence.id);
        const capacity = (heldSeats.get(occurrence.id) ?? 0) + (joinable ? now.get(occurrence.id)!.free : 0);
        return { ...occurrence, minimum: 0, capacity, ...(occurrence.reserves ? { reserves: within(capacity, occurrence.reserves) } : {}) };
      }),
      pins: (recorded.pins ?? []).filter(({ pupil, occurrence }) => held.get(pupil)?.includes(occurrence)),
    },
    held,
    frozen: [...frozen].sort(),
  };
}

/** Reserves as far as there are seats, the first first. */
function within(capacity: number, reserves: readonly { trait: string; seats: number }[]): { trait: string; seats: number }[] {
  let left = capacity;
  return reserves.flatMap(({ trait, seats }) => {
    const kept = Math.min(seats, left);
    left -= kept;
    return kept > 0 ? [{ trait, seats: kept }] : [];
  });
}

export interface FilledPlace {
  participantId: string;
  occurrenceId: string;
  rank: number | null;
  /** The placement its holder gives up for this one; null = comes from the waiting list or gains a further place. */
  leaves: string | null;
  /** The placement whose seat this is. */
  freedBy: string;
}

/**
 * What a chain changed, from the places held before and after: one row per place gained, with the one given up for it
 * (where several were, in order) and the placement whose seat it was: one of `freed`, or one given up further along the
 * chain; a seat that had been free all along is put down to what its holder lost, or to the first of `freed`. In order
 * of participants. Pure.
 */
export function filledPlaces(placements: readonly StandingPlacement[], after: ReadonlyMap<string, readonly { occurrence: string; rank: number | null }[]>, freed: readonly string[]): FilledPlace[] {
  const holding = Map.groupBy(placements.filter(({ state }) => holdsSeat(state)), ({ participantId }) => participantId);
  const gained = [...after].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([participantId, places]) => {
    const before = holding.get(participantId) ?? [];
    const left = before.filter(({ occurrenceId }) => !places.some(({ occurrence }) => occurrence === occurrenceId));
    return places.filter(({ occurrence }) => !before.some(({ occurrenceId }) => occurrenceId === occurrence)).map(({ occurrence, rank }) => ({ participantId, occurrenceId: occurrence, rank, leaves: left.shift()?.id ?? null }));
  });
  const ended = new Set([...freed, ...gained.flatMap(({ leaves }) => leaves ?? [])]);
  const seatsOf = Map.groupBy(placements.filter(({ id }) => ended.has(id)), ({ occurrenceId }) => occurrenceId);
  const lost = new Map(placements.filter(({ id }) => freed.includes(id)).map(({ participantId, id }) => [participantId, id]));
  return gained.map((place) => ({ ...place, freedBy: (seatsOf.get(place.occurrenceId) ?? []).shift()?.id ?? lost.get(place.participantId) ?? freed[0]! }));
}
