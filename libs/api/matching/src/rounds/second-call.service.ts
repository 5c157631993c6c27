import { Refusal } from '@mintforge/domain/kernel';
import { maxClasses } from '@mintforge/domain/matching';
import { Clock, Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Round, RoundState } from '../matching.entities';

/** Occurrences with seats left, under the numbers pupils know. */
const occurrencesSql = `
  insert into round_occurrence (region_id, round_id, occurrence_id, number)
  select r.region_id, $3, r.occurrence_id, r.number from round_occurrence r join occurrence o on o.region_id = r.region_id and o.id = r.occurrence_id join activity a on a.region_id = o.region_id and a.id = o.activity_id
  where r.region_id = $1 and r.round_id = $2 and o.taken < o.capacity and o.state = 'PLANNED' and a.state = 'PUBLISHED' and o.starts_at > $4 returning occurrence_id`;
const classesSql = `
  insert into round_class (region_id, round_id, position, name, reason, derived)
  select region_id, $3, position + $4, name, reason, derived from round_class where region_id = $1 and round_id = $2`;
/** Who holds no place of the first round and is still there; classes given by hand stay by their name. */
const participantsSql = `
  insert into participant (region_id, round_id, pupil_id, group_id, class_id)
  select p.region_id, $3, p.pupil_id, p.group_id, (select n.id from round_class c join round_class n on n.region_id = c.region_id and n.round_id = $3 and n.name = c.name and n.derived is null where c.region_id = p.region_id and c.id = p.class_id)
  from participant p left join pupil u on u.region_id = p.region_id and u.id = p.pupil_id
  where p.region_id = $1 and p.round_id = $2 and u.left_on is null and u.erased_on is null
    and not exists (select from placement x where x.region_id = p.region_id and x.round_id = p.round_id and (x.pupil_id = p.pupil_id or x.group_id = p.group_id) and app.holds_seat(x.state)) returning id`;
/** Wishes for seats still free, closed up, without what was given back. */
const wishesSql = `
  insert into wish (region_id, participant_id, rank, occurrence_id, source)
  select w.region_id, n.id, row_number() over (partition by n.id order by w.rank), w.occurrence_id, w.source
  from participant n join participant p on p.region_id = n.region_id and p.round_id = $2 and (p.pupil_id = n.pupil_id or p.group_id = n.group_id)
    join wish w on w.region_id = p.region_id and w.participant_id = p.id join round_occurrence r on r.region_id = w.region_id and r.round_id = $3 and r.occurrence_id = w.occurrence_id
  where n.region_id = $1 and n.round_id = $3
    and not exists (select from placement x where x.region_id = n.region_id and x.round_id = $2 and x.occurrence_id = w.occurrence_id and (x.pupil_id = n.pupil_id or x.group_id = n.group_id))`;
const vetoesSql = `
  insert into pin (region_id, round_id, participant_id, occurrence_id, kind, note, user_id)
  select i.region_id, $3, n.id, i.occurrence_id, i.kind, i.note, i.user_id
  from pin i join participant p on p.region_id = i.region_id and p.id = i.participant_id join participant n on n.region_id = p.region_id and n.round_id = $3 and (n.pupil_id = p.pupil_id or n.group_id = p.group_id)
    join round_occurrence r on r.region_id = i.region_id and r.round_id = $3 and r.occurrence_id = i.occurrence_id
  where i.region_id = $1 and i.round_id = $2 and i.kind = 'VETO'`;
const reservesSql = `
  insert into reserve (region_id, round_id, position, trait, occurrence_id, seats, percent, reason)
  select region_id, $3, position, trait, occurrence_id, seats, percent, reason from reserve e where e.region_id = $1 and e.round_id = $2
    and (e.occurrence_id is null or exists (select from round_occurrence r where r.region_id = e.region_id and r.round_id = $3 and r.occurrence_id = e.occurrence_id))`;

const wentEmpty = { name: 'Leer ausgegangen', reason: 'Hat sich in einer früheren Vergabe beteiligt und dort keinen Platz bekommen.' };

/** The end of a round without publishing, and the round after it for what is left. */
@Injectable()
export class SecondCalls {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Closes an open round without publishing any run; it stays to be read. Refuses VERSION_CONFLICT, ROUND_NOT_OPEN. */
  async close(roundId: string, version: number): Promise<void> {
    await this.db.write(async (tx) => {
      const { state } = await tx.lock(Round, roundId);
      if (state === RoundState.CLOSED) return;
      if (state !== RoundState.OPEN) throw new Refusal('ROUND_NOT_OPEN', { state });
      await tx.update(Round, roundId, { state: RoundState.CLOSED }, version);
    });
  }

  /**
   * Opens a round for the seats a published round left free and for its participants without a place, with their wishes as
   * far as seats are free; classes, reserves and vetoes come along, and who went empty goes first. Its lottery is drawn
   * anew. Gives its id. Refuses ROUND_NOT_PUBLISHED, ROUND_INCOMPLETE when no seat or nobody is left.
   */
  async open(roundId: string, title: string, seed: string, idempotencyKey?: string): Promise<string> {
    return this.db.write(
      async (tx) => {
        const first = await tx.lock(Round, roundId);
        if (first.state !== RoundState.PUBLISHED) throw new Refusal('ROUND_NOT_PUBLISHED', { state: first.state });
        const settings = { ...first.settings, seed, seedSource: '', usePriorities: true };
        const [id] = await tx.insert(Round, { title, unit: first.unit, settings, followsRoundId: roundId });
        const keys = [tx.regionId, roundId, id!];
        if ((await tx.query(occurrencesSql, [...keys, this.clock.now()])).length === 0) throw new Refusal('ROUND_INCOMPLETE', { missing: 'occurrences' });
        await this.classes(tx, roundId, id!);
        const participants = await tx.query<{ id: string }>(participantsSql, keys);
        if (participants.length === 0) throw new Refusal('ROUND_INCOMPLETE', { missing: 'participants' });
        tx.note('participant', 'insert', participants.map((participant) => participant.id));
        for (const sql of [wishesSql, vetoesSql, reservesSql]) await tx.query(sql, keys);
        return id!;
      },
      { once: { key: idempotencyKey, input: { roundId, title, seed } } },
    );
  }

  /** The classes of the first round, behind those who went empty where there is room for one more. */
  private async classes(tx: Tx, roundId: string, id: string): Promise<void> {
    const before = await tx.query<{ derived: string | null }>('select derived from round_class where region_id = $1 and round_id = $2', [tx.regionId, roundId]);
    const first = before.length < maxClasses && before.every(({ derived }) => derived !== 'NEVER_PLACED_BEFORE');
    if (first) await tx.query(`insert into round_class (region_id, round_id, position, name, reason, derived) values ($1, $2, 1, $3, $4, 'NEVER_PLACED_BEFORE')`, [tx.regionId, id, wentEmpty.name, wentEmpty.reason]);
    await tx.query(classesSql, [tx.regionId, roundId, id, first ? 1 : 0]);
  }
}
