import { accessibilityProvisions, type AccessibilityProvision } from '@mintforge/domain/activities';
import { Refusal, type Day } from '@mintforge/domain/kernel';
import { identityTokens, makePseudonym, type IdentityToken } from '@mintforge/domain/people';
import type { Topic } from '@mintforge/domain/partners';
import { FieldCrypto, type Tx } from '@mintforge/platform';
import { Injectable, Logger } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { Pupil } from './pupils.entities';

/** Who a pupil is, in clear. */
export interface Identity {
  firstName: string;
  lastName: string;
  birthDate: string | null;
}

/** A pupil to be stored. */
export interface NewPupil extends Identity {
  organisationId: string;
  groupId: string | null;
  grade: number | null;
  interests: Topic[];
  /** Wishes as a class list names them, best first. */
  statedWishes: string[];
  /** Provisions a place must have; none when left out. */
  provisions?: readonly AccessibilityProvision[];
}

/** The sealed identity of a row, with the wrapped key; whatever is not selected or not visible is null or absent. */
export interface SealedIdentity {
  id: string;
  sealedFirstName?: Buffer | null;
  sealedLastName?: Buffer | null;
  sealedBirthDate?: Buffer | null;
  wrapped: Buffer | null;
}

const perStatement = 2000;
const releasedTo = (placementId: string) => `shared_need ${placementId}`;

/**
 * The identity of pupils at rest: sealed fields under a key per person, blind index tokens, pseudonyms. All names that
 * enter or leave the database pass here.
 */
@Injectable()
export class PupilIdentities {
  private readonly logger = new Logger('people');

  constructor(private readonly crypto: FieldCrypto) {}

  /** The blind index of a token in a region. */
  indexOf(regionId: string, { field, text }: IdentityToken): Buffer {
    return this.crypto.blindIndex(regionId, `pupil ${field}`, text);
  }

  /** A digest of an input that holds names, for the idempotency record: keyed, so that names cannot be guessed from it. */
  digest(regionId: string, input: object): string {
    return this.crypto.blindIndex(regionId, 'pupil input', JSON.stringify(input)).toString('hex');
  }

  /** Opens an identity. Null fields where the key is gone or hidden; a moved or altered value is logged and reads as null. */
  open({ id, wrapped, sealedFirstName = null, sealedLastName = null, sealedBirthDate = null }: SealedIdentity): { [Field in keyof Identity]: string | null } {
    const opened = wrapped && this.attempt(id, () => this.crypto.openFields(wrapped, 'pupil', id, { first_name: sealedFirstName, last_name: sealedLastName, birth_date: sealedBirthDate }));
    return { firstName: opened?.first_name ?? null, lastName: opened?.last_name ?? null, birthDate: opened?.birth_date ?? null };
  }

  private attempt<T>(id: string, open: () => T): T | null {
    try {
      return open();
    } catch {
      this.logger.error({ pupil: id }, 'sealed value does not belong here or was altered');
      return null;
    }
  }

  /** Stores new pupils with keys, tokens and pseudonyms in few statements; gives ids and pseudonyms in order. */
  async add(tx: Tx, pupils: readonly NewPupil[]): Promise<{ id: string; pseudonym: string }[]> {
    const added: { id: string; pseudonym: string }[] = [];
    for (let start = 0; start < pupils.length; start += perStatement) added.push(...(await this.addSome(tx, pupils.slice(start, start + perStatement))));
    return added;
  }

  private async addSome(tx: Tx, pupils: readonly NewPupil[]): Promise<{ id: string; pseudonym: string }[]> {
    const ids = (await tx.query<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [pupils.length])).map((row) => row.id);
    const pseudonyms = await this.freshPseudonyms(tx, pupils.length);
    const keys = ids.map((id) => this.crypto.newPersonKey(tx.regionId, id));
    const rows = pupils.map(({ organisationId, groupId, grade, interests, statedWishes, provisions = [], ...identity }, at) => ({
      id: ids[at]!, pseudonym: pseudonyms[at]!, organisationId, groupId, grade, interests,
      ...this.seal(keys[at]!, ids[at]!, identity), sealedStatedWishes: this.sealWishes(keys[at]!, ids[at]!, statedWishes),
      needsKey: provisions.length === 0 ? null : this.crypto.newPersonKey(tx.regionId, ids[at]!, 'needs_key'), provisions,
    }));
    await tx.query('insert into person_key (region_id, person_id, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[])', [tx.regionId, ids, keys]);
    await tx.insert(Pupil, rows.map(({ needsKey, provisions, ...row }) => ({ ...row, sealedProvisions: needsKey && this.sealProvisions(needsKey, row.id, provisions) })));
    await this.insertNeedsKeys(tx, rows);
    await this.insertTokens(tx, pupils.map((pupil, at) => ({ id: ids[at]!, ...pupil })));
    return rows.map(({ id, pseudonym }) => ({ id, pseudonym }));
  }

  /** Stores pupils of schools without any identity, each under a fresh pseudonym, and gives their ids in order. */
  async addNameless(tx: Tx, organisationIds: readonly string[], erasedOn: Day): Promise<string[]> {
    const pseudonyms = await this.freshPseudonyms(tx, organisationIds.length);
    return tx.insert(Pupil, organisationIds.map((organisationId, at) => ({ organisationId, pseudonym: pseudonyms[at]!, erasedOn })));
  }

  /** The sealed columns of an identity under an existing key. */
  seal(wrapped: Buffer, id: string, { firstName, lastName, birthDate }: Identity): Pick<Pupil, 'sealedFirstName' | 'sealedLastName' | 'sealedBirthDate'> {
    const sealed = this.crypto.sealFields(wrapped, 'pupil', id, { first_name: firstName, last_name: lastName, birth_date: birthDate });
    return { sealedFirstName: sealed.first_name, sealedLastName: sealed.last_name, sealedBirthDate: sealed.birth_date };
  }

  /** Stated wishes sealed as one value; null for none. They are free text, so that anything may stand in them. */
  sealWishes(wrapped: Buffer, id: string, wishes: readonly string[]): Buffer | null {
    return this.crypto.sealFields(wrapped, 'pupil', id, { stated_wishes: wishes.length === 0 ? null : JSON.stringify(wishes) }).stated_wishes;
  }

  /** Stated wishes, best first; none where they cannot be opened. */
  openWishes({ id, wrapped, sealedStatedWishes }: { id: string; wrapped: Buffer | null; sealedStatedWishes: Buffer | null }): string[] {
    if (!wrapped || !sealedStatedWishes) return [];
    const opened = this.attempt(id, () => this.crypto.openFields(wrapped, 'pupil', id, { stated_wishes: sealedStatedWishes }).stated_wishes);
    return opened ? (JSON.parse(opened) as string[]) : [];
  }

  /** Stores the needed provisions of a pupil under the key of their needs, made with the first; none destroys it with all it sealed. Gives the sealed value for the row. */
  async storeNeeds(tx: Tx, id: string, provisions: readonly AccessibilityProvision[]): Promise<Buffer | null> {
    if (provisions.length === 0) {
      await this.shredNeeds(tx, [id]);
      return null;
    }
    const [known] = await tx.query<{ wrapped: Buffer }>('select wrapped from needs_key where region_id = $1 and person_id = $2', [tx.regionId, id]);
    return this.sealProvisions(known?.wrapped ?? (await this.newNeedsKey(tx, id)), id, provisions);
  }

  /** Needed provisions; none where they cannot be opened. `needsKey` is the wrapped key of the pupil's needs. */
  openProvisions({ id, needsKey, sealedProvisions }: { id: string; needsKey: Buffer | null; sealedProvisions: Buffer | null }): AccessibilityProvision[] {
    return this.openNeeds(needsKey, 'pupil', id, { provisions: sealedProvisions });
  }

  /** Provisions released to the host of a placement, sealed by the key of the pupil's needs. */
  sealReleased(needsKey: Buffer, id: string, placementId: string, items: readonly AccessibilityProvision[]): Buffer {
    return this.crypto.sealFields(needsKey, releasedTo(placementId), id, { items: JSON.stringify(items) }, 'needs_key').items!;
  }

  /** Provisions released to the host of a placement; none where they cannot be opened. */
  openReleased({ id, needsKey, placementId, items }: { id: string; needsKey: Buffer | null; placementId: string; items: Buffer | null }): AccessibilityProvision[] {
    return this.openNeeds(needsKey, releasedTo(placementId), id, { items });
  }

  /** A key for the needs of a pupil who has none, stored. */
  async newNeedsKey(tx: Tx, id: string): Promise<Buffer> {
    const needsKey = this.crypto.newPersonKey(tx.regionId, id, 'needs_key');
    await this.insertNeedsKeys(tx, [{ id, needsKey }]);
    return needsKey;
  }

  private openNeeds(needsKey: Buffer | null, table: string, id: string, fields: Record<string, Buffer | null>): AccessibilityProvision[] {
    if (!needsKey) return [];
    const opened = this.attempt(id, () => Object.values(this.crypto.openFields(needsKey, table, id, fields, 'needs_key'))[0] ?? null);
    const known: readonly string[] = accessibilityProvisions;
    return opened ? (JSON.parse(opened) as AccessibilityProvision[]).filter((provision) => known.includes(provision)) : [];
  }

  private sealProvisions(needsKey: Buffer, id: string, provisions: readonly AccessibilityProvision[]): Buffer {
    return this.crypto.sealFields(needsKey, 'pupil', id, { provisions: JSON.stringify(provisions) }, 'needs_key').provisions!;
  }

  private async insertNeedsKeys(tx: Tx, keys: readonly { id: string; needsKey: Buffer | null }[]): Promise<void> {
    const made = keys.filter(({ needsKey }) => needsKey !== null);
    if (made.length === 0) return;
    await tx.query('insert into needs_key (region_id, person_id, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[])', [tx.regionId, made.map(({ id }) => id), made.map(({ needsKey }) => needsKey)]);
  }

  /** Refuses CONSENT_MISSING unless the needs of a pupil may be held: by NEEDS_PROCESS, whatever that rests on in the region. */
  async requireNeeds(tx: Tx, id: string): Promise<void> {
    const { answer } = await tx.one<{ answer: string }>(`select answer from app.hold_gate('NEEDS_PROCESS', array[$1::uuid])`, [id]);
    if (answer !== 'GIVEN') throw new Refusal('CONSENT_MISSING', { purpose: 'NEEDS_PROCESS', missing: 1 });
  }

  /** Empties the needs of pupils and destroys their keys, so that no older copy can be opened either; gives the ids of those who had any. */
  async forgetNeeds(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const emptied = await tx.query<{ id: string }>('update pupil set provisions = null, version = version + 1, updated_at = now() where region_id = $1 and id = any($2) and provisions is not null returning id', [tx.regionId, ids]);
    tx.note('pupil', 'update', emptied.map(({ id }) => id));
    await this.shredNeeds(tx, ids);
    return emptied.map(({ id }) => id);
  }

  private async shredNeeds(tx: Tx, ids: readonly string[]): Promise<void> {
    const shredded = await tx.query<{ id: string }>('delete from needs_key where region_id = $1 and person_id = any($2) returning person_id as id', [tx.regionId, ids]);
    tx.note('needs_key', 'delete', shredded.map(({ id }) => id));
  }

  /** An address block with its last day, sealed. */
  sealShield(wrapped: Buffer, id: string, until: string | null): Buffer {
    return this.crypto.sealFields(wrapped, 'pupil', id, { shield: JSON.stringify({ until }) }).shield!;
  }

  /** The address block of a pupil; null without one or where it cannot be opened. */
  openShield({ id, wrapped, sealedShield }: { id: string; wrapped: Buffer | null; sealedShield: Buffer | null }): { until: string | null } | null {
    const opened = wrapped && sealedShield && this.attempt(id, () => this.crypto.openFields(wrapped, 'pupil', id, { shield: sealedShield }).shield);
    return opened ? (JSON.parse(opened) as { until: string | null }) : null;
  }

  /** Replaces the tokens of pupils whose identity changed. */
  async reindex(tx: Tx, pupils: readonly ({ id: string } & Identity)[]): Promise<void> {
    await tx.query('delete from pupil_token where region_id = $1 and pupil_id = any($2)', [tx.regionId, pupils.map(({ id }) => id)]);
    await this.insertTokens(tx, pupils);
  }

  private async insertTokens(tx: Tx, pupils: readonly ({ id: string } & Identity)[]): Promise<void> {
    const tokens = pupils.flatMap(({ id, firstName, lastName, birthDate }) =>
      identityTokens(firstName, lastName, birthDate).map((token) => ({ id, field: token.field, token: this.indexOf(tx.regionId, token) })),
    );
    await tx.query('insert into pupil_token (region_id, field, token, pupil_id) select $1, * from unnest($2::text[], $3::bytea[], $4::uuid[])', [
      tx.regionId, tokens.map(({ field }) => field), tokens.map(({ token }) => token), tokens.map(({ id }) => id),
    ]);
  }

  /** Random pseudonyms not yet used in the region; two transactions that draw the same one meet at the unique index. */
  private async freshPseudonyms(tx: Tx, count: number): Promise<string[]> {
    const fresh = new Set<string>();
    while (fresh.size < count) {
      const drawn = Array.from({ length: count - fresh.size }, () => makePseudonym(randomInt));
      const used = await tx.query<{ pseudonym: string }>('select pseudonym from pupil where region_id = $1 and pseudonym = any($2)', [tx.regionId, drawn]);
      const taken = new Set(used.map((row) => row.pseudonym));
      for (const pseudonym of drawn) if (!taken.has(pseudonym)) fresh.add(pseudonym);
    }
    return [...fresh];
  }
}
