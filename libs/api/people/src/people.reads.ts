import type { AccessibilityProvision } from '@mintforge/domain/activities';
import type { Topic } from '@mintforge/domain/partners';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { Group } from './groups.entities';
import { groupColumns, groupTables } from './groups.reads';
import { PupilIdentities, type SealedIdentity } from './pupil-identities';
import { noteIdentified } from './pupils.reads';

/** What a round needs to know of a pupil: no name. */
export interface PupilForRound {
  id: string;
  pseudonym: string;
  grade: number | null;
  birthDate: string | null;
  groupId: string | null;
  organisationId: string;
  interests: Topic[];
  /** Provisions a place must have; never why. */
  provisions: AccessibilityProvision[];
}

/** What judging and sealing a pupil's consent needs; no name. */
export interface PupilForConsent {
  id: string;
  pseudonym: string;
  birthDate: string | null;
  /** The pupil's wrapped key. */
  wrapped: Buffer;
}

/** A pupil's name; null parts where the identity was erased, the pupil is shielded (DSR-8) or the reader may not identify people. */
export interface PupilName {
  id: string;
  pseudonym: string;
  firstName: string | null;
  lastName: string | null;
}

/** Groups and pupils for other features, each read in one statement of the caller's transaction. */
@Injectable()
export class PeopleReads {
  constructor(private readonly identities: PupilIdentities) {}

  /**
   * Pupils for a round by id, in any order; who left or was erased is missing. Birth dates are
   * opened (rules need them), and needed provisions where NEEDS_PROCESS is given; the read is noted for the audit.
   */
  async pupilsForRound(tx: Tx, ids: readonly string[]): Promise<PupilForRound[]> {
    const rows = await tx.query<PupilForRound & SealedIdentity & { sealedProvisions: Buffer | null; needsKey: Buffer | null }>(
      `select p.id, p.pseudonym, p.grade, p.group_id as "groupId", p.organisation_id as "organisationId", p.interests, p.birth_date as "sealedBirthDate", app.open_needs(p.id, p.provisions) as "sealedProvisions", k.wrapped, n.wrapped as "needsKey"
        from pupil p left join person_key k on k.region_id = p.region_id and k.person_id = p.id left join needs_key n on n.region_id = p.region_id and n.person_id = p.id
        where p.region_id = $1 and p.id = any($2) and p.left_on is null and p.erased_on is null`,
      [tx.regionId, ids],
    );
    const pupils = rows.map(({ wrapped, needsKey, sealedBirthDate, sealedProvisions, ...row }) => ({
      ...row, birthDate: this.identities.open({ id: row.id, wrapped, sealedBirthDate }).birthDate, provisions: this.identities.openProvisions({ id: row.id, needsKey, sealedProvisions }),
    }));
    noteIdentified(tx, pupils);
    return pupils;
  }

  /** Pupils for a decision on their consent, by id, also who left; who was erased is missing. Birth dates are opened and the read is noted. */
  async pupilsForConsent(tx: Tx, ids: readonly string[]): Promise<Map<string, PupilForConsent>> {
    const rows = await tx.query<{ id: string; pseudonym: string; sealedBirthDate: Buffer | null; wrapped: Buffer }>(
      `select p.id, p.pseudonym, p.birth_date as "sealedBirthDate", k.wrapped from pupil p join person_key k on k.region_id = p.region_id and k.person_id = p.id
        where p.region_id = $1 and p.id = any($2) and p.erased_on is null`,
      [tx.regionId, ids],
    );
    const pupils = rows.map(({ id, pseudonym, wrapped, sealedBirthDate }) => ({ id, pseudonym, wrapped, birthDate: this.identities.open({ id, wrapped, sealedBirthDate }).birthDate }));
    noteIdentified(tx, pupils);
    return new Map(pupils.map((pupil) => [pupil.id, pupil]));
  }

  /** Names by pupil id for a list that people work from (attendance, certificates), of who is not shielded; the read is noted for the audit. */
  async namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, PupilName>> {
    const rows = await tx.query<{ id: string; pseudonym: string } & SealedIdentity>(
      `select p.id, p.pseudonym, case when not p.shielded then p.first_name end as "sealedFirstName", case when not p.shielded then p.last_name end as "sealedLastName", k.wrapped
        from pupil p left join person_key k on k.region_id = p.region_id and k.person_id = p.id
        where p.region_id = $1 and p.id = any($2)`,
      [tx.regionId, ids],
    );
    const names = rows.map((row): PupilName => {
      const { firstName, lastName } = this.identities.open(row);
      return { id: row.id, pseudonym: row.pseudonym, firstName, lastName };
    });
    noteIdentified(tx, names);
    return new Map(names.map((name) => [name.id, name]));
  }

  /** Wishes as the class lists of these pupils name them, best first, by pupil id; who stated none is missing. */
  async statedWishes(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await tx.query<{ id: string; wrapped: Buffer; sealedStatedWishes: Buffer }>(
      `select p.id, p.stated_wishes as "sealedStatedWishes", k.wrapped
        from pupil p join person_key k on k.region_id = p.region_id and k.person_id = p.id
        where p.region_id = $1 and p.id = any($2) and p.stated_wishes is not null`,
      [tx.regionId, ids],
    );
    return new Map(rows.map((row) => [row.id, this.identities.openWishes(row)]));
  }

  /** Groups by id in any order; unknown ids are missing from the answer. */
  groupsByIds(tx: Tx, ids: readonly string[]): Promise<Group[]> {
    return tx.query<Group>(`select ${groupColumns} from ${groupTables} where g.region_id = $1 and g.id = any($2)`, [tx.regionId, ids]);
  }
}
