import { Refusal } from '@mintforge/domain/kernel';
import { eligibilityBar, proposedWishes, scoreOf, type ProposedWishes } from '@mintforge/domain/matching';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { WishProposals } from './interests.types';
import { Round } from '../matching.entities';
import { RoundSnapshots, type RoundSnapshot } from './round-snapshot';
import { lockOpenRound } from './rounds.service';

const mostProposed = 10;
const examplesShown = 8;

/** Wishes proposed from interests to those who have none; marked as proposed, and gone again at a word. */
@Injectable()
export class InterestsService {
  constructor(
    private readonly db: Db,
    private readonly snapshots: RoundSnapshots,
  ) {}

  /** What `propose` would do now, with some examples. */
  async preview(roundId: string, perParticipant: number): Promise<WishProposals> {
    checkNumber(perParticipant);
    return this.db.read(async (tx) => {
      const snapshot = await this.take(tx, roundId);
      const { members, occurrences } = snapshot.state;
      const proposals = proposalsOf(snapshot, perParticipant);
      const without = members.filter(({ wishes }) => wishes.length === 0);
      const shown = proposals.slice(0, examplesShown);
      const labels = new Map((await tx.query<{ id: string; label: string }>(
        `select p.id, coalesce(u.pseudonym, g.name) as label from participant p left join pupil u on u.region_id = p.region_id and u.id = p.pupil_id left join pupil_group g on g.region_id = p.region_id and g.id = p.group_id
         where p.region_id = $1 and p.id = any($2::uuid[])`, [tx.regionId, shown.map(({ participantId }) => participantId)])).map(({ id, label }) => [id, label]));
      const titles = new Map((await tx.query<{ id: string; title: string }>(
        'select o.id, a.title from occurrence o join activity a on a.region_id = o.region_id and a.id = o.activity_id where o.region_id = $1 and o.id = any($2::uuid[])', [tx.regionId, shown.flatMap(({ occurrenceIds }) => occurrenceIds)])).map(({ id, title }) => [id, title]));
      const interestsOf = new Map(members.map(({ id, interests }) => [id, interests]));
      const topicsOf = new Map(occurrences.map(({ id, topics }) => [id, topics]));
      const fit = (participantId: string, occurrenceId: string) => scoreOf({ interests: interestsOf.get(participantId) ?? [] }, { topics: topicsOf.get(occurrenceId) ?? [] });
      const { proposed } = await tx.one<{ proposed: number }>(
        `select count(distinct p.id)::int as proposed from participant p join wish w on w.region_id = p.region_id and w.participant_id = p.id and w.source = 'PROPOSED' where p.region_id = $1 and p.round_id = $2`, [tx.regionId, roundId]);
      return {
        withoutWishes: without.length, proposable: proposals.length, withoutInterests: without.filter(({ interests }) => interests.length === 0).length, proposed,
        examples: shown.map(({ participantId, occurrenceIds }) => ({
          participantId, label: labels.get(participantId) ?? '', wishes: occurrenceIds.map((occurrenceId) => ({ occurrenceId, title: titles.get(occurrenceId) ?? '', score: fit(participantId, occurrenceId) })),
        })),
      };
    });
  }

  /** Proposes wishes to every participant without any; own wishes stay as they are, and doing it again changes nothing. Gives how many got some. */
  async propose(roundId: string, perParticipant: number): Promise<number> {
    checkNumber(perParticipant);
    return this.db.write(async (tx) => {
      await lockOpenRound(tx, roundId);
      const proposals = proposalsOf(await this.take(tx, roundId), perParticipant);
      const rows = proposals.flatMap(({ participantId, occurrenceIds }) => occurrenceIds.map((occurrenceId, at) => ({ participantId, occurrenceId, rank: at + 1 })));
      await tx.query(
        `insert into wish (region_id, participant_id, rank, occurrence_id, source) select $1, w."participantId", w.rank, w."occurrenceId", 'PROPOSED'
         from jsonb_to_recordset($2) as w("participantId" uuid, rank smallint, "occurrenceId" uuid)`, [tx.regionId, JSON.stringify(rows)]);
      tx.note('wish', 'insert', proposals.map(({ participantId }) => participantId));
      return proposals.length;
    });
  }

  /** Takes back all proposed wishes of a round, or of one participant; own wishes stay. Gives how many participants that concerns. */
  async withdraw(roundId: string, participantId: string | null): Promise<number> {
    return this.db.write(async (tx) => {
      await lockOpenRound(tx, roundId);
      const rows = await tx.query<{ id: string }>(
        `delete from wish w using participant p where p.region_id = w.region_id and p.id = w.participant_id and w.region_id = $1 and p.round_id = $2 and w.source = 'PROPOSED' and ($3::uuid is null or p.id = $3) returning p.id`, [tx.regionId, roundId, participantId]);
      const concerned = [...new Set(rows.map(({ id }) => id))];
      tx.note('wish', 'delete', concerned);
      return concerned.length;
    });
  }

  private async take(tx: Tx, roundId: string): Promise<RoundSnapshot> {
    const { settings } = await tx.find(Round, roundId);
    return this.snapshots.take(tx, roundId, settings);
  }
}

function checkNumber(perParticipant: number): void {
  if (!Number.isInteger(perParticipant) || perParticipant < 1 || perParticipant > mostProposed) throw new Refusal('INVALID_INPUT', {}, { perParticipant: 'range' });
}

const proposalsOf = ({ state: { members, occurrences, world } }: RoundSnapshot, perParticipant: number): ProposedWishes[] =>
  proposedWishes(members, occurrences, perParticipant, (member, occurrence) => eligibilityBar(member, occurrence, world) !== null);
