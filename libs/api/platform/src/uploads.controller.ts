import type { MultipartFields } from '@fastify/multipart';
import { Refusal } from '@mintforge/domain/kernel';
import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow } from './access';
import { Files } from './files';

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
export async function uploadIn(request: FastifyRequest): Promise<{ name: string; content: Buffer; fields: Map<string, string[]> }> {
  try {
    const part = await request.file();
    const content = await part?.toBuffer();
    // A piece that ends at the limit itself is cut off there without a word.
    if (part?.file.truncated) throw new Refusal('FILE_TOO_LARGE', { limit: '20 MB' });
    if (part && content) return { name: part.filename, content, fields: valuesOf(part.fields) };
  } catch (error) {
    if (error instanceof Refusal || (error as { statusCode?: number }).statusCode) throw error;
    throw new Refusal('INVALID_INPUT', {}, { file: 'unreadable' });
  }
  throw new Refusal('INVALID_INPUT', {}, { file: 'required' });
}

function valuesOf(fields: MultipartFields): Map<string, string[]> {
  return new Map(Object.entries(fields).map(([name, parts]) => [name, [parts ?? []].flat().flatMap((part) => (part.type === 'field' && typeof part.value === 'string' ? [part.value] : []))]));
}
