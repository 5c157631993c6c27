import { defaultMentoringRules, scoreOf, type MentoringRules, type MentorOrder } from '@mintforge/domain/matching';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { MentorCandidate, MentoringRound, MentorPlace } from './mentoring.types';

/** Mentoring rounds: mentors, their orders, and who may be ranked. */
@Injectable()
export class MentoringReads {
  constructor(private readonly db: Db) {}

  /** The orders of all mentors who ranked anybody. */
  private orders(tx: Tx, roundId: string): Promise<MentorOrder[]> {
    return tx.query<MentorOrder>('select occurrence_id as "occurrenceId", array_agg(participant_id order by position) as "participantIds" from mentor_rank where region_id = $1 and round_id = $2 group by occurrence_id order by occurrence_id', [tx.regionId, roundId]);
  }

  /** What the mentors of a round want, or null for a round of another kind. */
  async ofRound(tx: Tx, roundId: string): Promise<(MentoringRules & { orders: MentorOrder[] }) | null> {
    const [round] = await tx.query<{ pairing: Partial<MentoringRules> }>(`select pairing from round where region_id = $1 and id = $2 and unit = 'MENTORING'`, [tx.regionId, roundId]);
    return round ? { ...defaultMentoringRules, ...round.pairing, orders: await this.orders(tx, roundId) } : null;
  }

  /** The mentors of a round. Refuses NOT_FOUND for a round of another kind. */
  round(roundId: string): Promise<MentoringRound> {
    return this.db.read(async (tx) => {
      const { pairing } = await tx.one<{ pairing: Partial<MentoringRules> }>(`select pairing from round where region_id = $1 and id = $2 and unit = 'MENTORING'`, [tx.regionId, roundId]);
      const mentors = await tx.query<MentorPlace>(
        `select o.id as "occurrenceId", c.number, a.title, h.name as host, o.starts_at as "startsAt", o.capacity, o.taken,
          (select count(*)::int from wish w join participant p on p.region_id = w.region_id and p.id = w.participant_id and p.round_id = c.round_id where w.region_id = c.region_id and w.occurrence_id = c.occurrence_id) as wishes,
          (select count(*)::int from mentor_rank m where m.region_id = c.region_id and m.round_id = c.round_id and m.occurrence_id = c.occurrence_id) as ranked
         from round_occurrence c join occurrence o on o.region_id = c.region_id and o.id = c.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id join organisation h on h.region_id = a.region_id and h.id = a.organisation_id
         where c.region_id = $1 and c.round_id = $2 order by c.number`, [tx.regionId, roundId]);
      return { ...defaultMentoringRules, ...pairing, mentors };
    });
  }

  /** Who wishes a mentor or is ranked by them: the ranked in their order, then by wish. */
  candidates(roundId: string, occurrenceId: string): Promise<MentorCandidate[]> {
    return this.db.read(async (tx) => {
      const rows = await tx.query<Omit<MentorCandidate, 'score'> & { interests: string[]; topics: string[] }>(
        `select p.id as "participantId", p.pupil_id as "pupilId", u.pseudonym as label, g.name as "groupName", s.name as school, coalesce(u.grade, g.grade) as grade, w.rank as "wishRank", m.position, u.interests, a.topics
         from participant p join pupil u on u.region_id = p.region_id and u.id = p.pupil_id left join pupil_group g on g.region_id = u.region_id and g.id = u.group_id join organisation s on s.region_id = u.region_id and s.id = u.organisation_id
           join occurrence o on o.region_id = p.region_id and o.id = $3 join activity a on a.region_id = o.region_id and a.id = o.activity_id
           left join wish w on w.region_id = p.region_id and w.participant_id = p.id and w.occurrence_id = $3 left join mentor_rank m on m.region_id = p.region_id and m.round_id = p.round_id and m.occurrence_id = $3 and m.participant_id = p.id
         where p.region_id = $1 and p.round_id = $2 and num_nonnulls(w.rank, m.position) > 0 order by m.position, w.rank, u.pseudonym`, [tx.regionId, roundId, occurrenceId]);
      return rows.map(({ interests, topics, ...row }) => ({ ...row, score: scoreOf({ interests }, { topics }) }));
    });
  }
}
