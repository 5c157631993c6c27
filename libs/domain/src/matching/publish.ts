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
 * Whether the states of a round and its run allow publishing, which is known before anything else of the round is read.
 * Refuses RUN_ALREADY_PUBLISHED, ROUND_NOT_OPEN or RUN_NOT_FINISHED.
 */
export function checkPublishable(round: RoundToPublish, run: Pick<RunToPublish, 'state'>): void {
  if (round.state === 'PUBLISHED' || run.state === 'PUBLISHED') throw new Refusal('RUN_ALREADY_PUBLISHED');
  if (round.state !== 'OPEN') throw new Refusal('ROUND_NOT_OPEN', { state: round.state });
  if (run.state !== 'DONE') throw new Refusal('RUN_NOT_FINISHED');
}

/**
 * Decides whether a run may be published and what that places. `currentHash` is the hash of the input as it is now,
 * read in the same transaction (null = it cannot be computed any more, as when a pinned seat was given away): any wish,
 * seat, pin, age or grade changed since the run makes it outdated.
 * Refuses RUN_OUTDATED, and what `checkPublishable` refuses.
 */
export function publishRun(round: RoundToPublish, run: RunToPublish, currentHash: string | null, places: readonly PlaceToPublish[], participants: readonly ParticipantToPublish[]): NewPlacement[] {
  checkPublishable(round, run);
  if (currentHash === null || run.inputHash !== currentHash) throw new Refusal('RUN_OUTDATED', { what: 'input' });
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  return places.map(({ participantId, occurrenceId, rank }) => {
    const participant = byId.get(participantId);
    if (!participant) throw new Refusal('RUN_OUTDATED', { what: 'participants' });
    const { pupilId, groupId, seats } = participant;
    return { occurrenceId, pupilId, groupId, seats, rank };
  });
}
