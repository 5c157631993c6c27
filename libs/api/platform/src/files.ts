import '@fastify/multipart';
import { Refusal } from '@mintforge/domain/kernel';
import { Controller, Injectable, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow } from './access';
import { FieldCrypto, type Place } from './crypto';
import { Db } from './db/db';
import type { Tx } from './db/tx';

/** The largest upload, in bytes (20 MB). */
export const maxFileBytes = 20 * 1024 * 1024;

/** An uploaded file as stored: its name as given, its bytes. */
export interface StoredFile {
  id: string;
  name: string;
  content: Buffer;
}

const tooLarge = () => new Refusal('FILE_TOO_LARGE', { limit: '20 MB' });
const place = (id: string): Place => ({ table: 'file', column: 'content', id });

/**
 * Uploads wait in the database, behind the same row-level wall as all else, until the import that wants them is done.
 * Their content is sealed by the master key: lists hold names, and a copy of the database must not.
 */
@Injectable()
export class Files {
  constructor(
    private readonly db: Db,
    private readonly crypto: FieldCrypto,
  ) {}

  /** Stores a file in the active region. Refuses FILE_TOO_LARGE, or FILE_UNREADABLE when it is empty. */
  async store(name: string, content: Buffer): Promise<{ id: string; name: string; size: number }> {
    if (content.length > maxFileBytes) throw tooLarge();
    if (content.length === 0) throw new Refusal('FILE_UNREADABLE', { reason: 'empty' });
    const shortName = name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-120) || 'datei';
    return this.db.write(async (tx) => {
      const { id } = await tx.one<{ id: string }>('select uuidv7() as id');
      await tx.query('insert into file (region_id, id, name, size, content, created_by) values ($1, $2, $3, $4, $5, $6)', [
        tx.regionId, id, shortName, content.length, this.crypto.sealBytes(place(id), content), tx.actor.userId,
      ]);
      tx.note('file', 'insert', [id]);
      return { id, name: shortName, size: content.length };
    });
  }

  /** A stored file with its bytes. Refuses NOT_FOUND. */
  async load(id: string): Promise<StoredFile> {
    const file = await this.db.read((tx) => tx.one<StoredFile>('select id, name, content from file where region_id = $1 and id = $2', [tx.regionId, id]));
    return { ...file, content: this.crypto.openBytes(place(id), file.content) };
  }

  /** Deletes a file that its import has used up, with the transaction of that import. */
  async remove(tx: Tx, id: string): Promise<void> {
    const gone = await tx.query<{ id: string }>('delete from file where region_id = $1 and id = $2 returning id', [tx.regionId, id]);
    tx.note('file', 'delete', gone.map((row) => row.id));
  }
}

/** POST /files: the one upload route (multipart field `file`); GraphQL then speaks of the file by its id. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  @Post()
  @Allow('imports.write')
  async upload(@Req() request: FastifyRequest): Promise<{ id: string; name: string; size: number }> {
    const { name, content } = await uploadIn(request);
    return this.files.store(name, content);
  }
}

/** The one file of a form. Refuses INVALID_INPUT without one, or when the form is cut off or none; what the limits refuse stays as it is. */
async function uploadIn(request: FastifyRequest): Promise<{ name: string; content: Buffer }> {
  try {
    const part = await request.file();
    const content = await part?.toBuffer();
    // A piece that ends at the limit itself is cut off there without a word.
    if (part?.file.truncated) throw tooLarge();
    if (part && content) return { name: part.filename, content };
  } catch (error) {
    if (error instanceof Refusal || (error as { statusCode?: number }).statusCode) throw error;
    throw new Refusal('INVALID_INPUT', {}, { file: 'unreadable' });
  }
  throw new Refusal('INVALID_INPUT', {}, { file: 'required' });
}
