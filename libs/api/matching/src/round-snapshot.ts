import { OccurrenceReads } from '@mintforge/activities';
import { roundInput, inputFindings, type InputFinding, type RoundOccurrence, type RoundPair, type RoundParticipant, type RoundSettings } from '@mintforge/domain/matching';
import type { FrozenInput } from '@mintforge/matching-engine';
import { PeopleReads } from '@mintforge/people';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** A round as it stands in one transaction: what a run computes from, and who each participant is. */
export interface RoundSnapshot {
  input: FrozenInput;
  findings: InputFinding[];
  participants: { id: string; pupilId: string | null; groupId: string | null; seats: number }[];
}

interface ParticipantRow {
  id: string;
  pupilId: string | null;
  groupId: string | null;
  priority: number;
  wishes: string[];
}

const participantsSql = `
  select p.id, p.pupil_id as "pupilId", p.group_id as "groupId", p.priority,
    coalesce((select array_agg(w.occurrence_id order by w.rank) from wish w where w.region_id = p.region_id and w.participant_id = p.id), '{}') as wishes
  from participant p where p.region_id = $1 and p.round_id = $2 order by p.id`;

/** Reads rounds for the engine; dry runs and publishing use the same reading, so that their hashes can be compared. */
@Injectable()
export class RoundSnapshots {
  constructor(
    private readonly people: PeopleReads,
    private readonly activities: OccurrenceReads,
  ) {}

  /** The whole input of a round, in four queries. */
  async take(tx: Tx, roundId: string, settings: RoundSettings): Promise<RoundSnapshot> {
    const rows = await tx.query<ParticipantRow>(participantsSql, [tx.regionId, roundId]);
    const pairs = await tx.query<RoundPair>('select participant_id as "participantId", occurrence_id as "occurrenceId", kind from pin where region_id = $1 and round_id = $2', [tx.regionId, roundId]);
    const chosen = await tx.query<{ id: string }>('select occurrence_id as id from round_occurrence where region_id = $1 and round_id = $2', [tx.regionId, roundId]);
    const occurrences: RoundOccurrence[] = (await this.activities.occurrencesForRound(tx, chosen.map((row) => row.id))).map((occurrence) => ({ ...occurrence, open: occurrence.state === 'PLANNED' && occurrence.activityState === 'PUBLISHED' }));
    const participants = await this.describe(tx, rows);
    return {
      input: roundInput(participants, occurrences, pairs, settings),
      findings: inputFindings(participants, occurrences),
      participants: rows.map(({ id, pupilId, groupId }, at) => ({ id, pupilId, groupId, seats: participants[at]!.seats })),
    };
  }

  private async describe(tx: Tx, rows: ParticipantRow[]): Promise<RoundParticipant[]> {
    const pupils = new Map((await this.people.pupilsForRound(tx, rows.flatMap((row) => row.pupilId ?? []))).map((pupil) => [pupil.id, pupil]));
    const groups = new Map((await this.people.groupsByIds(tx, rows.flatMap((row) => row.groupId ?? []))).map((group) => [group.id, group]));
    return rows.map(({ id, pupilId, groupId, priority, wishes }) => {
      const pupil = pupilId ? pupils.get(pupilId) : undefined;
      const group = groupId ? groups.get(groupId) : undefined;
      return { id, priority, wishes, seats: Math.max(1, group?.headCount ?? 1), grade: pupil?.grade ?? group?.grade ?? null, birthDate: pupil?.birthDate ?? null };
    });
  }
}
