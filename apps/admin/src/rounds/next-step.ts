import type { Round } from './types';

export type RoundTab = 'occurrences' | 'participants' | 'pins' | 'runs' | 'placements';

export interface Check {
  key: 'occurrences' | 'participants' | 'wishes' | 'deadline' | 'seats';
  /** OK, still missing (a run makes no sense), or worth a look. */
  state: 'done' | 'missing' | 'look';
  tab: RoundTab | 'edit';
  values: Record<string, number>;
}

/** What a round still needs, in the order one does it (`now` as epoch milliseconds). */
export function roundChecks({ counts, deadline, unit }: Pick<Round, 'counts' | 'deadline' | 'unit'>, now: number): Check[] {
  const { occurrences, participants, withWishes, seats } = counts;
  const without = participants - withWishes;
  const enough: Check = { key: 'seats', state: occurrences === 0 ? 'missing' : seats < participants ? 'look' : 'done', tab: 'occurrences', values: { seats, smart_count: participants } };
  return [
    { key: 'occurrences', state: occurrences > 0 ? 'done' : 'missing', tab: 'occurrences', values: { smart_count: occurrences } },
    { key: 'participants', state: participants > 0 ? 'done' : 'missing', tab: 'participants', values: { smart_count: participants } },
    { key: 'wishes', state: withWishes === 0 ? 'missing' : without > 0 ? 'look' : 'done', tab: 'participants', values: { smart_count: without } },
    // Groups come by head count, which is not known here.
    ...(unit === 'GROUPS' ? [] : [enough]),
    { key: 'deadline', state: deadline !== null && Date.parse(deadline) <= now ? 'done' : 'look', tab: 'edit', values: {} },
  ];
}

/** The one thing to do next. */
export type NextStep = 'occurrences' | 'participants' | 'wishes' | 'run' | 'result' | 'placements' | 'second_call' | 'none';

/** The next sensible step of a round; `lastDone` = there is a finished run to look at, `unplaced` = how many the published one left without a place. */
export function nextStep(round: Pick<Round, 'counts' | 'state'>, lastDone: boolean, unplaced = 0): NextStep {
  if (round.state === 'PUBLISHED') return unplaced > 0 && round.counts.seats > 0 ? 'second_call' : 'placements';
  if (round.state === 'CLOSED') return 'none';
  const { occurrences, participants, withWishes } = round.counts;
  if (occurrences === 0) return 'occurrences';
  if (participants === 0) return 'participants';
  if (withWishes === 0) return 'wishes';
  return lastDone ? 'result' : 'run';
}
