import { Refusal } from '@mintforge/domain/kernel';
import { checkClasses, checkReserves, type Trait } from '@mintforge/domain/matching';
import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { Round } from '../matching.entities';
import { RoundClass, RoundReserve } from './round-setup.entities';
import type { ParticipantsChoice, ReserveTraitInput, RoundClassInput, RoundReserveInput } from './round-setup.inputs';
import { lockOpenRound } from './rounds.service';

/** Who goes first in a round and for whom seats are kept. */
@Injectable()
export class RoundRules {
  constructor(private readonly db: Db) {}

  /**
   * Sets the classes of a round in their order; one named by its id keeps its participants, those of a class that goes are
   * everybody again. Refuses VERSION_CONFLICT, ROUND_NOT_OPEN, INVALID_INPUT naming the field.
   */
  async setClasses(roundId: string, version: number, inputs: RoundClassInput[]): Promise<void> {
    const classes = inputs.map(({ id, name, reason, derived }, at) => ({ id: id ?? null, name: name.trim(), reason: reason.trim(), derived: derived ?? null, position: at + 1 }));
    checkClasses(classes);
    await this.db.write(async (tx) => {
      await lockOpenRound(tx, roundId, version);
      const known = (await tx.query<{ id: string }>('select id from round_class where region_id = $1 and round_id = $2', [tx.regionId, roundId])).map((row) => row.id);
      const foreign = classes.findIndex(({ id }, at) => id !== null && (!known.includes(id) || classes.findIndex((other) => other.id === id) !== at));
      if (foreign >= 0) throw new Refusal('INVALID_INPUT', {}, { [`classes.${foreign}.id`]: 'notInRound' });
      const kept = classes.flatMap(({ id }) => id ?? []);
      const gone = await tx.query<{ id: string }>('delete from round_class where region_id = $1 and round_id = $2 and id <> all($3::uuid[]) returning id', [tx.regionId, roundId, kept]);
      tx.note('round_class', 'delete', gone.map((row) => row.id));
      for (const { id, ...row } of classes) {
        if (id) await tx.update(RoundClass, id, row);
        else await tx.insert(RoundClass, { ...row, roundId });
      }
      // Who is derived into a class is not put into it by hand too.
      await tx.query(
        `update participant p set class_id = null from round_class c where c.region_id = p.region_id and c.id = p.class_id and p.region_id = $1 and p.round_id = $2 and c.derived is not null`, [tx.regionId, roundId]);
      await tx.update(Round, roundId, {});
    });
  }

  /**
   * Puts participants into a class, or (null) among everybody again: some by name, all of groups, all of schools. Gives how
   * many changed. Refuses NOT_FOUND, ROUND_NOT_OPEN, INVALID_INPUT for a class of another round or a derived one.
   */
  async assignClass(roundId: string, classId: string | null, { participantIds, groupIds, schoolIds }: ParticipantsChoice): Promise<number> {
    return this.db.write(async (tx) => {
      await lockOpenRound(tx, roundId);
      const chosen = classId ? await tx.find(RoundClass, classId) : null;
      if (chosen && chosen.roundId !== roundId) throw new Refusal('INVALID_INPUT', {}, { classId: 'notInRound' });
      if (chosen?.derived) throw new Refusal('INVALID_INPUT', {}, { classId: 'derived' });
      const changed = await tx.query<{ id: string }>(
        `update participant p set class_id = $3 from participant q
           left join pupil u on u.region_id = q.region_id and u.id = q.pupil_id left join pupil_group g on g.region_id = q.region_id and g.id = q.group_id
         where q.region_id = p.region_id and q.id = p.id and p.region_id = $1 and p.round_id = $2 and p.class_id is distinct from $3
           and (p.id = any($4::uuid[]) or coalesce(p.group_id, u.group_id) = any($5::uuid[]) or coalesce(u.organisation_id, g.organisation_id) = any($6::uuid[])) returning p.id`,
        [tx.regionId, roundId, classId, participantIds, groupIds, schoolIds]);
      tx.note('participant', 'update', changed.map((row) => row.id));
      if (changed.length > 0) await tx.update(Round, roundId, {});
      return changed.length;
    });
  }

  /**
   * Sets the reserves of a round; they are kept in the order given. Refuses VERSION_CONFLICT, ROUND_NOT_OPEN, INVALID_INPUT
   * naming the field: reserves are for rounds of persons, each for occurrences of the round.
   */
  async setReserves(roundId: string, version: number, inputs: RoundReserveInput[]): Promise<void> {
    const reserves = inputs.map(({ trait, occurrenceId, seats, percent, reason }, at) => ({ trait: traitOf(trait), occurrenceId: occurrenceId ?? null, seats: seats ?? null, percent: percent ?? null, reason: reason.trim(), position: at + 1 }));
    checkReserves(reserves);
    await this.db.write(async (tx) => {
      const round = await lockOpenRound(tx, roundId, version);
      if (round.unit !== 'PUPILS' && reserves.length > 0) throw new Refusal('INVALID_INPUT', {}, { reserves: 'onlyForPersons' });
      const known = new Set((await tx.query<{ id: string }>('select occurrence_id as id from round_occurrence where region_id = $1 and round_id = $2', [tx.regionId, roundId])).map((row) => row.id));
      const foreign = reserves.findIndex(({ occurrenceId }) => occurrenceId !== null && !known.has(occurrenceId));
      if (foreign >= 0) throw new Refusal('INVALID_INPUT', {}, { [`reserves.${foreign}.occurrenceId`]: 'notInRound' });
      const gone = await tx.query<{ id: string }>('delete from reserve where region_id = $1 and round_id = $2 returning id', [tx.regionId, roundId]);
      tx.note('reserve', 'delete', gone.map((row) => row.id));
      await tx.insert(RoundReserve, reserves.map((reserve) => ({ ...reserve, roundId })));
      await tx.update(Round, roundId, {});
    });
  }
}

/** The trait of its kind alone: fields of other kinds are dropped, missing ones are refused by the check. */
function traitOf({ kind, schoolKind, leastKm, from, to }: ReserveTraitInput): Trait {
  switch (kind) {
    case 'SCHOOL_KIND': return { kind, schoolKind: schoolKind! };
    case 'FIRST_TIME': return { kind };
    case 'FAR_FROM_CENTRE': return { kind, leastKm: leastKm! };
    case 'GRADES': return { kind, from: from!, to: to! };
  }
}
