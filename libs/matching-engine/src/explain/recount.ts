import type { Ingested } from '../input/ingest.ts';
import type { CompanyRecord, GuaranteeRecord, OccurrenceRecord } from '../outcome/outcome.ts';
import type { Match, Problem } from '../problem.ts';
import type { Tally } from './verify-match.ts';

/** Counts the rows of an outcome again from its places and the verifier's tally, sharing no code with their making. */
export function recount(ingested: Ingested, problem: Problem, match: Match, tally: Tally): { occurrences: OccurrenceRecord[]; companies: CompanyRecord[] } {
  const occurrences = recountOccurrences(ingested, problem, match, tally);
  const companies = ingested.companyIds.map((id, c) => {
    const seatsTaken = occurrences.reduce((sum, row, a) => sum + (problem.companies?.ofOccurrence[a] === c ? row.seatsTaken : 0), 0);
    return { id, capacity: ingested.companySeats[c]!, seatsTaken, seatsFree: ingested.companySeats[c]! - seatsTaken };
  });
  return { occurrences, companies };
}

function recountOccurrences({ occurrenceIds, traits, mechanism }: Ingested, problem: Problem, match: Match, { left, worst }: Tally): OccurrenceRecord[] {
  const { stride, occurrence, closings } = match;
  const { wishStart, wishOccurrence, wishClass, size, capacity, minimum } = problem;
  const largest = size.reduce((most, seats) => Math.max(most, seats), 1);
  const closed = new Set(closings.map((closing) => closing.occurrence));
  const counted = Array.from(capacity, (seats, a): OccurrenceRecord => {
    const seatsFree = closed.has(a) ? seats : left[(stride - 1) * capacity.length + a]!;
    const cutoffs: OccurrenceRecord['cutoffs'] = [];
    for (let round = 1; round <= stride && mechanism.kind === 'STABLE'; round++) {
      const at = (round - 1) * capacity.length + a;
      if (worst[at]! < 0 || left[at]! >= largest) continue;
      cutoffs.push({ round, traits: [], priority: Math.floor(worst[at]! / 2 ** 24), lottery: (worst[at]! % 2 ** 24) + 1 });
    }
    return {
      id: occurrenceIds[a]!,
      capacity: seats,
      minimum: minimum[a]!,
      applicants: 0,
      firstWishes: 0,
      placed: 0,
      seatsTaken: seats - seatsFree,
      seatsFree,
      minimumReached: seats - seatsFree >= minimum[a]!,
      closed: closed.has(a),
      guarantees: [],
      cutoffs,
    };
  });
  const firstEdges = new Set(wishStart);
  wishOccurrence.forEach((a, edge) => {
    if (wishClass[edge]! > 253) return;
    counted[a]!.applicants++;
    if (firstEdges.has(edge)) counted[a]!.firstWishes++;
  });
  const holders = counted.map((): number[] => []);
  occurrence.forEach((a, slot) => {
    if (a === -1) return;
    counted[a]!.placed++;
    holders[a]!.push(problem.choices?.traits[Math.floor(slot / stride)] ?? 0);
  });
  counted.forEach((row, a) => (row.guarantees = fillSeats(problem, traits, a, holders[a]!)));
  return counted;
}

/** Seats holders on guaranteed seats one by one, trait after trait, moving others aside where that makes room. */
function fillSeats({ choices }: Problem, traits: readonly string[], a: number, holders: readonly number[]): GuaranteeRecord[] {
  if (!choices) return [];
  const records = new Map<number, GuaranteeRecord>();
  for (let row = choices.seats.start[a]!; row < choices.seats.start[a + 1]!; row++) {
    const trait = choices.seats.trait[row]!;
    const record = records.get(trait) ?? { trait: traits[trait]!, seats: 0, filled: 0 };
    record.seats += choices.seats.seats[row]!;
    if (trait !== -1) records.set(trait, record);
  }
  const byMask = new Map<number, number>();
  for (const mask of holders) byMask.set(mask, (byMask.get(mask) ?? 0) + 1);
  /** Holders still standing, and those seated by trait, both by what they hold. */
  const seated = new Map([...records.keys()].map((trait) => [trait, new Map<number, number>()]));
  const seat = (trait: number, tried: Set<number>): boolean => {
    const take = (from: Map<number, number>, mask: number): void => {
      from.set(mask, from.get(mask)! - 1);
      seated.get(trait)!.set(mask, (seated.get(trait)!.get(mask) ?? 0) + 1);
    };
    for (const [mask, count] of byMask) {
      if (count === 0 || !((mask >> trait) & 1)) continue;
      take(byMask, mask);
      return true;
    }
    tried.add(trait);
    for (const [other, sitting] of seated) {
      if (tried.has(other)) continue;
      const mask = [...sitting].find(([held, count]) => count > 0 && (held >> trait) & 1)?.[0];
      if (mask === undefined || !seat(other, tried)) continue;
      take(sitting, mask);
      return true;
    }
    return false;
  };
  const ordered = [...records].sort(([x], [y]) => x - y);
  for (const [trait, record] of ordered) while (record.filled < record.seats && seat(trait, new Set())) record.filled++;
  return ordered.map(([, record]) => record);
}
