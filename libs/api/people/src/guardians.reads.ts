import { mailKey, readMailAddress } from '@mintforge/domain/kernel';
import type { GuardianSlot } from '@mintforge/domain/people';
import { Db, withoutPersonal, type MailRecipient, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { GuardianIdentities, type SealedGuardian } from './guardian-identities';
import { Guardian, PupilContact, type PupilGuardians, Ward } from './guardians.entities';
import { PeopleReads } from './people.reads';

/** How one signer of a pupil is reached; nothing of it is in clear. */
export interface Reach {
  pupilId: string;
  signer: GuardianSlot | 'PUPIL';
  recipient: MailRecipient;
  language: string;
  plain: boolean;
  hasMail: boolean;
  hasPhone: boolean;
}

const columns = `g.id, g.version, g.created_at as "createdAt", g.updated_at as "updatedAt", g.language, g.plain, g.name as "sealedName", g.email as "sealedEmail", g.phone as "sealedPhone", k.wrapped`;
const tables = 'guardian g left join person_key k on k.region_id = g.region_id and k.person_id = g.id';

/** Guardians for the console, and how signers are reached for other features. */
@Injectable()
export class GuardianReads {
  constructor(
    private readonly db: Db,
    private readonly identities: GuardianIdentities,
    private readonly people: PeopleReads,
  ) {}

  /** The guardians of a pupil by their places, and the pupil's own contact; the read is audited. Refuses NOT_FOUND. */
  of(pupilId: string): Promise<PupilGuardians> {
    return this.db.read(async (tx) => {
      await tx.one('select 1 from pupil where region_id = $1 and id = $2', [tx.regionId, pupilId]);
      const rows = await tx.query<Guardian & SealedGuardian>(
        `select ${columns} from guardianship s join ${tables} on g.region_id = s.region_id and g.id = s.guardian_id where s.region_id = $1 and s.pupil_id = $2 order by s.slot`, [tx.regionId, pupilId]);
      return { pupilId, guardians: await this.shown(tx, rows), contact: await this.contactOf(tx, pupilId) };
    });
  }

  /** Guardians with exactly this address; the read is audited. Empty for what is no address. */
  byMail(email: string): Promise<Guardian[]> {
    const address = readMailAddress(email);
    if (address === null) return Promise.resolve([]);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Guardian & SealedGuardian>(`select ${columns} from ${tables} where g.region_id = $1 and g.email_index = $2 order by g.id limit 20`, [tx.regionId, this.identities.indexOf(tx.regionId, address)]);
      const guardians = await this.shown(tx, rows);
      return guardians.filter((guardian) => guardian.email !== null && mailKey(guardian.email) === mailKey(address));
    });
  }

  /** How the signers of pupils are reached, in one statement and without opening anything; whoever is not on record is missing. */
  reach(tx: Tx, pupilIds: readonly string[]): Promise<Reach[]> {
    return tx.query<Reach>(
      `select s.pupil_id as "pupilId", s.slot as signer, jsonb_build_object('kind', 'GUARDIAN', 'id', g.id) as recipient, g.language, g.plain, g.email is not null as "hasMail", g.phone is not null as "hasPhone"
          from guardianship s join guardian g on g.region_id = s.region_id and g.id = s.guardian_id where s.region_id = $1 and s.pupil_id = any($2)
        union all select c.pupil_id, 'PUPIL', jsonb_build_object('kind', 'PUPIL', 'id', c.pupil_id), c.language, c.plain, true, false from pupil_contact c where c.region_id = $1 and c.pupil_id = any($2)`,
      [tx.regionId, pupilIds],
    );
  }

  /** The address of a guardian, opened for a mail that leaves; null where there is none. */
  async mailOfGuardian(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<SealedGuardian>(`select g.id, g.email as "sealedEmail", k.wrapped from ${tables} where g.region_id = $1 and g.id = $2`, [tx.regionId, id]);
    tx.note('guardian', 'read', row?.sealedEmail ? [id] : []);
    return row ? this.identities.open(row).email : null;
  }

  /** The own address of a pupil, opened for a mail that leaves; null where there is none. */
  async mailOfPupil(tx: Tx, pupilId: string): Promise<string | null> {
    return (await this.contactOf(tx, pupilId))?.email ?? null;
  }

  private async contactOf(tx: Tx, pupilId: string): Promise<PupilContact | null> {
    const [row] = await tx.query<{ pupilId: string; language: string; plain: boolean; wrapped: Buffer | null; sealedEmail: Buffer | null }>(
      `select c.pupil_id as "pupilId", c.language, c.plain, c.email as "sealedEmail", k.wrapped from pupil_contact c left join person_key k on k.region_id = c.region_id and k.person_id = c.pupil_id
        where c.region_id = $1 and c.pupil_id = $2`, [tx.regionId, pupilId]);
    if (!row) return null;
    const { wrapped, sealedEmail, ...contact } = row;
    tx.note('pupil_contact', 'read', [pupilId]);
    return withoutPersonal(PupilContact, { ...contact, email: this.identities.openPupilMail({ pupilId, wrapped, sealedEmail }) }, tx.actor.role);
  }

  private async shown(tx: Tx, rows: readonly (Guardian & SealedGuardian)[]): Promise<Guardian[]> {
    const places = await tx.query<{ guardianId: string; pupilId: string; slot: GuardianSlot }>(
      'select guardian_id as "guardianId", pupil_id as "pupilId", slot from guardianship where region_id = $1 and guardian_id = any($2) order by pupil_id', [tx.regionId, rows.map(({ id }) => id)]);
    const names = await this.people.namesOf(tx, [...new Set(places.map(({ pupilId }) => pupilId))]);
    tx.note('guardian', 'read', rows.map(({ id }) => id));
    return rows.map(({ wrapped, sealedName, sealedEmail, sealedPhone, ...row }) => {
      const wards = places.filter(({ guardianId }) => guardianId === row.id).map(({ pupilId, slot }) => withoutPersonal(Ward, { pupilId, slot, ...wardName(names.get(pupilId)) }, tx.actor.role));
      return withoutPersonal(Guardian, { ...row, ...this.identities.open({ id: row.id, wrapped, sealedName, sealedEmail, sealedPhone }), wards } as Guardian, tx.actor.role);
    });
  }
}

const wardName = (name: { pseudonym: string; firstName: string | null; lastName: string | null } | undefined) => ({ pseudonym: name?.pseudonym ?? '', firstName: name?.firstName ?? null, lastName: name?.lastName ?? null });
