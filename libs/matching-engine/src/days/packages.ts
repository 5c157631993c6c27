import { WORST_CLASS, clashes, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/**
 * The wishes of every pupil as days: stretches of wishes of which any two exclude one another (found greedily, so mostly
 * the days of the week), best first within. What clashes with a pin is left out.
 */
export interface Packages {
  /** The days of pupil p: dayStart[p] .. dayStart[p + 1] - 1; the wishes of a day: `edges` from wishAt[day] to wishAt[day + 1] - 1. */
  dayStart: Int32Array;
  wishAt: Int32Array;
  edges: Int32Array;
  /** Per pupil: places left beside the pins. */
  places: Int32Array;
}

export function packagesOf(problem: Problem): Packages {
  const { wishStart, wishOccurrence, wishClass, pinPupil, pinOccurrence, placesPerPupil } = problem;
  const pupils = pupilCount(problem);
  const pinned = new Map<number, number[]>();
  pinPupil.forEach((pupil, i) => pinned.set(pupil, [...(pinned.get(pupil) ?? []), pinOccurrence[i]!]));
  const dayStart = new Int32Array(pupils + 1);
  const wishAt: number[] = [0];
  const edges = new Int32Array(wishOccurrence.length);
  const places = new Int32Array(pupils);
  let filled = 0;
  for (let p = 0; p < pupils; p++) {
    const held = pinned.get(p) ?? [];
    places[p] = placesPerPupil - held.length;
    const days: number[][] = [];
    for (let e = wishStart[p]!; places[p]! > 0 && e < wishStart[p + 1]!; e++) {
      const a = wishOccurrence[e]!;
      if (wishClass[e]! > WORST_CLASS || held.some((other) => other === a || clashes(problem, other, a))) continue;
      const day = days.find((some) => some.every((other) => clashes(problem, wishOccurrence[other]!, a)));
      if (day) day.push(e);
      else days.push([e]);
    }
    for (const day of days) {
      edges.set(day, filled);
      filled += day.length;
      wishAt.push(filled);
    }
    dayStart[p + 1] = dayStart[p]! + days.length;
  }
  return { dayStart, wishAt: Int32Array.from(wishAt), edges: edges.subarray(0, filled), places };
}

/** The best package of one pupil at a time: `chosen[0 .. count - 1]` are its wishes, `worth` the sum of what they bring. */
export interface Chooser {
  chosen: Int32Array;
  count: number;
  worth: number;
  /** Finds the most that compatible wishes of a pupil bring together, `worthOf` each, and `first` once if there are any. */
  choose(pupil: number, first: number): void;
}

/**
 * Exact search, day by day, for the package that brings most: at each day the wishes in falling order, given up when even
 * the best of every further day would not do. Nearly always the first try: the best of every day, when these go together.
 *
 * @param worthOf what one wish of the pupil brings, a number; below or at 0 it is not wanted.
 */
export function chooserOf(problem: Problem, { dayStart, wishAt, edges, places }: Packages, worthOf: (edge: number) => number): Chooser {
  const { wishOccurrence } = problem;
  let days = 0;
  let wishes = 0;
  for (let p = 0; p + 1 < dayStart.length; p++) {
    days = Math.max(days, dayStart[p + 1]! - dayStart[p]!);
    wishes = Math.max(wishes, wishAt[dayStart[p + 1]!]! - wishAt[dayStart[p]!]!);
  }
  const sorted = new Int32Array(wishes);
  const worths = new Float64Array(wishes);
  const from = new Int32Array(days + 1);
  /** The most that this day and all further ones could bring. */
  const rest = new Float64Array(days + 1);
  const trial = new Int32Array(days);
  const result: Chooser = { chosen: new Int32Array(days), count: 0, worth: 0, choose };
  let dayCount = 0;
  let most = 0;

  const goesTogether = (a: number, held: number): boolean => {
    for (let i = 0; i < held; i++) if (clashes(problem, wishOccurrence[trial[i]!]!, a)) return false;
    return true;
  };
  const search = (day: number, held: number, worth: number): void => {
    if (worth > result.worth) {
      result.worth = worth;
      result.count = held;
      for (let i = 0; i < held; i++) result.chosen[i] = trial[i]!;
    }
    if (day === dayCount || held === most) return;
    for (let at = from[day]!; at < from[day + 1]!; at++) {
      if (worth + worths[at]! + rest[day + 1]! <= result.worth) break;
      if (!goesTogether(wishOccurrence[sorted[at]!]!, held)) continue;
      trial[held] = sorted[at]!;
      search(day + 1, held + 1, worth + worths[at]!);
    }
    if (worth + rest[day + 1]! > result.worth) search(day + 1, held, worth);
  };

  function choose(pupil: number, first: number): void {
    dayCount = dayStart[pupil + 1]! - dayStart[pupil]!;
    most = places[pupil]!;
    let filled = 0;
    let best = Number.NEGATIVE_INFINITY;
    let bestEdge = -1;
    for (let day = 0; day < dayCount; day++) {
      from[day] = filled;
      for (let i = wishAt[dayStart[pupil]! + day]!; i < wishAt[dayStart[pupil]! + day + 1]!; i++) {
        const worth = worthOf(edges[i]!);
        if (worth > best) {
          best = worth;
          bestEdge = edges[i]!;
        }
        if (worth <= 0) continue;
        let at = filled++;
        for (; at > from[day]! && worths[at - 1]! < worth; at--) {
          worths[at] = worths[at - 1]!;
          sorted[at] = sorted[at - 1]!;
        }
        worths[at] = worth;
        sorted[at] = edges[i]!;
      }
    }
    from[dayCount] = filled;
    rest[dayCount] = 0;
    for (let day = dayCount - 1; day >= 0; day--) rest[day] = rest[day + 1]! + (from[day] === from[day + 1] ? 0 : worths[from[day]!]!);
    result.count = 0;
    result.worth = 0;
    if (filled > 0) search(0, 0, 0);
    else if (bestEdge !== -1 && most > 0 && best + first > 0) {
      result.chosen[0] = bestEdge;
      result.count = 1;
      result.worth = best;
    }
    if (result.count > 0) result.worth += first;
  }
  return result;
}
