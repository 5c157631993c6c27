import { Refusal } from '../kernel';
import { schoolKinds, type SchoolKind } from '../partners';

export const traitKinds = ['SCHOOL_KIND', 'FIRST_TIME', 'FAR_FROM_CENTRE', 'GRADES'] as const;
export type TraitKind = (typeof traitKinds)[number];

/** What a reserve is for, told by facts the platform knows anyway; no attribute of a person is recorded for it. */
export type Trait =
  | { kind: 'SCHOOL_KIND'; schoolKind: SchoolKind }
  | { kind: 'FIRST_TIME' }
  /** The school lies at least so many kilometres of road from the centre of the region (ländlicher Raum). */
  | { kind: 'FAR_FROM_CENTRE'; leastKm: number }
  | { kind: 'GRADES'; from: number; to: number };

/** Seats kept for holders of a trait as long as any ask for them: a number, or a share of the free seats in percent. */
export interface Reserve {
  id: string;
  trait: Trait;
  /** Null = every occurrence of the round. */
  occurrenceId: string | null;
  seats: number | null;
  percent: number | null;
  /** The lawful reason (AGG § 5 positive measures, the funding's goal): needed, kept in the office, never shown to hosts. */
  reason: string;
}

/** What traits are read from. Only reserves see these facts: scores, classes and lotteries are not given them. */
export interface TraitFacts {
  schoolKinds: readonly SchoolKind[];
  firstTime: boolean;
  kmFromCentre: number | null;
  grade: number | null;
}

/** The engine takes no more than 8 reserves per occurrence. */
export const maxReserves = 8;
export const shortestReserveReason = 10;

/** Tells whether two reserves speak of the same trait. */
function traitKey(trait: Trait): string {
  switch (trait.kind) {
    case 'SCHOOL_KIND': return `SCHOOL_KIND ${trait.schoolKind}`;
    case 'FIRST_TIME': return 'FIRST_TIME';
    case 'FAR_FROM_CENTRE': return `FAR_FROM_CENTRE ${trait.leastKm}`;
    case 'GRADES': return `GRADES ${trait.from}-${trait.to}`;
  }
}

/** Whether facts have a trait; what is unknown has none. */
export function hasTrait(trait: Trait, facts: TraitFacts): boolean {
  switch (trait.kind) {
    case 'SCHOOL_KIND': return facts.schoolKinds.includes(trait.schoolKind);
    case 'FIRST_TIME': return facts.firstTime;
    case 'FAR_FROM_CENTRE': return facts.kmFromCentre !== null && facts.kmFromCentre >= trait.leastKm;
    case 'GRADES': return facts.grade !== null && facts.grade >= trait.from && facts.grade <= trait.to;
  }
}

/**
 * The name of a trait in the engine's input and in all that runs keep: the id of the first reserve that speaks of it. It
 * says nothing to who may not read the reserves.
 */
const nameOf = (reserves: readonly Pick<Reserve, 'id' | 'trait'>[], trait: Trait): string => reserves.find((reserve) => traitKey(reserve.trait) === traitKey(trait))?.id ?? '';

/** Names of the traits somebody holds among those the reserves speak of; traits nobody reserves for are not told. */
export const traitsOf = (reserves: readonly Pick<Reserve, 'id' | 'trait'>[], facts: TraitFacts): string[] =>
  [...new Set(reserves.flatMap(({ trait }) => (hasTrait(trait, facts) ? [nameOf(reserves, trait)] : [])))].sort();

/**
 * Seats an occurrence reserves, by trait, as the engine takes them: a reserve for the occurrence itself goes before one of
 * the same trait for all; shares are rounded down; together they never exceed the free seats, the first ones filled first.
 */
export function reservedSeats(reserves: readonly Reserve[], occurrenceId: string, freeSeats: number): { trait: string; seats: number }[] {
  const own = reserves.filter((reserve) => reserve.occurrenceId === occurrenceId);
  const ownTraits = new Set(own.map(({ trait }) => traitKey(trait)));
  const general = reserves.filter((reserve) => reserve.occurrenceId === null && !ownTraits.has(traitKey(reserve.trait)));
  let left = freeSeats;
  return [...own, ...general].flatMap(({ trait, seats, percent }) => {
    const kept = Math.min(left, seats ?? Math.floor((freeSeats * (percent ?? 0)) / 100));
    left -= kept;
    return kept > 0 ? [{ trait: nameOf(reserves, trait), seats: kept }] : [];
  });
}

const whole = (value: number | null | undefined, least: number, most: number) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

function traitFaults(trait: Trait): Record<string, string> {
  switch (trait.kind) {
    case 'SCHOOL_KIND': return schoolKinds.includes(trait.schoolKind) ? {} : { schoolKind: 'isIn' };
    case 'FIRST_TIME': return {};
    case 'FAR_FROM_CENTRE': return whole(trait.leastKm, 1, 300) ? {} : { leastKm: 'range' };
    case 'GRADES': return whole(trait.from, 1, 13) && whole(trait.to, trait.from, 13) ? {} : { grades: 'range' };
  }
}

/** Checks the reserves of a round. Refuses INVALID_INPUT naming the fields: seats or percent, a sound trait, a reason, no trait twice for the same seats, at most 8 for one occurrence. */
export function checkReserves(reserves: readonly Omit<Reserve, 'id'>[]): void {
  const fields: Record<string, string> = {};
  const target = ({ trait, occurrenceId }: Pick<Reserve, 'trait' | 'occurrenceId'>) => `${occurrenceId ?? ''} ${traitKey(trait)}`;
  for (const [at, reserve] of reserves.entries()) {
    const { trait, seats, percent, reason } = reserve;
    for (const [field, rule] of Object.entries(traitFaults(trait))) fields[`reserves.${at}.trait.${field}`] = rule;
    if ((seats === null) === (percent === null)) fields[`reserves.${at}.seats`] = 'seatsOrPercent';
    if (seats !== null && !whole(seats, 1, 2000)) fields[`reserves.${at}.seats`] = 'range';
    if (percent !== null && !whole(percent, 1, 100)) fields[`reserves.${at}.percent`] = 'range';
    if (reason.trim().length < shortestReserveReason) fields[`reserves.${at}.reason`] = 'required';
    if (reserves.findIndex((other) => target(other) === target(reserve)) !== at) fields[`reserves.${at}.trait`] = 'arrayUnique';
  }
  const general = reserves.filter(({ occurrenceId }) => occurrenceId === null).length;
  const ownCounts = [...Map.groupBy(reserves.filter(({ occurrenceId }) => occurrenceId !== null), ({ occurrenceId }) => occurrenceId).values()].map((own) => own.length);
  if (general + Math.max(0, ...ownCounts) > maxReserves) fields['reserves'] = 'arrayMaxSize';
  if (Object.keys(fields).length > 0) throw new Refusal('INVALID_INPUT', {}, fields);
}
