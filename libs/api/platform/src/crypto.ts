import { foldName } from '@mintforge/domain/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { CONFIG, type Config } from './config';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts with AES-256-GCM: version byte, 96-bit random nonce, tag, ciphertext; `aad` binds it to its place. */
function seal(key: KeyObject, aad: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]);
}

/** Decrypts what `seal` made; throws when key, place or bytes differ. */
function unseal(key: KeyObject, aad: string, sealed: Buffer): Buffer {
  if (sealed[0] !== version) throw new Error(`Unknown encryption version ${sealed[0]}`);
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const tag = sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()]);
}

/** Where an encrypted value lives: moving it to another table, column or row makes it unreadable (CRY-1). */
export interface Place {
  table: string;
  column: string;
  id: string;
}

/**
 * Field encryption with a key per person: the person's data key is wrapped by the master key from the environment;
 * destroying the wrapped key makes all of the person's fields unreadable, backups included.
 */
@Injectable()
export class FieldCrypto {
  private readonly master: KeyObject;
  private readonly indexMaster: Buffer;
  private readonly indexKeys = new Map<string, KeyObject>();

  constructor(@Inject(CONFIG) config: Config) {
    this.master = derived(Buffer.from(config.MINTFORGE_MASTER_KEY, 'base64'), '', 'mintforge person keys');
    this.indexMaster = Buffer.from(config.MINTFORGE_INDEX_KEY, 'base64');
  }

  /** A new data key for a person, wrapped for storage. */
  newPersonKey(personId: string): Buffer {
    return seal(this.master, `person|${personId}`, randomBytes(32));
  }

  /** Opens a person's wrapped data key. */
  private personKey(wrapped: Buffer, personId: string): KeyObject {
    return createSecretKey(unseal(this.master, `person|${personId}`, wrapped));
  }

  /** Encrypts a person's fields (null stays null) at their places `table.column` of row `personId`. */
  sealFields<Column extends string>(wrapped: Buffer, table: string, personId: string, fields: Record<Column, string | null>): Record<Column, Buffer | null> {
    const key = this.personKey(wrapped, personId);
    const sealed = Object.entries<string | null>(fields).map(([column, text]) => [column, text === null ? null : seal(key, place({ table, column, id: personId }), Buffer.from(text))]);
    return Object.fromEntries(sealed) as Record<Column, Buffer | null>;
  }

  /** Decrypts a person's fields; throws when one was moved or altered. */
  openFields<Column extends string>(wrapped: Buffer, table: string, personId: string, fields: Record<Column, Buffer | null>): Record<Column, string | null> {
    const key = this.personKey(wrapped, personId);
    const opened = Object.entries<Buffer | null>(fields).map(([column, sealed]) => [column, sealed === null ? null : unseal(key, place({ table, column, id: personId }), sealed).toString()]);
    return Object.fromEntries(opened) as Record<Column, string | null>;
  }

  /** Encrypts a value that belongs to no person (a second-factor seed) under the master key. */
  sealSecret(at: Place, text: string): Buffer {
    return seal(this.master, place(at), Buffer.from(text));
  }

  /** Decrypts what `sealSecret` made. */
  openSecret(at: Place, sealed: Buffer): string {
    return unseal(this.master, place(at), sealed).toString();
  }

  /** A new data key for a file, wrapped for storage beside it. */
  newFileKey(fileId: string): Buffer {
    return seal(this.master, `file|${fileId}`, randomBytes(32));
  }

  /** Encrypts the bytes of a file under its own key. */
  sealFile(wrapped: Buffer, at: Place, plain: Buffer): Buffer {
    return seal(this.fileKey(wrapped, at.id), place(at), plain);
  }

  /** Decrypts what `sealFile` made; throws when it was moved or altered. */
  openFile(wrapped: Buffer, at: Place, sealed: Buffer): Buffer {
    return unseal(this.fileKey(wrapped, at.id), place(at), sealed);
  }

  private fileKey(wrapped: Buffer, fileId: string): KeyObject {
    return createSecretKey(unseal(this.master, `file|${fileId}`, wrapped));
  }

  /**
   * A blind index: HMAC-SHA-256 of the folded text under a key of its own per region and field, cut to 16 bytes. Equal
   * texts give equal bytes within one region and field only (CRY-2).
   */
  blindIndex(regionId: string, field: string, text: string): Buffer {
    return createHmac('sha256', this.indexKey(regionId, field)).update(foldName(text)).digest().subarray(0, 16);
  }

  /** Keys of regions and fields are few and asked for thousands of times by one list. */
  private indexKey(regionId: string, field: string): KeyObject {
    const name = `${regionId} ${field}`;
    const key = this.indexKeys.get(name) ?? derived(this.indexMaster, regionId, `blind index ${field}`);
    this.indexKeys.set(name, key);
    return key;
  }
}

/** A 256-bit key for one use. Node works with a KeyObject several times faster than with the bytes. */
const derived = (secret: Buffer, salt: string, use: string): KeyObject => createSecretKey(Buffer.from(hkdfSync('sha256', secret, salt, use, 32)));

const place = ({ table, column, id }: Place): string => `${table}|${column}|${id}`;
