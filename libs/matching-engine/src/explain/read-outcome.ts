import type { Ingested } from '../input/ingest.ts';
import type { Outcome, PlaceRecord, PupilRecord } from '../outcome/outcome.ts';
import type { OptimumViolationCode } from '../optimal/check-optimum.ts';
import type { Match, Problem } from '../problem.ts';

export type ViolationCode =
  | OptimumViolationCode
  | 'OPTIMUM_FIGURES'
  | 'MECHANISM'
  | 'INPUT_HASH'
  | 'SEED'
  | 'SEED_SOURCE'
  | 'SETTINGS'
  | 'LOTTERY'
  | 'PUPILS_DIFFER'
  | 'OCCURRENCES_DIFFER'
  | 'UNKNOWN_OCCURRENCE'
  | 'TOO_MANY_PLACES'
  | 'NOT_WISHED'
  | 'NOT_ELIGIBLE'
  | 'VETOED'
  | 'PIN_MISSING'
  | 'NOT_PINNED'
  | 'WRONG_ROUND'
  | 'CLASH'
  | 'CAPACITY'
  | 'CLOSED_BUT_PLACED'
  | 'BELOW_MINIMUM'
  | 'WASTE'
  | 'ENVY'
  | 'GUARANTEE_MISSED'
  | 'CEILING_EXCEEDED'
  | 'COMPANY_CAPACITY'
  | 'FIGURES'
  | 'CUTOFFS'
  | 'COMPANY_FIGURES';

/** One promise an outcome breaks, and where. */
export interface Violation {
  code: ViolationCode;
  pupil?: string;
  occurrence?: string;
}

/** An outcome record as a match again, with the lottery it states; places that cannot be read are left out and reported. */
export interface OutcomeReading {
  problem: Problem;
  match: Match;
  violations: Violation[];
}

/** Reads a record against the input it claims to be of. A record of other pupils or occurrences is reported and read as empty. */
export function readOutcome(ingested: Ingested, outcome: Outcome): OutcomeReading {
  const { pupilIds, occurrenceIds } = ingested;
  const violations: Violation[] = [];
  if (!sameIds(pupilIds, outcome.pupils)) violations.push({ code: 'PUPILS_DIFFER' });
  if (!sameIds(occurrenceIds, outcome.occurrences)) violations.push({ code: 'OCCURRENCES_DIFFER' });
  const records: readonly ReadPupil[] = violations.length === 0 ? outcome.pupils : pupilIds.map((id, p) => ({ id, lottery: p + 1, places: [] }));
  const drawn = readLotteries(ingested, records);
  if (![drawn.lottery, ...(drawn.lotteries?.ranks ?? [])].every(isPermutation)) {
    violations.push({ code: 'LOTTERY' });
    for (const ranks of [drawn.lottery, ...(drawn.lotteries?.ranks ?? [])]) ranks.forEach((_, p) => (ranks[p] = p));
  }
  // One slot more than anybody fills, so that a last round in which nobody found anything can be told.
  const most = records.reduce((longest, { places }) => Math.max(longest, places.length), 0);
  const stride = Math.max(1, Math.min(ingested.problem.placesPerPupil, most + 1));
  const match: Match = {
    stride,
    occurrence: new Int32Array(pupilIds.length * stride).fill(-1),
    edge: new Int32Array(pupilIds.length * stride).fill(-1),
    round: new Uint8Array(pupilIds.length * stride),
    closings: [],
  };
  const index = new Map(occurrenceIds.map((id, a) => [id, a]));
  records.forEach(({ id, places }, p) => {
    if (places.length > stride) violations.push({ code: 'TOO_MANY_PLACES', pupil: id });
    places.slice(0, stride).forEach((place, i) => {
      const fault = readPlace(ingested, index, match, place, p, p * stride + i);
      if (fault) violations.push({ code: fault, pupil: id, occurrence: place.occurrence });
    });
  });
  for (const { occurrence, seatsTaken } of outcome.closed) {
    const a = index.get(occurrence);
    if (a === undefined) violations.push({ code: 'UNKNOWN_OCCURRENCE', occurrence });
    else match.closings.push({ occurrence: a, taken: seatsTaken });
  }
  return { problem: { ...ingested.problem, ...drawn }, match, violations };
}

type ReadPupil = Pick<PupilRecord, 'id' | 'lottery' | 'lotteries' | 'places'>;

function readLotteries({ lotteryNames, lotteryOf }: Ingested, records: readonly ReadPupil[]): Pick<Problem, 'lottery' | 'lotteries'> {
  const lottery = Int32Array.from(records, (record) => record.lottery - 1);
  if (lotteryNames.length === 0) return { lottery };
  const ranks = lotteryNames.map((name) => Int32Array.from(records, ({ lotteries }) => (lotteries?.[name] ?? 0) - 1));
  return { lottery, lotteries: { ofOccurrence: lotteryOf, ranks } };
}

function readPlace({ problem }: Ingested, index: Map<string, number>, match: Match, place: PlaceRecord, pupil: number, slot: number): ViolationCode | undefined {
  const a = index.get(place.occurrence);
  if (a === undefined) return 'UNKNOWN_OCCURRENCE';
  const edge = place.rank === null ? -1 : problem.wishStart[pupil]! + place.rank - 1;
  const wished = edge >= problem.wishStart[pupil]! && edge < problem.wishStart[pupil + 1]! && problem.wishOccurrence[edge] === a;
  if (place.rank === null ? !place.pinned : !wished) return 'NOT_WISHED';
  if (!Number.isInteger(place.round) || place.round < 0 || place.round > match.stride || place.pinned !== (place.round === 0)) return 'WRONG_ROUND';
  match.occurrence[slot] = a;
  match.edge[slot] = edge;
  match.round[slot] = place.round;
  return undefined;
}

function sameIds(ids: readonly string[], records: readonly { id: string }[]): boolean {
  return ids.length === records.length && records.every(({ id }, i) => id === ids[i]);
}

function isPermutation(ranks: Int32Array): boolean {
  const seen = new Uint8Array(ranks.length);
  return ranks.every((rank) => {
    const fresh = seen[rank] === 0;
    seen[rank] = 1;
    return fresh;
  });
}
