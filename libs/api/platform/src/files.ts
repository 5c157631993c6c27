import { Refusal } from '@mintforge/domain/kernel';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { FieldCrypto, type Place } from './crypto';
import { Db } from './db/db';
import type { Tx } from './db/tx';

/** The largest upload, in bytes (20 MB). */
export const maxFileBytes = 20 * 1024 * 1024;

/**
 * Kinds of file: a list on its way into an import, the scan of a signed paper, a picture, something to hand out, evidence
 * for a funder. Who may read and add each stands in `app.file_kinds`.
 */
export type FileKind = 'IMPORT' | 'SCAN' | 'MEDIA' | 'EXPORT' | 'EVIDENCE';

/** What a kind of file may be: its largest size in MB, and its types by what its bytes say; none named = read and judged later. */
const allowed: Record<FileKind, { megabytes: number; types: readonly string[] | null }> = {
  IMPORT: { megabytes: 20, types: null },
  SCAN: { megabytes: 10, types: ['application/pdf', 'image/jpeg', 'image/png'] },
  MEDIA: { megabytes: 10, types: ['image/jpeg', 'image/png', 'image/webp'] },
  EXPORT: { megabytes: 40, types: null },
  EVIDENCE: { megabytes: 20, types: ['application/pdf', 'image/jpeg', 'image/png'] },
};

/** A stored file: its name as given, its bytes. */
export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  content: Buffer;
}

/** A file to store. `expiresAt` = when the nightly job removes it; absent = what refers to it decides. */
export interface NewFile {
  kind: FileKind;
  name: string;
  content: Buffer;
  expiresAt?: Date | null;
}

const place = (id: string): Place => ({ table: 'file', column: 'content', id });
const unknownType = 'application/octet-stream';

/**
 * Refuses a file by its size and by what its bytes are, whatever its name says: FILE_TOO_LARGE, FILE_UNREADABLE when it is
 * empty, FILE_TYPE_REFUSED. Gives the media type. `megabytes` = the limit where it is another than that of the kind, as of
 * an upload that is divided before it is stored.
 */
export async function checkFile(kind: FileKind, content: Buffer, megabytes = allowed[kind].megabytes): Promise<string> {
  const { types } = allowed[kind];
  if (content.length > megabytes * 1024 * 1024) throw new Refusal('FILE_TOO_LARGE', { limit: `${megabytes} MB` });
  if (content.length === 0) throw new Refusal('FILE_UNREADABLE', { reason: 'empty' });
  const { fileTypeFromBuffer } = await import('file-type');
  const mediaType = (await fileTypeFromBuffer(content))?.mime ?? unknownType;
  if (types && !types.includes(mediaType)) throw new Refusal('FILE_TYPE_REFUSED', { allowed: types.map((type) => type.split('/')[1]!.toUpperCase()).join(', ') });
  return mediaType;
}

/**
 * Files rest in the database, behind the same row-level wall as all else, each sealed by a key of its own: deleting the
 * row shreds it, and a copy of the database tells nothing.
 */
@Injectable()
export class Files {
  constructor(
    private readonly db: Db,
    private readonly crypto: FieldCrypto,
  ) {}

  /** Stores an upload on its way into an import. Refuses as `checkFile`. */
  store(name: string, content: Buffer): Promise<{ id: string; name: string; size: number }> {
    return this.db.write((tx) => this.keep(tx, { kind: 'IMPORT', name, content }));
  }

  /** Stores a file in the caller's transaction. Refuses as `checkFile`. */
  async keep(tx: Tx, { kind, name, content, expiresAt = null }: NewFile): Promise<{ id: string; name: string; size: number }> {
    const mediaType = await checkFile(kind, content);
    const shortName = name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-120) || 'datei';
    const { id } = await tx.one<{ id: string }>('select uuidv7() as id');
    const wrapped = this.crypto.newFileKey(tx.regionId, id);
    await tx.query('insert into file (region_id, id, kind, name, media_type, size, sha256, wrapped, content, expires_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      tx.regionId, id, kind, shortName, mediaType, content.length, createHash('sha256').update(content).digest(), wrapped, this.crypto.sealFile(wrapped, place(id), content), expiresAt, tx.actor.userId,
    ]);
    tx.note('file', 'insert', [id]);
    return { id, name: shortName, size: content.length };
  }

  /** A stored file with its bytes. Refuses NOT_FOUND. */
  load(id: string): Promise<StoredFile> {
    return this.db.read((tx) => this.open(tx, id));
  }

  /** A stored file with its bytes, in the caller's transaction; the reading is audited. Refuses NOT_FOUND. */
  async open(tx: Tx, id: string): Promise<StoredFile> {
    const file = await tx.one<StoredFile & { wrapped: Buffer }>('select id, name, media_type as "mediaType", wrapped, content from file where region_id = $1 and id = $2', [tx.regionId, id]);
    tx.note('file', 'read', [id]);
    return { id, name: file.name, mediaType: file.mediaType, content: this.unseal(file) };
  }

  /** The bytes of a file whose row the caller's own statement read, where a rule of its own decides and the reading is noted or public. */
  unseal({ id, wrapped, content }: { id: string; wrapped: Buffer; content: Buffer }): Buffer {
    return this.crypto.openFile(wrapped, place(id), content);
  }

  /** Deletes files with their keys, in the transaction that no longer needs them. */
  async remove(tx: Tx, ...ids: string[]): Promise<void> {
    const gone = await tx.query<{ id: string }>('delete from file where region_id = $1 and id = any($2) returning id', [tx.regionId, ids]);
    tx.note('file', 'delete', gone.map((row) => row.id));
  }
}
