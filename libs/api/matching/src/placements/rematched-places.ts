import type { FillRequest } from '@mintforge/domain/matching';
import { inputHash, rematch, waitingLists, type MatchingInput, type Outcome, type PlaceRecord } from '@mintforge/matching-engine';

type Request = FillRequest<MatchingInput>;

/** Everybody's places once free seats were filled by the chain: the engine's rematch from the places as they are now. */
export function rematchedPlaces(request: Request, recorded: Outcome): Map<string, PlaceRecord[]> {
  const { outcome } = rematch(request.input, outcomeNow(request, recorded), {}, 'CHAIN', request.frozen);
  return new Map(outcome.pupils.map(({ id, places }) => [id, places]));
}

/** Who waits for an occurrence now, next first; whoever keeps the place held does not wait. */
export function waitingNow(request: Request, recorded: Outcome, occurrenceId: string): { participantId: string; rank: number; lottery: number }[] {
  const list = waitingLists(request.input, outcomeNow(request, recorded)).find(({ occurrence }) => occurrence === occurrenceId);
  const stay = new Set(request.frozen.filter((id) => (request.held.get(id)?.length ?? 0) >= (request.input.settings?.placesPerPupil ?? 1)));
  return (list?.waiting ?? []).filter(({ pupil }) => !stay.has(pupil)).map(({ pupil, rank, key }) => ({ participantId: pupil, rank, lottery: key.lottery }));
}

/** The record of a run as if it had found the places that are held now, so that the engine can go on from there. */
function outcomeNow({ input, held }: Request, recorded: Outcome): Outcome {
  const wishes = new Map(input.pupils.map((pupil) => [pupil.id, pupil.wishes]));
  const pinned = new Set(input.pins?.map(({ pupil, occurrence }) => `${pupil} ${occurrence}`));
  const rounds = new Map(recorded.pupils.flatMap(({ id, places }) => places.map(({ occurrence, round }) => [`${id} ${occurrence}`, round])));
  const placesOf = (id: string): PlaceRecord[] => (held.get(id) ?? []).map((occurrence) => {
    const isPinned = pinned.has(`${id} ${occurrence}`);
    return { occurrence, rank: wishes.get(id)!.findIndex((wish) => wish.occurrence === occurrence) + 1 || null, round: isPinned ? 0 : rounds.get(`${id} ${occurrence}`) || 1, pinned: isPinned };
  });
  return { ...recorded, inputHash: inputHash(input), closed: [], pupils: recorded.pupils.map((pupil) => ({ ...pupil, places: placesOf(pupil.id) })) };
}
