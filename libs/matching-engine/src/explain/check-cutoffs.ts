import type { Ingested } from '../input/ingest.ts';
import type { OccurrenceRecord } from '../outcome/outcome.ts';
import { clashes, rankAt } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

const RANKS = 2 ** 24;
const NO_KEY = -1;

/**
 * Whether recorded cutoffs and places say the same (invariant 7), for occurrences with reserves, slots, ceilings or a
 * company: in every round everybody who was refused has a key behind the cutoff of his or her traits, everybody admitted
 * one up to it. Shares no code with the making of cutoffs.
 *
 * @returns per occurrence true when its cutoffs are of that kind, and the set of those that contradict the places.
 */
export function checkCutoffs(ingested: Ingested, problem: Problem, match: Match, records: readonly OccurrenceRecord[]): { ruled: boolean[]; broken: Set<number> } {
  const { wishStart, wishOccurrence, wishClass, lottery, companies, placesPerPupil } = problem;
  const { stride, occurrence, edge, round, closings } = match;
  const told = records.map((_, a) => toldApart(problem, a));
  const ruled = told.map((traits, a) => traits !== undefined || (companies?.ofOccurrence[a] ?? -1) !== -1);
  const broken = new Set<number>();
  if (!ruled.includes(true)) return { ruled, broken };
  const closed = new Set(closings.map((closing) => closing.occurrence));
  const cutoffs = records.map((record, a) => (ruled[a] ? readCutoffs(record, ingested.traits) : new Map<string, number>()));
  const cutoffFor = (pupil: number, a: number, inRound: number): number => cutoffs[a]!.get(`${inRound} ${told[a]?.(problem.choices!.traits[pupil]!) ?? 0}`) ?? Number.POSITIVE_INFINITY;
  for (let p = 0; p < lottery.length; p++) {
    const first = p * stride;
    for (let slot = first; slot < first + stride && slot - first < placesPerPupil; slot++) {
      const failed = occurrence[slot] === -1;
      if (!failed && round[slot] === 0) continue;
      const inRound = slot - first + 1;
      const until = failed ? wishStart[p + 1]! : edge[slot]! + 1;
      for (let e = wishStart[p]!; e < until; e++) {
        const a = wishOccurrence[e]!;
        if (!ruled[a] || wishClass[e]! > 253 || closed.has(a)) continue;
        if (occurrence.subarray(first, slot).some((held) => held === a || clashes(problem, held, a))) continue;
        const own = wishClass[e]! * RANKS + rankAt(problem, p, a);
        const cutoff = cutoffFor(p, a, inRound);
        // Where the best key of all is the last one admitted, no key would have done either.
        const holds = e === edge[slot] ? own <= Math.max(cutoff, 0) : own > cutoff;
        if (!holds) broken.add(a);
      }
      if (failed) break;
    }
  }
  return { ruled, broken };
}

/** How an occurrence tells traits apart, as a function of a pupil's mask; undefined where it does not. */
function toldApart({ choices }: Problem, a: number): ((mask: number) => number) | undefined {
  if (!choices) return undefined;
  const rows = (of: typeof choices.seats): { trait: number; seats: number }[] => Array.from(of.trait.subarray(of.start[a], of.start[a + 1]), (trait, i) => ({ trait, seats: of.seats[of.start[a]! + i]! }));
  const ceilings = rows(choices.ceilings).sort((x, y) => x.seats - y.seats);
  if (ceilings.length > 0) return (mask) => bitOf(ceilings.find(({ trait }) => mask & bitOf(trait))?.trait ?? -1);
  const spokenOf = rows(choices.seats).reduce((mask, { trait }) => mask | bitOf(trait), 0);
  return rows(choices.seats).length > 0 ? (mask) => mask & spokenOf : undefined;
}

function bitOf(trait: number): number {
  return trait === -1 ? 0 : 1 << trait;
}

function readCutoffs({ cutoffs }: OccurrenceRecord, traits: readonly string[]): Map<string, number> {
  return new Map(
    cutoffs.map(({ round, traits: held, priority, lottery }) => {
      const mask = held.reduce((bits, name) => bits | bitOf(traits.indexOf(name)), 0);
      return [`${round} ${mask}`, priority === null || lottery === null ? NO_KEY : priority * RANKS + lottery - 1];
    }),
  );
}
