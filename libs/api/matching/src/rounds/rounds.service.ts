import { Refusal } from '@mintforge/domain/kernel';
import { checkSettings, resolveWishes } from '@mintforge/domain/matching';
import { PeopleReads } from '@mintforge/people';
import { Db, Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Participant, Pin, Round, RoundState, type PinKind } from '../matching.entities';
import type { NewParticipants, RoundInput, RoundPatch } from '../matching.inputs';
import { MatchingReads } from '../matching.reads';

/** The round locked for a change. Refuses NOT_FOUND, VERSION_CONFLICT, and ROUND_NOT_OPEN once it is published or closed. */
export async function lockOpenRound(tx: Tx, id: string, version?: number): Promise<Round> {
  const round = await tx.lock(Round, id, version);
  if (round.state !== RoundState.OPEN) throw new Refusal('ROUND_NOT_OPEN', { state: round.state });
  return round;
}

/** Everything the office prepares before a run: the round, its occurrences, participants, wishes, pins and vetoes. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly db: Db,
    private readonly reads: MatchingReads,
    private readonly people: PeopleReads,
  ) {}

  async create(input: RoundInput, idempotencyKey?: string): Promise<string> {
    checkSettings(input.settings);
    return this.db.write(async (tx) => (await tx.insert(Round, { ...input }))[0]!, { once: { key: idempotencyKey, input } });
  }

  async update(id: string, version: number, patch: RoundPatch): Promise<void> {
    if (patch.settings) checkSettings(patch.settings);
    await this.db.write(async (tx) => {
      await lockOpenRound(tx, id, version);
      await tx.update(Round, id, patch, version);
    });
  }

  /** Deletes a round with its dry runs. Refuses STILL_IN_USE when placements refer to it. */
  async delete(id: string): Promise<void> {
    await this.db.write((tx) => tx.delete(Round, id));
  }

  /** Sets the occurrences of the round; those that stay keep their number, wishes for those that go are dropped. */
  async setOccurrences(id: string, occurrenceIds: string[]): Promise<void> {
    await this.db.write(async (tx) => {
      await lockOpenRound(tx, id);
      await tx.query(
        `delete from wish w using participant p where p.region_id = w.region_id and p.id = w.participant_id and p.region_id = $1 and p.round_id = $2 and w.occurrence_id <> all($3::uuid[])`,
        [tx.regionId, id, occurrenceIds]);
      await tx.query('delete from round_occurrence where region_id = $1 and round_id = $2 and occurrence_id <> all($3::uuid[])', [tx.regionId, id, occurrenceIds]);
      await tx.query(
        `insert into round_occurrence (region_id, round_id, occurrence_id, number)
         select $1, $2, o.id, (select coalesce(max(number), 0) from round_occurrence where region_id = $1 and round_id = $2) + row_number() over (order by o.starts_at, o.id)
         from occurrence o where o.region_id = $1 and o.id = any($3::uuid[])
           and not exists (select from round_occurrence known where known.region_id = $1 and known.round_id = $2 and known.occurrence_id = o.id)`,
        [tx.regionId, id, occurrenceIds]);
      await tx.update(Round, id, {});
    });
  }

  /**
   * Adds pupils (of whole groups or one by one) or groups; who is in already stays as is. The wishes stated on their
   * class list are read into ranked wishes; gives how many came in and which stated wishes could not be read.
   */
  async addParticipants(id: string, { groupIds, pupilIds }: NewParticipants): Promise<{ added: number; unread: { participantId: string; text: string; problem: string }[] }> {
    return this.db.write(async (tx) => {
      const round = await lockOpenRound(tx, id);
      const sql = round.unit === 'GROUPS'
        ? `insert into participant (region_id, round_id, group_id) select g.region_id, $2, g.id from pupil_group g where g.region_id = $1 and g.id = any($3::uuid[]) and $4::uuid[] is not null`
        : `insert into participant (region_id, round_id, pupil_id) select p.region_id, $2, p.id from pupil p where p.region_id = $1 and p.left_on is null and p.erased_on is null and (p.group_id = any($3::uuid[]) or p.id = any($4::uuid[]))`;
      const added = await tx.query<{ id: string }>(`${sql} on conflict do nothing returning id`, [tx.regionId, id, groupIds, pupilIds]);
      tx.note('participant', 'insert', added.map((row) => row.id));
      const unread = await this.readStatedWishes(tx, id, added.map((row) => row.id));
      await tx.update(Round, id, {});
      return { added: added.length, unread };
    });
  }

  private async readStatedWishes(tx: Tx, roundId: string, participantIds: string[]): Promise<{ participantId: string; text: string; problem: string }[]> {
    const occurrences = await this.reads.namedOccurrences(tx, roundId);
    const joined = await tx.query<{ participantId: string; pupilId: string }>(
      'select id as "participantId", pupil_id as "pupilId" from participant where region_id = $1 and id = any($2::uuid[]) and pupil_id is not null', [tx.regionId, participantIds]);
    const stated = await this.people.statedWishes(tx, joined.map(({ pupilId }) => pupilId));
    const read = joined.flatMap(({ participantId, pupilId }) => resolveWishes(stated.get(pupilId) ?? [], occurrences).map((wish) => ({ participantId, ...wish })));
    const ranked = [...Map.groupBy(read.filter((wish) => 'occurrenceId' in wish), (wish) => wish.participantId)]
      .flatMap(([participantId, wishes]) => wishes.map((wish, at) => ({ participant_id: participantId, rank: at + 1, occurrence_id: wish.occurrenceId })));
    await tx.query(
      `insert into wish (region_id, participant_id, rank, occurrence_id, source) select $1, w.participant_id, w.rank, w.occurrence_id, 'IMPORTED'
       from jsonb_to_recordset($2) as w(participant_id uuid, rank smallint, occurrence_id uuid)`, [tx.regionId, JSON.stringify(ranked)]);
    tx.note('wish', 'insert', ranked.map((wish) => wish.participant_id));
    return read.flatMap((wish) => ('problem' in wish ? [{ participantId: wish.participantId, text: wish.text, problem: wish.problem }] : []));
  }

  async removeParticipant(id: string): Promise<void> {
    await this.db.write(async (tx) => {
      const { roundId } = await tx.find(Participant, id);
      await lockOpenRound(tx, roundId);
      await tx.delete(Participant, id);
    });
  }

  /** Replaces the ranked wishes of a participant; every wish must be an occurrence of the round, none twice. */
  async setWishes(participantId: string, occurrenceIds: string[]): Promise<void> {
    if (new Set(occurrenceIds).size !== occurrenceIds.length) throw new Refusal('INVALID_INPUT', {}, { occurrenceIds: 'arrayUnique' });
    if (occurrenceIds.length > 30) throw new Refusal('INVALID_INPUT', {}, { occurrenceIds: 'arrayMaxSize' });
    await this.db.write(async (tx) => {
      const { roundId } = await tx.find(Participant, participantId);
      await lockOpenRound(tx, roundId);
      const known = new Set((await this.reads.namedOccurrences(tx, roundId)).map((occurrence) => occurrence.id));
      const foreign = occurrenceIds.findIndex((id) => !known.has(id));
      if (foreign >= 0) throw new Refusal('INVALID_INPUT', {}, { [`occurrenceIds.${foreign}`]: 'notInRound' });
      await tx.query('delete from wish where region_id = $1 and participant_id = $2', [tx.regionId, participantId]);
      await tx.query(
        `insert into wish (region_id, participant_id, rank, occurrence_id) select $1, $2, w.rank, w.id from unnest($3::uuid[]) with ordinality as w(id, rank)`,
        [tx.regionId, participantId, occurrenceIds]);
      tx.note('wish', 'update', [participantId]);
    });
  }

  /** Fixes or forbids a pair for the runs to come; the pair's earlier pin or veto is replaced. Refuses PIN_IMPOSSIBLE. */
  async setPin(roundId: string, participantId: string, occurrenceId: string, kind: PinKind, note: string): Promise<string> {
    if (!note.trim()) throw new Refusal('INVALID_INPUT', {}, { note: 'required' });
    return this.db.write(async (tx) => {
      await lockOpenRound(tx, roundId);
      const participant = await tx.find(Participant, participantId);
      if (participant.roundId !== roundId) throw new Refusal('PIN_IMPOSSIBLE', { reason: 'participant' });
      const known = (await this.reads.namedOccurrences(tx, roundId)).some((occurrence) => occurrence.id === occurrenceId);
      if (!known) throw new Refusal('PIN_IMPOSSIBLE', { reason: 'occurrence' });
      await tx.query('delete from pin where region_id = $1 and participant_id = $2 and occurrence_id = $3', [tx.regionId, participantId, occurrenceId]);
      return (await tx.insert(Pin, { roundId, participantId, occurrenceId, kind, note: note.trim(), userId: tx.actor.userId }))[0]!;
    });
  }

  async removePin(id: string): Promise<void> {
    await this.db.write(async (tx) => {
      const { roundId } = await tx.find(Pin, id);
      await lockOpenRound(tx, roundId);
      await tx.delete(Pin, id);
    });
  }
}
