import { ageOn, berlinDay, foldName, readMailAddress, Refusal } from '@mintforge/domain/kernel';
import type { GuardianSlot, ListedGuardian } from '@mintforge/domain/people';
import { currentActor, Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { GuardianIdentities, type GuardianIdentity, type SealedGuardian } from './guardian-identities';
import { Guardian } from './guardians.entities';
import type { AddGuardianArgs, GuardianPatch, PupilContactArgs, TakeGuardianArgs } from './guardians.inputs';
import { dropPupilContact, releaseGuardians } from './guardians.release';
import { PupilIdentities } from './pupil-identities';
import { Pupil } from './pupils.entities';

/** Writes guardians, whose guardians they are, and the own contact of pupils who sign. */
@Injectable()
export class Guardians {
  constructor(
    private readonly db: Db,
    private readonly identities: GuardianIdentities,
    private readonly pupils: PupilIdentities,
  ) {}

  /**
   * A new guardian in a free place of a pupil; gives the id. Refuses PUPIL_ERASED, ALREADY_EXISTS (place taken),
   * INVALID_INPUT, and GUARDIAN_KNOWN with `guardianId` when the address is known, as a sibling's guardian most likely is,
   * unless it is said to be shared.
   */
  async add({ pupilId, slot, input, sharesAddress, idempotencyKey }: AddGuardianArgs): Promise<string> {
    const identity = this.identities.read(input);
    return this.db.write(
      async (tx) => {
        await lockPresent(tx, pupilId);
        await refuseTaken(tx, pupilId, slot);
        if (identity.email !== null && !sharesAddress) await this.refuseKnown(tx, identity.email);
        const id = await this.create(tx, identity, { language: input.language ?? 'de', plain: input.plain ?? false });
        await place(tx, pupilId, slot, id);
        return id;
      },
      { once: { key: idempotencyKey, input: this.identities.digest(currentActor().regionId ?? '', { pupilId, slot, input, sharesAddress }) } },
    );
  }

  /** A guardian known already, of a sibling, in a free place of a pupil. Refuses NOT_FOUND, PUPIL_ERASED, ALREADY_EXISTS (place taken, or holds the other one). */
  take({ pupilId, slot, guardianId }: TakeGuardianArgs): Promise<void> {
    return this.db.write(async (tx) => {
      await lockPresent(tx, pupilId);
      await tx.lock(Guardian, guardianId);
      await refuseTaken(tx, pupilId, slot);
      await place(tx, pupilId, slot, guardianId);
    });
  }

  /** Frees a place of a pupil; who is nobody's guardian any more is erased, their key destroyed. Refuses NOT_FOUND. */
  release(pupilId: string, slot: GuardianSlot): Promise<void> {
    return this.db.write(async (tx) => {
      if ((await releaseGuardians(tx, pupilId, slot)) === 0) throw new Refusal('NOT_FOUND');
    });
  }

  /** Changes name, contacts or language, for all their wards. Refuses NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT. */
  update(id: string, version: number, { name, email, phone, language, plain }: GuardianPatch): Promise<void> {
    return this.db.write(async (tx) => {
      const guardian = await tx.lock(Guardian, id, version);
      const { wrapped } = await tx.one<{ wrapped: Buffer }>('select wrapped from person_key where region_id = $1 and person_id = $2', [tx.regionId, id]);
      const known = this.identities.open({ ...guardian, wrapped });
      const identity = this.identities.read({ name: name ?? known.name ?? '', email: email === undefined ? known.email : email, phone: phone === undefined ? known.phone : phone });
      await tx.update(Guardian, id, { language, plain, ...this.identities.seal(tx.regionId, wrapped, id, identity) }, version);
    });
  }

  /**
   * The own address of a pupil who signs already by a rule of the region; null takes it back. Refuses PUPIL_ERASED,
   * PUPIL_SIGNS_LATER, INVALID_INPUT. Who has no birth date on record may be old enough.
   */
  setPupilContact({ pupilId, email, language, plain }: PupilContactArgs): Promise<void> {
    return this.db.write(async (tx) => {
      const pupil = await lockPresent(tx, pupilId);
      await dropPupilContact(tx, pupilId);
      if (!email) return;
      const address = readMailAddress(email);
      if (address === null) throw new Refusal('INVALID_INPUT', {}, { email: 'isMailAddress' });
      const { wrapped, age } = await tx.one<{ wrapped: Buffer; age: number | null }>('select wrapped, app.signing_age() as age from person_key where region_id = $1 and person_id = $2', [tx.regionId, pupilId]);
      const { birthDate } = this.pupils.open({ ...pupil, wrapped });
      if (age === null || (birthDate !== null && ageOn(birthDate, berlinDay(new Date())) < age)) throw new Refusal('PUPIL_SIGNS_LATER', { age });
      await tx.query('insert into pupil_contact (region_id, pupil_id, email, language, plain) values ($1, $2, $3, $4, $5)', [tx.regionId, pupilId, this.identities.sealPupilMail(wrapped, pupilId, address), language ?? 'de', plain ?? false]);
      tx.note('pupil_contact', 'insert', [pupilId]);
    });
  }

  /**
   * Enters guardians as class lists name them, in the caller's transaction: places that are taken stay as they are, and
   * who is known by address and name, as a sibling's guardian is, is taken over.
   */
  async enter(tx: Tx, listed: readonly ({ pupilId: string } & ListedGuardian)[]): Promise<void> {
    const taken = await tx.query<{ pupilId: string; slot: GuardianSlot; guardianId: string }>(
      'select pupil_id as "pupilId", slot, guardian_id as "guardianId" from guardianship where region_id = $1 and pupil_id = any($2)', [tx.regionId, [...new Set(listed.map(({ pupilId }) => pupilId))]]);
    for (const { pupilId, slot, ...identity } of listed) {
      if (taken.some((one) => one.pupilId === pupilId && one.slot === slot)) continue;
      const known = await this.alike(tx, identity);
      if (known && taken.some((one) => one.pupilId === pupilId && one.guardianId === known)) continue;
      const guardianId = known ?? (await this.create(tx, identity, { language: 'de', plain: false }));
      await place(tx, pupilId, slot, guardianId);
      taken.push({ pupilId, slot, guardianId });
    }
  }

  private async create(tx: Tx, identity: GuardianIdentity, spoken: { language: string; plain: boolean }): Promise<string> {
    const { id } = await tx.one<{ id: string }>('select uuidv7() as id');
    const wrapped = this.identities.newKey(tx.regionId, id);
    await tx.query('insert into person_key (region_id, person_id, wrapped) values ($1, $2, $3)', [tx.regionId, id, wrapped]);
    await tx.insert(Guardian, { id, ...spoken, ...this.identities.seal(tx.regionId, wrapped, id, identity) });
    return id;
  }

  /** The guardian with this address and name; null without an address. */
  private async alike(tx: Tx, { name, email }: GuardianIdentity): Promise<string | null> {
    if (email === null) return null;
    const known = await tx.query<SealedGuardian>(
      `select g.id, g.name as "sealedName", k.wrapped from guardian g join person_key k on k.region_id = g.region_id and k.person_id = g.id where g.region_id = $1 and g.email_index = $2 order by g.id`,
      [tx.regionId, this.identities.indexOf(tx.regionId, email)]);
    tx.note('guardian', 'read', known.map(({ id }) => id));
    return known.find((one) => foldName(this.identities.open(one).name ?? '') === foldName(name))?.id ?? null;
  }

  private async refuseKnown(tx: Tx, email: string): Promise<void> {
    const [known] = await tx.query<{ id: string }>('select id from guardian where region_id = $1 and email_index = $2 order by id limit 1', [tx.regionId, this.identities.indexOf(tx.regionId, email)]);
    if (known) throw new Refusal('GUARDIAN_KNOWN', { guardianId: known.id });
  }
}

async function lockPresent(tx: Tx, pupilId: string): Promise<Pupil> {
  const pupil = await tx.lock(Pupil, pupilId);
  if (pupil.erasedOn !== null) throw new Refusal('PUPIL_ERASED');
  return pupil;
}

async function refuseTaken(tx: Tx, pupilId: string, slot: GuardianSlot): Promise<void> {
  const [taken] = await tx.query('select 1 from guardianship where region_id = $1 and pupil_id = $2 and slot = $3', [tx.regionId, pupilId, slot]);
  if (taken) throw new Refusal('ALREADY_EXISTS', { what: 'guardian' });
}

async function place(tx: Tx, pupilId: string, slot: GuardianSlot, guardianId: string): Promise<void> {
  await tx.query('insert into guardianship (region_id, pupil_id, slot, guardian_id) values ($1, $2, $3, $4)', [tx.regionId, pupilId, slot, guardianId]);
  tx.note('guardianship', 'insert', [pupilId]);
}
