import { figures } from './figures.ts';
import type { OutcomeFigures } from './figures.ts';
import type { Outcome, PupilRecord } from './outcome.ts';

/** What comparing reads of an outcome, for callers who store its parts. */
export type ComparedOutcome = Pick<Outcome, 'inputHash' | 'pupils' | 'occurrences' | 'closed'>;

/**
 * What changed for one pupil from one outcome to the other: GAINED and LOST by number of places first, then by the ranks
 * from best to worst (a place outside the wishes counts behind every wish); MOVED = another place of the same rank.
 */
export interface PupilChange {
  id: string;
  change: 'GAINED' | 'LOST' | 'MOVED' | 'JOINED' | 'LEFT';
  before: { occurrence: string; rank: number | null }[];
  after: { occurrence: string; rank: number | null }[];
}

export interface OutcomeComparison {
  /** Whether both runs were made from the same frozen input. */
  sameInput: boolean;
  /** Everybody whose places differ, by id; JOINED and LEFT are in one outcome only. */
  changes: PupilChange[];
  gained: number;
  lost: number;
  moved: number;
  unchanged: number;
  before: OutcomeFigures;
  after: OutcomeFigures;
}

/** Compares two outcomes pupil by pupil, for instance two dry runs with other settings or the same with one more pin. */
export function compareOutcomes(before: ComparedOutcome, after: ComparedOutcome): OutcomeComparison {
  const then = new Map(before.pupils.map((pupil) => [pupil.id, pupil]));
  const now = new Map(after.pupils.map((pupil) => [pupil.id, pupil]));
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort();
  const changes = ids.flatMap((id) => {
    const change = changeOf(then.get(id), now.get(id));
    return change ? [{ id, change, before: placesOf(then.get(id)), after: placesOf(now.get(id)) }] : [];
  });
  const count = (kind: PupilChange['change']): number => changes.filter(({ change }) => change === kind).length;
  return {
    sameInput: before.inputHash === after.inputHash,
    changes,
    gained: count('GAINED'),
    lost: count('LOST'),
    moved: count('MOVED'),
    unchanged: ids.length - changes.length,
    before: figures(before),
    after: figures(after),
  };
}

function changeOf(before: PupilRecord | undefined, after: PupilRecord | undefined): PupilChange['change'] | undefined {
  if (!before) return 'JOINED';
  if (!after) return 'LEFT';
  const then = sortedRanks(before);
  const now = sortedRanks(after);
  if (now.length !== then.length) return now.length > then.length ? 'GAINED' : 'LOST';
  const differs = now.findIndex((rank, i) => rank !== then[i]);
  if (differs !== -1) return now[differs]! < then[differs]! ? 'GAINED' : 'LOST';
  const held = new Set(before.places.map(({ occurrence }) => occurrence));
  return after.places.every(({ occurrence }) => held.has(occurrence)) ? undefined : 'MOVED';
}

function sortedRanks({ places }: PupilRecord): number[] {
  return places.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY).sort((x, y) => (x < y ? -1 : 1));
}

function placesOf(pupil: PupilRecord | undefined): PupilChange['before'] {
  return pupil ? pupil.places.map(({ occurrence, rank }) => ({ occurrence, rank })) : [];
}
