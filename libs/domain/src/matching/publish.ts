import { Refusal } from '../kernel';

export interface RoundToPublish {
  state: 'OPEN' | 'PUBLISHED' | 'CLOSED';
}

export interface RunToPublish {
  state: 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED' | 'PUBLISHED';
  inputHash: string | null;
}

export interface PlaceToPublish {
  participantId: string;
  occurrenceId: string;
  rank: number | null;
}

export interface ParticipantToPublish {
  id: string;
  pupilId: string | null;
  groupId: string | null;
  seats: number;
}

export interface NewPlacement {
  occurrenceId: string;
  pupilId: string | null;
  groupId: string | null;
  seats: number;
  rank: number | null;
}

/**
 * Decides whether a run may be published and what that places. `currentHash` is the hash of the input as it is now,
 * read in the same transaction (null = it cannot be computed any more, as when a pinned seat was given away): any wish,
 * seat, pin, age or grade changed since the run makes it outdated.
 * Refuses ROUND_NOT_OPEN, RUN_ALREADY_PUBLISHED, RUN_NOT_FINISHED or RUN_OUTDATED.
 */
export function publishRun(round: RoundToPublish, run: RunToPublish, currentHash: string | null, places: readonly PlaceToPublish[], participants: readonly ParticipantToPublish[]): NewPlacement[] {
  if (round.state === 'PUBLISHED' || run.state === 'PUBLISHED') throw new Refusal('RUN_ALREADY_PUBLISHED');
  if (round.state !== 'OPEN') throw new Refusal('ROUND_NOT_OPEN', { state: round.state });
  if (run.state !== 'DONE') throw new Refusal('RUN_NOT_FINISHED');
  if (currentHash === null || run.inputHash !== currentHash) throw new Refusal('RUN_OUTDATED', { what: 'input' });
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  return places.map(({ participantId, occurrenceId, rank }) => {
    const participant = byId.get(participantId);
    if (!participant) throw new Refusal('RUN_OUTDATED', { what: 'participants' });
    const { pupilId, groupId, seats } = participant;
    return { occurrenceId, pupilId, groupId, seats, rank };
  });
}
