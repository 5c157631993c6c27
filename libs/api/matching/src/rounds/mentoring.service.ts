import { Refusal } from '@mintforge/domain/kernel';
import type { UnrankedRule } from '@mintforge/domain/matching';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Round } from '../matching.entities';
import type { MentorOrderArgs } from './mentoring.types';
import { lockOpenRound } from './rounds.service';

/** What mentors want: their orders of pupils, entered by the office or from a paper list, and what happens to the others. */
@Injectable()
export class MentoringService {
  constructor(private readonly db: Db) {}

  async setUnranked(roundId: string, unranked: UnrankedRule): Promise<void> {
    await this.db.write(async (tx) => {
      await lockMentoring(tx, roundId);
      await tx.query('update round set pairing = $3 where region_id = $1 and id = $2', [tx.regionId, roundId, JSON.stringify({ unranked })]);
      await tx.update(Round, roundId, {});
    });
  }

  /** Replaces a mentor's order; an empty one means nobody was ranked. Refuses INVALID_INPUT for who or what is not in the round, NOT_FOUND for a round of another kind. */
  async setOrder({ roundId, occurrenceId, participantIds }: MentorOrderArgs): Promise<void> {
    await this.db.write(async (tx) => {
      await lockMentoring(tx, roundId);
      const mentors = await tx.query('select from round_occurrence where region_id = $1 and round_id = $2 and occurrence_id = $3', [tx.regionId, roundId, occurrenceId]);
      if (mentors.length === 0) throw new Refusal('INVALID_INPUT', {}, { occurrenceId: 'notInRound' });
      const known = new Set((await tx.query<{ id: string }>('select id from participant where region_id = $1 and round_id = $2 and id = any($3::uuid[])', [tx.regionId, roundId, participantIds])).map(({ id }) => id));
      const foreign = participantIds.findIndex((id) => !known.has(id));
      if (foreign >= 0) throw new Refusal('INVALID_INPUT', {}, { [`participantIds.${foreign}`]: 'notInRound' });
      await tx.query('delete from mentor_rank where region_id = $1 and round_id = $2 and occurrence_id = $3', [tx.regionId, roundId, occurrenceId]);
      await tx.query('insert into mentor_rank (region_id, round_id, occurrence_id, participant_id, position) select $1, $2, $3, r.id, r.position from unnest($4::uuid[]) with ordinality as r(id, position)', [tx.regionId, roundId, occurrenceId, participantIds]);
      tx.note('mentor_rank', 'update', [occurrenceId]);
      await tx.update(Round, roundId, {});
    });
  }
}

async function lockMentoring(tx: Tx, roundId: string): Promise<void> {
  const { unit } = await lockOpenRound(tx, roundId);
  if (unit !== 'MENTORING') throw new Refusal('NOT_FOUND');
}
