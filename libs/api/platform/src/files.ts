import '@fastify/multipart';
import { Refusal } from '@mintforge/domain/kernel';
import { Controller, Injectable, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow } from './access';
import { Db } from './db/db';

/** The largest upload, in bytes (20 MB). */
export const maxFileBytes = 20 * 1024 * 1024;

/** An uploaded file as stored: its name as given, its bytes. */
export interface StoredFile {
  id: string;
  name: string;
  content: Buffer;
}

/** Uploads wait in the database, behind the same row-level wall as all else, until the import that wants them is done. */
@Injectable()
export class Files {
  constructor(private readonly db: Db) {}

  /** Stores a file in the active region. Refuses FILE_TOO_LARGE, or FILE_UNREADABLE when it is empty. */
  async store(name: string, content: Buffer): Promise<{ id: string; name: string; size: number }> {
    if (content.length > maxFileBytes) throw new Refusal('FILE_TOO_LARGE', { limit: '20 MB' });
    if (content.length === 0) throw new Refusal('FILE_UNREADABLE', { reason: 'empty' });
    const shortName = name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').slice(-120) || 'datei';
    return this.db.write(async (tx) => {
      const { id } = await tx.one<{ id: string }>('insert into file (region_id, name, size, content, created_by) values ($1, $2, $3, $4, $5) returning id', [
        tx.regionId, shortName, content.length, content, tx.actor.userId,
      ]);
      tx.note('file', 'insert', [id]);
      return { id, name: shortName, size: content.length };
    });
  }

  /** A stored file with its bytes. Refuses NOT_FOUND. */
  load(id: string): Promise<StoredFile> {
    return this.db.read((tx) => tx.one<StoredFile>('select id, name, content from file where region_id = $1 and id = $2', [tx.regionId, id]));
  }
}

/** POST /files: the one upload route (multipart field `file`); GraphQL then speaks of the file by its id. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  @Post()
  @Allow('imports.write')
  async upload(@Req() request: FastifyRequest): Promise<{ id: string; name: string; size: number }> {
    const part = await request.file();
    if (!part) throw new Refusal('INVALID_INPUT', {}, { file: 'required' });
    return this.files.store(part.filename, await part.toBuffer());
  }
}
