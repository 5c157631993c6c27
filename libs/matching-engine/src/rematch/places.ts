import { clashes, pupilCount } from '../problem.ts';
import type { Match, Problem } from '../problem.ts';

/** The places of a match as they change; slots as in `Match`, filled from the left, wide enough for all a pupil may gain. */
export interface Places {
  stride: number;
  occurrence: Int32Array;
  edge: Int32Array;
  round: Uint8Array;
  /** Per slot: 1 = not given up, because it is pinned or its pupil is frozen. */
  kept: Uint8Array;
  /** Per pupil: places held, and whether the pupil takes part at all. */
  count: Uint8Array;
  present: Uint8Array;
}

/** Copies a match. Places of pupils with `frozen` set are kept. */
export function placesOf(problem: Problem, match: Match, frozen: Uint8Array | undefined): Places {
  const pupils = pupilCount(problem);
  const stride = Math.max(match.stride, slotsReachable(problem));
  const slots = pupils * stride;
  const places: Places = {
    stride,
    occurrence: new Int32Array(slots).fill(-1),
    edge: new Int32Array(slots).fill(-1),
    round: new Uint8Array(slots),
    kept: new Uint8Array(slots),
    count: new Uint8Array(pupils),
    present: new Uint8Array(pupils).fill(1),
  };
  for (let p = 0; p < pupils; p++) {
    for (let from = p * match.stride; from < (p + 1) * match.stride && match.occurrence[from] !== -1; from++) {
      const slot = p * stride + places.count[p]!++;
      places.occurrence[slot] = match.occurrence[from]!;
      places.edge[slot] = match.edge[from]!;
      places.round[slot] = match.round[from]!;
      places.kept[slot] = match.round[from] === 0 || frozen?.[p] ? 1 : 0;
    }
  }
  return places;
}

function slotsReachable({ wishStart, pinPupil, placesPerPupil }: Problem): number {
  let most = 1;
  if (placesPerPupil > 1) for (let p = 1; p < wishStart.length; p++) most = Math.max(most, wishStart[p]! - wishStart[p - 1]!);
  return Math.min(placesPerPupil, most + pinPupil.length);
}

/**
 * Which slot a wish would fill if a seat were free: the first empty one, or the one place that is in its way (clash, or
 * all places taken and this the worst), provided it is worse and may be given up; -1 = the pupil would not or could not
 * come.
 */
export function slotFor(problem: Problem, places: Places, pupil: number, edge: number): number {
  const held = places.count[pupil]!;
  if (places.present[pupil] === 0) return -1;
  const first = pupil * places.stride;
  if (problem.placesPerPupil === 1) return held === 0 || (places.kept[first] === 0 && edge < places.edge[first]!) ? first : -1;
  const a = problem.wishOccurrence[edge]!;
  let inTheWay = -1;
  let worst = -1;
  for (let slot = first; slot < first + held; slot++) {
    const other = places.occurrence[slot]!;
    if (other === a) return -1;
    if (clashes(problem, other, a)) {
      if (inTheWay !== -1) return -1;
      inTheWay = slot;
    }
    if (places.kept[slot] === 0 && (worst === -1 || places.edge[slot]! > places.edge[worst]!)) worst = slot;
  }
  if (inTheWay === -1) {
    if (held < problem.placesPerPupil) return first + held;
    inTheWay = worst;
  }
  return inTheWay !== -1 && places.kept[inTheWay] === 0 && edge < places.edge[inTheWay]! ? inTheWay : -1;
}

/** Puts a wish into the slot `slotFor` named. */
export function give(problem: Problem, places: Places, pupil: number, edge: number, slot: number): void {
  if (places.occurrence[slot] === -1) places.count[pupil]!++;
  places.occurrence[slot] = problem.wishOccurrence[edge]!;
  places.edge[slot] = edge;
  places.round[slot] = slot - pupil * places.stride + 1;
}

/** Empties a slot; later ones move up, and their rounds with them. */
export function take(places: Places, pupil: number, slot: number): void {
  const last = pupil * places.stride + --places.count[pupil]!;
  for (let at = slot; at < last; at++) {
    places.occurrence[at] = places.occurrence[at + 1]!;
    places.edge[at] = places.edge[at + 1]!;
    places.kept[at] = places.kept[at + 1]!;
    places.round[at] = places.round[at + 1] === 0 ? 0 : at - pupil * places.stride + 1;
  }
  places.occurrence[last] = -1;
  places.edge[last] = -1;
  places.round[last] = 0;
  places.kept[last] = 0;
}
