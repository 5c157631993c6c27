import type { Applicants } from './applicants.ts';
import { slotFor } from './places.ts';
import type { Places } from './places.ts';
import type { Claim, Holders } from './seat-rule.ts';
import type { Problem } from '../problem.ts';

/** Reads off the places who claims what, as it stands at the moment of the question. */
export interface Claims {
  /** The claim behind a key of a group, if its pupil would and could come. */
  claimOf(a: number, group: number, key: number): Claim | undefined;
  /** All claims of a group, or of those in it that wait. */
  claimsIn(a: number, group: number, waitingOnly: boolean): Claim[];
  /** Those who hold the occurrence by a wish, not by a pin. O(applicants of the occurrence). */
  holdersOf(a: number): Claim[];
  /** Everybody seated there, as the rules of slots need it. */
  seatedAt(a: number): Holders;
}

/** Claims on the places as they change; nothing is remembered between two questions. */
export function claimsOn(problem: Problem, places: Places, applicants: Applicants): Claims {
  const { wishStart, wishOccurrence, lottery, pinPupil, pinOccurrence } = problem;
  const { groupStart, base, waiting, keys } = applicants;
  const edgeOf = (pupil: number, a: number): number => {
    let edge = wishStart[pupil]!;
    while (wishOccurrence[edge] !== a) edge++;
    return edge;
  };
  const claimOf = (a: number, group: number, key: number): Claim | undefined => {
    const pupil = applicants.pupilOf(a, key);
    const edge = edgeOf(pupil, a);
    const slot = slotFor(problem, places, pupil, edge);
    if (slot === -1) return undefined;
    const keeps = places.count[pupil]! - (places.occurrence[slot] === -1 ? 0 : 1);
    return { pupil, edge, slot, key, mask: group - groupStart[a]!, keeps };
  };
  const claimsIn = (a: number, group: number, waitingOnly: boolean): Claim[] => {
    const end = waitingOnly ? base[group]! + waiting[group]! : base[group + 1]!;
    const claims: Claim[] = [];
    for (let at = base[group]!; at < end; at++) {
      const claim = claimOf(a, group, ~keys[at]!);
      if (claim) claims.push(claim);
    }
    return claims;
  };
  const holdersOf = (a: number): Claim[] => {
    const holders: Claim[] = [];
    for (let group = groupStart[a]!; group < groupStart[a + 1]!; group++) {
      for (let at = base[group]!; at < base[group + 1]!; at++) {
        const key = ~keys[at]!;
        const pupil = applicants.pupilOf(a, key);
        const held = places.occurrence.subarray(pupil * places.stride, pupil * places.stride + places.count[pupil]!).indexOf(a);
        const slot = pupil * places.stride + held;
        if (held !== -1 && places.round[slot] !== 0) holders.push({ pupil, edge: places.edge[slot]!, slot, key, mask: group - groupStart[a]!, keeps: 0 });
      }
    }
    return holders;
  };
  const seatedAt = (a: number): Holders => {
    const pinned = Array.from(pinPupil).filter((pupil, i) => pinOccurrence[i] === a && places.present[pupil] === 1);
    const first = (x: number, y: number): number => lottery[x]! - lottery[y]!;
    return { wished: holdersOf(a), pinned: pinned.sort(first).map((pupil) => applicants.groupOf(pupil, a) - groupStart[a]!) };
  };
  return { claimOf, claimsIn, holdersOf, seatedAt };
}
