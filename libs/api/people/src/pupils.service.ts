import { berlinDay, Refusal, tidy, type Day } from '@mintforge/domain/kernel';
import { checkBirthDate, personText } from '@mintforge/domain/people';
import { currentActor, Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { BirthDateUses } from './birth-date-uses';
import { Group } from './groups.entities';
import { keepHeadCount } from './groups.service';
import { PupilIdentities, type Identity } from './pupil-identities';
import { Pupil } from './pupils.entities';
import type { PupilInput, PupilPatch } from './pupils.inputs';

/** Refuses INVALID_INPUT for a name without a letter or a birth date no pupil can have. */
function checkIdentity({ firstName, lastName, birthDate }: Identity): void {
  for (const [field, name] of Object.entries({ firstName, lastName })) if (!/\p{L}/u.test(name)) throw new Refusal('INVALID_INPUT', {}, { [field]: 'required' });
  if (birthDate !== null && !checkBirthDate(birthDate, berlinDay(new Date()))) throw new Refusal('INVALID_INPUT', {}, { birthDate: 'implausible' });
}

/** The wrapped key of a pupil. */
async function keyOf(tx: Tx, id: string): Promise<Buffer> {
  return (await tx.one<{ wrapped: Buffer }>('select wrapped from person_key where region_id = $1 and person_id = $2', [tx.regionId, id])).wrapped;
}

/** Writes pupils one by one; a whole class comes by `ClassLists`. */
@Injectable()
export class Pupils {
  constructor(
    private readonly db: Db,
    private readonly identities: PupilIdentities,
    private readonly birthDates: BirthDateUses,
  ) {}

  /**
   * Creates a pupil and gives the id. Refuses INVALID_INPUT without group and school, or when the group is another
   * school's; ALREADY_EXISTS when that school has a pupil of this name and birth date; CONSENT_MISSING with needs, unless
   * the region holds them by law.
   */
  create(input: PupilInput, idempotencyKey: string): Promise<string> {
    const identity: Identity = { firstName: tidy(input.firstName), lastName: tidy(input.lastName), birthDate: input.birthDate ?? null };
    return this.db.write(
      async (tx) => {
        checkIdentity(identity);
        const group = input.groupId ? await tx.lock(Group, input.groupId) : null;
        const organisationId = group?.organisationId ?? input.organisationId;
        if (!organisationId) throw new Refusal('INVALID_INPUT', {}, { organisationId: 'required' });
        if (input.organisationId && input.organisationId !== organisationId) throw new Refusal('INVALID_INPUT', {}, { groupId: 'otherSchool' });
        await this.refuseTwin(tx, organisationId, identity);
        const [pupil] = await this.identities.add(tx, [{ ...identity, organisationId, groupId: group?.id ?? null, grade: input.grade ?? group?.grade ?? null, interests: input.interests ?? [], statedWishes: [], provisions: input.provisions ?? [] }]);
        if (input.provisions?.length) await this.identities.requireNeeds(tx, pupil!.id);
        if (group) await keepHeadCount(tx, group);
        return pupil!.id;
      },
      { once: { key: idempotencyKey, input: this.identities.digest(currentActor().regionId ?? '', input) } },
    );
  }

  /** Changes a pupil; names and birth date are sealed and indexed anew, and what rests on the age is judged anew. Refuses VERSION_CONFLICT, PUPIL_ERASED, CONSENT_MISSING for needs. */
  update(id: string, version: number, { firstName, lastName, birthDate, provisions, ...patch }: PupilPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const pupil = await this.lockPresent(tx, id, version);
      if (provisions?.length) await this.identities.requireNeeds(tx, id);
      const touched = firstName !== undefined || lastName !== undefined || birthDate !== undefined;
      const sealed = touched ? await this.reseal(tx, pupil, { firstName, lastName, birthDate }) : {};
      const needs = provisions === undefined ? {} : { sealedProvisions: await this.identities.storeNeeds(tx, id, provisions) };
      await tx.update(Pupil, id, { ...patch, ...sealed, ...needs }, version);
      if (birthDate !== undefined) await this.birthDates.changed(tx, [id]);
    });
  }

  private async reseal(tx: Tx, pupil: Pupil, { firstName, lastName, birthDate }: PupilPatch) {
    const wrapped = await keyOf(tx, pupil.id);
    const known = this.identities.open({ ...pupil, wrapped });
    const identity: Identity = { firstName: tidy(firstName ?? known.firstName ?? ''), lastName: tidy(lastName ?? known.lastName ?? ''), birthDate: birthDate === undefined ? known.birthDate : birthDate };
    checkIdentity(identity);
    await this.identities.reindex(tx, [{ id: pupil.id, ...identity }]);
    return this.identities.seal(wrapped, pupil.id, identity);
  }

  /** Moves a pupil into a group, also of another school, or out of any. A pupil who had left is there again. */
  move(id: string, version: number, groupId: string | null): Promise<void> {
    return this.db.write(async (tx) => {
      await this.lockPresent(tx, id, version);
      const group = groupId ? await tx.lock(Group, groupId) : null;
      await tx.update(Pupil, id, { groupId, leftOn: null, ...(group ? { organisationId: group.organisationId } : {}) }, version);
      if (group) await keepHeadCount(tx, group);
    });
  }

  /** Records the day a pupil left the school, or takes it back with null. The group stays known. */
  leave(id: string, version: number, leftOn: Day | null): Promise<void> {
    return this.db.write(async (tx) => {
      const { groupId } = await this.lockPresent(tx, id, version);
      const group = groupId && leftOn === null ? await tx.lock(Group, groupId) : null;
      await tx.update(Pupil, id, { leftOn }, version);
      if (group) await keepHeadCount(tx, group);
    });
  }

  /** Records an address block with its last day, if that is known, or ends it with null. From then on no list, file or host names the pupil. */
  shield(id: string, version: number, shield: { until: Day | null } | null): Promise<void> {
    return this.db.write(async (tx) => {
      await this.lockPresent(tx, id, version);
      await tx.update(Pupil, id, { shielded: shield !== null, sealedShield: shield && this.identities.sealShield(await keyOf(tx, id), id, shield.until) }, version);
    });
  }

  private async lockPresent(tx: Tx, id: string, version: number): Promise<Pupil> {
    const pupil = await tx.lock(Pupil, id, version);
    if (pupil.erasedOn !== null) throw new Refusal('PUPIL_ERASED');
    return pupil;
  }

  private async refuseTwin(tx: Tx, organisationId: string, { firstName, lastName, birthDate }: Identity): Promise<void> {
    const text = personText(firstName, lastName, birthDate);
    if (text === null) return;
    const [twin] = await tx.query(
      `select 1 from pupil_token t join pupil p on p.region_id = t.region_id and p.id = t.pupil_id
        where t.region_id = $1 and t.field = 'PERSON' and t.token = $2 and p.organisation_id = $3`,
      [tx.regionId, this.identities.indexOf(tx.regionId, { field: 'PERSON', text }), organisationId],
    );
    if (twin) throw new Refusal('ALREADY_EXISTS', { what: 'pupil' });
  }
}
