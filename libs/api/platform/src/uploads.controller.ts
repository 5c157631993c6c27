import type { MultipartFields } from '@fastify/multipart';
import { Refusal } from '@mintforge/domain/kernel';
import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow } from './access';
import { Files, maxFileBytes } from './files';

const megabyte = 1024 * 1024;

/** POST /files: uploads for imports (multipart field `file`); GraphQL then speaks of the file by its id. */
@Controller('files')
export class UploadsController {
  constructor(private readonly files: Files) {}

  @Post()
  @Allow('imports.write')
  async upload(@Req() request: FastifyRequest): Promise<{ id: string; name: string; size: number }> {
    const { name, content } = await uploadIn(request);
    return this.files.store(name, content);
  }
}

/** The one file of a form, and the values of the fields that stand before it. Refuses INVALID_INPUT without one, or when the form is cut off or none; what the limits refuse stays as it is. */
export async function uploadIn(request: FastifyRequest): Promise<Upload & { fields: Map<string, string[]> }> {
  const { uploads: [upload], fields } = await uploadsIn(request, { files: 1, megabytes: maxFileBytes / megabyte });
  return { ...upload!, fields };
}

export interface Upload {
  name: string;
  content: Buffer;
}

/** The files of a form, `megabytes` in all, and the values of the fields that stand before the first. Refuses FILE_TOO_LARGE, INVALID_INPUT. */
export async function uploadsIn(request: FastifyRequest, { files, megabytes }: { files: number; megabytes: number }): Promise<{ uploads: Upload[]; fields: Map<string, string[]> }> {
  const uploads: Upload[] = [];
  let fields = new Map<string, string[]>();
  let left = megabytes * megabyte;
  try {
    for await (const part of request.files({ limits: { fileSize: megabytes * megabyte, files, parts: files + 10 } })) {
      const content = await part.toBuffer();
      left -= content.length;
      // A piece that ends at the limit itself is cut off there without a word.
      if (part.file.truncated || left < 0) throw new Refusal('FILE_TOO_LARGE', { limit: `${megabytes} MB` });
      if (uploads.length === 0) fields = valuesOf(part.fields);
      uploads.push({ name: part.filename, content });
    }
  } catch (error) {
    const { code, statusCode } = error as { code?: string; statusCode?: number };
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw new Refusal('FILE_TOO_LARGE', { limit: `${megabytes} MB` });
    if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') throw new Refusal('INVALID_INPUT', {}, { file: 'tooMany' });
    if (error instanceof Refusal || statusCode) throw error;
    throw new Refusal('INVALID_INPUT', {}, { file: 'unreadable' });
  }
  if (uploads.length === 0) throw new Refusal('INVALID_INPUT', {}, { file: 'required' });
  return { uploads, fields };
}

function valuesOf(fields: MultipartFields): Map<string, string[]> {
  return new Map(Object.entries(fields).map(([name, parts]) => [name, [parts ?? []].flat().flatMap((part) => (part.type === 'field' && typeof part.value === 'string' ? [part.value] : []))]));
}
