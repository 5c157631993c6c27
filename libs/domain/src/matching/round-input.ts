import { eligibilityBar, shownCode, type EligibilityBar, type RoundOccurrence, type RoundParticipant, type RoundWorld } from './eligibility';
import { scoreOf } from './interests';
import { classOf, type History, type PriorityClass } from './priorities';
import { reservedSeats, traitsOf, type Reserve, type TraitFacts } from './reserves';
import type { RoundSettings } from './settings';

export interface RoundPair {
  participantId: string;
  occurrenceId: string;
  kind: 'PIN' | 'VETO';
}

/** A participant as it enters a round: what rules read, what classes read, and, apart from both, what reserves read. */
export interface RoundMember extends RoundParticipant {
  /** The class the office put it in. */
  classId: string | null;
  history: History;
  traitFacts: TraitFacts;
}

/** A round as it stands: everything its input is made of. */
export interface RoundState {
  members: readonly RoundMember[];
  occurrences: readonly RoundOccurrence[];
  pairs: readonly RoundPair[];
  classes: readonly PriorityClass[];
  reserves: readonly Reserve[];
  settings: Omit<RoundSettings, 'seed'>;
  world: RoundWorld;
}

/** A wish, or a pin outside the wishes, that a rule bars. */
export interface BarredPair extends EligibilityBar {
  participantId: string;
  occurrenceId: string;
  /** 1 = the first wish; null = a pin outside the wishes. */
  rank: number | null;
}

/** Pairs the rules bar among the wishes and pins of a round, asked once: input, findings and words share the answer. */
export function barredPairs({ members, occurrences, pairs, world }: Pick<RoundState, 'members' | 'occurrences' | 'pairs' | 'world'>): BarredPair[] {
  const known = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const pinned = Map.groupBy(pairs.filter(({ kind }) => kind === 'PIN'), ({ participantId }) => participantId);
  return members.flatMap((member) => {
    const outside = (pinned.get(member.id) ?? []).filter(({ occurrenceId }) => !member.wishes.includes(occurrenceId));
    const asked = [...member.wishes.map((occurrenceId, at) => ({ occurrenceId, rank: at + 1 })), ...outside.map(({ occurrenceId }) => ({ occurrenceId, rank: null }))];
    return asked.flatMap(({ occurrenceId, rank }) => {
      const occurrence = known.get(occurrenceId);
      const bar = occurrence && eligibilityBar(member, occurrence, world);
      return bar ? [{ ...bar, participantId: member.id, occurrenceId, rank }] : [];
    });
  });
}

/**
 * The engine's input from a round: free seats are what other placements have left, classes turn into priorities (0 = best),
 * wishes outside the round are dropped, barred ones carry the code that may be shown. A barred pin outside the wishes
 * stands as a barred wish, so that the engine refuses it like any other. Fits between interests and topics are told where
 * the objective reads them. Pure; the order of rows does not matter.
 */
export function roundInput(state: RoundState, barred: readonly BarredPair[] = barredPairs(state)) {
  const { members, occurrences, pairs, settings } = state;
  const known = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const bars = new Map(barred.map((bar) => [`${bar.participantId} ${bar.occurrenceId}`, shownCode(bar.code)]));
  const outside = Map.groupBy(barred.filter(({ rank }) => rank === null), ({ participantId }) => participantId);
  const classes = settings.usePriorities ? state.classes : [];
  const reserves = settings.useReserves ? state.reserves : [];
  const scored = settings.mechanism === 'OPTIMAL' && (settings.objective === 'SCORE' || settings.objective === 'WORST_SCORE_FIRST');
  const pair = ({ participantId, occurrenceId }: RoundPair) => ({ pupil: participantId, occurrence: occurrenceId });
  const { mechanism, objective } = settings;
  return {
    pupils: members.map((member) => {
      const traits = traitsOf(reserves, member.traitFacts);
      const asked = [...member.wishes, ...(outside.get(member.id) ?? []).map(({ occurrenceId }) => occurrenceId)];
      return {
        id: member.id,
        size: member.seats,
        ...(traits.length > 0 ? { traits } : {}),
        wishes: asked.flatMap((id) => {
          const occurrence = known.get(id);
          if (!occurrence) return [];
          const bar = bars.get(`${member.id} ${id}`);
          return [{ occurrence: id, priority: classOf(classes, member.classId, member.history, occurrence.hostId), ...(scored ? { score: scoreOf(member, occurrence) } : {}), ...(bar ? { notEligible: bar } : {}) }];
        }),
      };
    }),
    occurrences: occurrences.map((occurrence) => {
      const capacity = freeSeats(occurrence);
      const kept = reservedSeats(reserves, occurrence.id, capacity);
      return {
        id: occurrence.id,
        activity: occurrence.activityId,
        capacity,
        minimum: settings.closeBelowMinimum ? stillNeeded(occurrence) : 0,
        startsAt: occurrence.startsAt.toISOString(),
        endsAt: occurrence.endsAt.toISOString(),
        ...(kept.length > 0 ? { reserves: kept } : {}),
      };
    }),
    pins: pairs.filter(({ kind }) => kind === 'PIN').map(pair),
    vetoes: pairs.filter(({ kind }) => kind === 'VETO').map(pair),
    settings: {
      placesPerPupil: settings.placesPerParticipant,
      ...(mechanism === 'OPTIMAL' && objective ? { mechanism: { kind: mechanism, objective } } : {}),
    },
  };
}

/** Seats other placements have left. */
export const freeSeats = ({ capacity, taken }: Pick<RoundOccurrence, 'capacity' | 'taken'>): number => Math.max(0, capacity - taken);

/** Seats that must still be taken for an occurrence to reach its minimum; never more than are free. */
export const stillNeeded = (occurrence: Pick<RoundOccurrence, 'capacity' | 'taken' | 'minimum'>): number => Math.min(freeSeats(occurrence), Math.max(0, occurrence.minimum - occurrence.taken));
