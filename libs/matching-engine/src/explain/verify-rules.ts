import type { Match, Problem } from '../problem.ts';
import type { ViolationCode } from './read-outcome.ts';
import { boardOf } from './verify-traits.ts';
import type { Tally } from './verify-match.ts';

type Found = { code: ViolationCode; pupil?: number; occurrence?: number };

/** Checks occurrences with reserves, slots, ceilings or a company, while the verifier goes through the wishes not fulfilled. */
export interface RuleCheck {
  governs: (a: number) => boolean;
  /** A pupil would rather be at `a` than where he or she is after the round; what this breaks, if that shows at once. */
  refused: (pupil: number, a: number, round: number, rank: number) => ViolationCode | undefined;
  /** What shows only when everybody refused is known. */
  settle: () => Found[];
}

/**
 * The rules of `Rule`, from their definitions: an occurrence is content when with any one of those it refused it would
 * choose exactly whom it has. For choices that never take back whom they refused, that is the same as choosing its own
 * among all of them. `rankAt` gives class and lottery in one number, the smaller the better.
 */
export function ruleCheck(problem: Problem, match: Match, tally: Tally, rankAt: (pupil: number, edge: number) => number): RuleCheck | undefined {
  const { choices, companies } = problem;
  const occurrences = problem.capacity.length;
  const withCeilings = (a: number): boolean => choices !== undefined && choices.ceilings.start[a]! < choices.ceilings.start[a + 1]!;
  const company = (a: number): number => companies?.ofOccurrence[a] ?? -1;
  const governed = Uint8Array.from({ length: occurrences }, (_, a) => (company(a) !== -1 || (choices?.rule[a] ?? 0) > 0 || withCeilings(a) ? 1 : 0));
  if (!governed.includes(1)) return undefined;
  const board = choices ? boardOf(problem, choices, match, rankAt) : undefined;
  const staff = companies ? staffOf(problem, companies, match, tally) : undefined;
  return {
    governs: (a) => governed[a] === 1,
    refused: (pupil, a, round, rank) => {
      if (company(a) !== -1) return staff!.refused(pupil, a, round, rank);
      return board!.refused(pupil, a, round, rank, tally.left[(round - 1) * occurrences + a]!);
    },
    settle: () => [...(staff?.faults ?? []), ...(board?.settle() ?? [])],
  };
}

/** Who works where for a company, per round: no blocking pair in the sense of Abraham, Irving & Manlove (2007). */
function staffOf({ capacity }: Problem, companies: NonNullable<Problem['companies']>, match: Match, { left, worst }: Tally) {
  const occurrences = capacity.length;
  const count = companies.capacity.length;
  const last = new Float64Array(count * match.stride).fill(-1);
  const taken = new Int32Array(count * (match.stride + 1));
  const faults: Found[] = [];
  match.occurrence.forEach((a, slot) => {
    if (a !== -1 && companies.ofOccurrence[a] !== -1) taken[match.round[slot]! * count + companies.ofOccurrence[a]!]!++;
  });
  for (let round = 1; round <= match.stride; round++) {
    companies.ofOccurrence.forEach((company, a) => {
      if (company !== -1) last[(round - 1) * count + company] = Math.max(last[(round - 1) * count + company]!, worst[(round - 1) * occurrences + a]!);
    });
    for (let company = 0; company < count; company++) {
      const at = round * count + company;
      const before = taken[at - count]!;
      if (taken[at]! > 0 && before + taken[at]! > companies.capacity[company]!) faults.push({ code: 'COMPANY_CAPACITY', occurrence: companies.ofOccurrence.indexOf(company) });
      taken[at]! += before;
    }
  }
  const refused = (pupil: number, a: number, round: number, rank: number): ViolationCode | undefined => {
    const at = (round - 1) * occurrences + a;
    if (left[at]! < 1) return worst[at]! > rank ? 'ENVY' : undefined;
    const company = companies.ofOccurrence[a]!;
    const slot = pupil * match.stride + round - 1;
    const worksThere = match.occurrence[slot] !== -1 && companies.ofOccurrence[match.occurrence[slot]!] === company;
    if (worksThere || taken[round * count + company]! < companies.capacity[company]!) return 'WASTE';
    return last[(round - 1) * count + company]! > rank ? 'ENVY' : undefined;
  };
  return { refused, faults };
}
