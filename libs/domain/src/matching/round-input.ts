import { ageOn, berlinDay, type Day } from '../kernel';
import type { RoundSettings } from './settings';

/** A participant (pupil, or group by head count) with ranked wishes: occurrence ids, best first. */
export interface RoundParticipant {
  id: string;
  seats: number;
  /** 0 = everybody, 1 to 9 = goes before all lower ones. */
  priority: number;
  grade: number | null;
  birthDate: Day | null;
  wishes: readonly string[];
}

export interface RoundOccurrence {
  id: string;
  activityId: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  taken: number;
  minimum: number;
  open: boolean;
  grades: readonly number[];
  minimumAge: number | null;
}

export interface RoundPair {
  participantId: string;
  occurrenceId: string;
  kind: 'PIN' | 'VETO';
}

/** Why a participant may not attend an occurrence; null = may. An unknown grade or birth date does not bar: the office checks it. */
export type EligibilityRule = 'GRADE' | 'MINIMUM_AGE' | 'NOT_OPEN';

/**
 * The eligibility rule that bars a participant: the occurrence must be planned and published, the grade among the
 * activity's grades (none stated = all), the age on the Berlin day of the start at least the minimum.
 */
export function eligibilityBar(participant: Pick<RoundParticipant, 'grade' | 'birthDate'>, occurrence: RoundOccurrence): EligibilityRule | null {
  if (!occurrence.open) return 'NOT_OPEN';
  if (participant.grade !== null && occurrence.grades.length > 0 && !occurrence.grades.includes(participant.grade)) return 'GRADE';
  if (participant.birthDate !== null && occurrence.minimumAge !== null && ageOn(participant.birthDate, berlinDay(occurrence.startsAt)) < occurrence.minimumAge) return 'MINIMUM_AGE';
  return null;
}

const topPriority = 9;

/**
 * The engine's input from a round's rows: free seats are what other placements have left, priorities turn into classes
 * (0 = best), wishes outside the round are dropped. Pure; the order of rows does not matter.
 */
export function roundInput(participants: readonly RoundParticipant[], occurrences: readonly RoundOccurrence[], pairs: readonly RoundPair[], settings: Omit<RoundSettings, 'seed'>) {
  const known = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const pair = ({ participantId, occurrenceId }: RoundPair) => ({ pupil: participantId, occurrence: occurrenceId });
  return {
    pupils: participants.map((participant) => ({
      id: participant.id,
      size: participant.seats,
      wishes: participant.wishes.flatMap((id) => {
        const occurrence = known.get(id);
        if (!occurrence) return [];
        const bar = eligibilityBar(participant, occurrence);
        return [{ occurrence: id, priority: settings.usePriorities ? topPriority - participant.priority : 0, ...(bar ? { notEligible: bar } : {}) }];
      }),
    })),
    occurrences: occurrences.map((occurrence) => {
      const capacity = Math.max(0, occurrence.capacity - occurrence.taken);
      return {
        id: occurrence.id,
        activity: occurrence.activityId,
        capacity,
        minimum: settings.closeBelowMinimum ? Math.min(capacity, Math.max(0, occurrence.minimum - occurrence.taken)) : 0,
        startsAt: occurrence.startsAt.toISOString(),
        endsAt: occurrence.endsAt.toISOString(),
      };
    }),
    pins: pairs.filter(({ kind }) => kind === 'PIN').map(pair),
    vetoes: pairs.filter(({ kind }) => kind === 'VETO').map(pair),
    settings: { placesPerPupil: settings.placesPerParticipant },
  };
}

export interface InputFinding {
  participantId: string;
  code: 'NO_WISHES' | 'NO_ELIGIBLE_WISH';
}

/** Participants the office should look at before a run, with the reason: nobody is left out silently. */
export function inputFindings(participants: readonly RoundParticipant[], occurrences: readonly RoundOccurrence[]): InputFinding[] {
  const known = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  return participants.flatMap((participant): InputFinding[] => {
    const wished = participant.wishes.flatMap((id) => known.get(id) ?? []);
    if (wished.length === 0) return [{ participantId: participant.id, code: 'NO_WISHES' }];
    return wished.every((occurrence) => eligibilityBar(participant, occurrence)) ? [{ participantId: participant.id, code: 'NO_ELIGIBLE_WISH' }] : [];
  });
}
