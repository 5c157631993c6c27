import { foldName } from '@mintforge/domain/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { CONFIG, type Config } from './config';

const version = 2;
const idBytes = 4;
const regionBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const fieldHeader = Buffer.from([version]);
const masterHeaderBytes = 1 + idBytes + regionBytes;
const noRegion = '00000000-0000-0000-0000-000000000000';

/** Encrypts with AES-256-GCM: header, 96-bit random nonce, tag, ciphertext; header and `aad` bind it to its key, region and place. */
function seal(key: KeyObject, header: Buffer, aad: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, Buffer.from(aad)]));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
}

/** Decrypts what `seal` made; throws when key, header, place or bytes differ. */
function unseal(key: KeyObject, headerBytes: number, aad: string, sealed: Buffer): Buffer {
  const [header, nonce, tag, body] = [0, headerBytes, headerBytes + nonceBytes, headerBytes + nonceBytes + tagBytes].map((start, at, starts) => sealed.subarray(start, starts[at + 1])) as [Buffer, Buffer, Buffer, Buffer];
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([header, Buffer.from(aad)])).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** Where an encrypted value lives: moving it to another table, column, row or region makes it unreadable (CRY-1). */
export interface Place {
  table: string;
  column: string;
  id: string;
  /** Absent = the row belongs to no region. */
  regionId?: string;
}

/** Where keys of people rest: one for a person, and one for a pupil's needs alone. A key opens as what it was made for only. */
export type KeyTable = 'person_key' | 'needs_key';

/** The settings that keys are derived from. */
export type KeySettings = Pick<Config, 'MINTFORGE_MASTER_KEY' | 'MINTFORGE_MASTER_KEY_PREVIOUS' | 'MINTFORGE_INDEX_KEY'>;

/** A master key and what its values name it by: the first bytes of a hash, told in hex. */
interface MasterKey {
  id: string;
  key: KeyObject;
}

/**
 * Field encryption with a key per person: the person's data key is wrapped by the master key from the environment;
 * destroying the wrapped key makes all of the person's fields unreadable, backups included. What the master key sealed
 * begins with version (1 byte), id of the key (4) and region (16, zeros for none), what a data key sealed with the
 * version; all of it is authenticated. While the master key is changed, values of the previous one stay readable.
 */
@Injectable()
export class FieldCrypto {
  private readonly current: MasterKey;
  private readonly masters: ReadonlyMap<string, KeyObject>;
  private readonly indexMaster: Buffer;
  private readonly indexKeys = new Map<string, KeyObject>();

  constructor(@Inject(CONFIG) config: KeySettings) {
    const known = [config.MINTFORGE_MASTER_KEY, config.MINTFORGE_MASTER_KEY_PREVIOUS].flatMap((secret) => (secret ? [masterKey(secret)] : []));
    this.current = known[0]!;
    this.masters = new Map(known.map(({ id, key }) => [id, key]));
    this.indexMaster = Buffer.from(config.MINTFORGE_INDEX_KEY, 'base64');
  }

  /** Ids (hex) of the master keys in use: the current one first, then the previous one. */
  get masterKeys(): readonly string[] {
    return [...this.masters.keys()];
  }

  /** A new data key for a person, or for the needs of a pupil, wrapped for storage. */
  newPersonKey(regionId: string, personId: string, keys: KeyTable = 'person_key'): Buffer {
    return this.sealMaster(keyPlace(keys, personId), uuidBytes(regionId), randomBytes(32));
  }

  /** Encrypts a person's fields (null stays null) at their places `table.column` of row `personId`, in the region of the key. */
  sealFields<Column extends string>(wrapped: Buffer, table: string, personId: string, fields: Record<Column, string | null>, keys: KeyTable = 'person_key'): Record<Column, Buffer | null> {
    const key = this.dataKey(wrapped, keyPlace(keys, personId));
    const sealed = Object.entries<string | null>(fields).map(([column, text]) => [column, text === null ? null : seal(key, fieldHeader, fieldPlace(wrapped, { table, column, id: personId }), Buffer.from(text))]);
    return Object.fromEntries(sealed) as Record<Column, Buffer | null>;
  }

  /** Decrypts a person's fields; throws when one was moved or altered. */
  openFields<Column extends string>(wrapped: Buffer, table: string, personId: string, fields: Record<Column, Buffer | null>, keys: KeyTable = 'person_key'): Record<Column, string | null> {
    const key = this.dataKey(wrapped, keyPlace(keys, personId));
    const opened = Object.entries<Buffer | null>(fields).map(([column, sealed]) => [column, sealed === null ? null : unseal(key, fieldHeader.length, fieldPlace(wrapped, { table, column, id: personId }), sealed).toString()]);
    return Object.fromEntries(opened) as Record<Column, string | null>;
  }

  /** Encrypts a value that belongs to no person (a second-factor seed) under the master key. */
  sealSecret(at: Place, text: string): Buffer {
    return this.sealMaster(at, uuidBytes(at.regionId ?? noRegion), Buffer.from(text));
  }

  /** Decrypts what `sealSecret` made; throws when it was moved, altered or sealed by a key that is not known. */
  openSecret(at: Place, sealed: Buffer): string {
    if (!regionOf(sealed).equals(uuidBytes(at.regionId ?? noRegion))) throw new Error('Sealed for another region');
    return this.openMaster(at, sealed).toString();
  }

  /** A new data key for a file, wrapped for storage beside it. */
  newFileKey(regionId: string, fileId: string): Buffer {
    return this.sealMaster(filePlace(fileId), uuidBytes(regionId), randomBytes(32));
  }

  /** Encrypts the bytes of a file under its own key. */
  sealFile(wrapped: Buffer, at: Place, plain: Buffer): Buffer {
    return seal(this.dataKey(wrapped, filePlace(at.id)), fieldHeader, fieldPlace(wrapped, at), plain);
  }

  /** Decrypts what `sealFile` made; throws when it was moved or altered. */
  openFile(wrapped: Buffer, at: Place, sealed: Buffer): Buffer {
    return unseal(this.dataKey(wrapped, filePlace(at.id)), fieldHeader.length, fieldPlace(wrapped, at), sealed);
  }

  /** A value of the master key sealed again by the current one; null when it is already. Throws as `openSecret`. */
  rewrap(at: Omit<Place, 'regionId'>, sealed: Buffer): Buffer | null {
    return masterIdOf(sealed) === this.current.id ? null : this.sealMaster(at, regionOf(sealed), this.openMaster(at, sealed));
  }

  /**
   * A blind index: HMAC-SHA-256 of the folded text under a key of its own per region and field, cut to 16 bytes. Equal
   * texts give equal bytes within one region and field only (CRY-2).
   */
  blindIndex(regionId: string, field: string, text: string): Buffer {
    return createHmac('sha256', this.indexKey(regionId, field)).update(foldName(text)).digest().subarray(0, 16);
  }

  private sealMaster(at: Omit<Place, 'regionId'>, region: Buffer, plain: Buffer): Buffer {
    return seal(this.current.key, Buffer.concat([fieldHeader, Buffer.from(this.current.id, 'hex'), region]), placeText(at), plain);
  }

  private openMaster(at: Omit<Place, 'regionId'>, sealed: Buffer): Buffer {
    if (sealed[0] !== version) throw new Error(`Sealed in form ${sealed[0]}, which this version does not read`);
    const key = this.masters.get(masterIdOf(sealed));
    if (!key) throw new Error(`Sealed by master key ${masterIdOf(sealed)}, which is not configured`);
    return unseal(key, masterHeaderBytes, placeText(at), sealed);
  }

  private dataKey(wrapped: Buffer, at: Omit<Place, 'regionId'>): KeyObject {
    return createSecretKey(this.openMaster(at, wrapped));
  }

  /** Keys of regions and fields are few and asked for thousands of times by one list. */
  private indexKey(regionId: string, field: string): KeyObject {
    const name = `${regionId} ${field}`;
    const key = this.indexKeys.get(name) ?? derived(this.indexMaster, regionId, `blind index ${field}`);
    this.indexKeys.set(name, key);
    return key;
  }
}

/** The id (hex) of the master key that sealed a value. */
export const masterIdOf = (sealed: Buffer): string => sealed.subarray(1, 1 + idBytes).toString('hex');

const regionOf = (sealed: Buffer): Buffer => sealed.subarray(1 + idBytes, masterHeaderBytes);
const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

function masterKey(secret: string): MasterKey {
  const bytes = Buffer.from(secret, 'base64');
  return { id: Buffer.from(hkdfSync('sha256', bytes, '', 'mintforge key id', idBytes)).toString('hex'), key: derived(bytes, '', 'mintforge person keys') };
}

/** A 256-bit key for one use. Node works with a KeyObject several times faster than with the bytes. */
const derived = (secret: Buffer, salt: string, use: string): KeyObject => createSecretKey(Buffer.from(hkdfSync('sha256', secret, salt, use, 32)));

const placeText = ({ table, column, id }: Omit<Place, 'regionId'>): string => `${table}|${column}|${id}`;
/** The place of a value under a data key, with the region that the key was wrapped for. */
const fieldPlace = (wrapped: Buffer, at: Place): string => `${placeText(at)}|${regionOf(wrapped).toString('hex')}`;
const keyPlace = (table: KeyTable, id: string) => ({ table, column: 'wrapped', id });
const filePlace = (id: string) => ({ table: 'file', column: 'wrapped', id });
