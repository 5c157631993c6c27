import type { FillRequest } from '@mintforge/domain/matching';
import type { FrozenInput, Outcome } from '@mintforge/matching-engine';

interface Place {
  occurrence: string;
  rank: number | null;
}

/** The places of everybody once free seats went to the best key that would rather have them, seat by seat, until nobody would. */
export function rematchedPlaces({ input, held, frozen }: FillRequest<FrozenInput>, outcome: Outcome): Map<string, Place[]> {
  const lottery = new Map(outcome.pupils.map((pupil) => [pupil.id, pupil.lottery]));
  const kept = new Set(frozen);
  const free = new Map(input.occurrences.map(({ id, capacity }) => [id, capacity]));
  const places = new Map<string, Place[]>();
  for (const { id, size = 1, wishes } of input.pupils) {
    const has = (held.get(id) ?? []).map((occurrence) => ({ occurrence, rank: wishes.findIndex((wish) => wish.occurrence === occurrence) + 1 || null }));
    places.set(id, has);
    for (const { occurrence } of has) free.set(occurrence, free.get(occurrence)! - size);
  }
  const claims = (occurrence: string) => input.pupils.flatMap(({ id, size = 1, wishes }) => {
    const at = wishes.findIndex((wish) => wish.occurrence === occurrence && wish.notEligible === undefined);
    const [worst] = [...places.get(id)!].sort((x, y) => (y.rank ?? 0) - (x.rank ?? 0));
    const wants = at >= 0 && size <= free.get(occurrence)! && (worst === undefined || (!kept.has(id) && (worst.rank ?? 0) > at + 1));
    return wants ? [{ id, size, rank: at + 1, leaves: worst, priority: wishes[at]!.priority ?? 0 }] : [];
  });
  for (let open = [...free.keys()]; open.length > 0; ) {
    const occurrence = open.pop()!;
    const [best] = claims(occurrence).sort((x, y) => x.priority - y.priority || lottery.get(x.id)! - lottery.get(y.id)!);
    if (!best) continue;
    places.set(best.id, [...places.get(best.id)!.filter((place) => place !== best.leaves), { occurrence, rank: best.rank }]);
    free.set(occurrence, free.get(occurrence)! - best.size);
    if (best.leaves) free.set(best.leaves.occurrence, free.get(best.leaves.occurrence)! + best.size);
    open = [...open, occurrence, ...(best.leaves ? [best.leaves.occurrence] : [])];
  }
  return places;
}
