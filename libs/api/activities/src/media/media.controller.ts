import { cleanText, Refusal } from '@mintforge/domain/kernel';
import { Allow, AllowPublic, uploadIn } from '@mintforge/platform';
import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Req, StreamableFile } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { MediaReads, type Picture } from './media.reads';
import { Pictures } from './media.service';

const mostPersons = 100;

/**
 * Pictures as files. A multipart upload names before the file who can be recognised (`persons`: ids with commas, or `nobody`: true).
 * No answer is stored anywhere on its way: a withdrawal takes effect at the next look.
 */
@Controller()
export class MediaController {
  constructor(
    private readonly reads: MediaReads,
    private readonly pictures: Pictures,
  ) {}

  @Post('occurrences/:id/media')
  @Allow('media.write')
  async upload(@Param('id', ParseUUIDPipe) occurrenceId: string, @Req() request: FastifyRequest): Promise<{ id: string }> {
    const { name, content, fields } = await uploadIn(request);
    const pupilIds = (fields.get('persons')?.[0] ?? '').split(',').filter(Boolean);
    if (pupilIds.length > mostPersons || !pupilIds.every((id) => isUUID(id))) throw new Refusal('INVALID_INPUT', {}, { persons: 'unknown' });
    const caption = cleanText(fields.get('caption')?.[0] ?? '').slice(0, 300);
    return { id: await this.pictures.add(occurrenceId, { name, content, caption }, { pupilIds, nobody: fields.get('nobody')?.[0] === 'true' }) };
  }

  @Get('media/:id/picture')
  @Allow('media.read')
  @Header('cache-control', 'no-store')
  async picture(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return asFile(await this.reads.picture(id));
  }

  @Get('bilder/:region/:id')
  @AllowPublic()
  @Header('cache-control', 'no-store')
  async published(@Param('region', ParseUUIDPipe) regionId: string, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return asFile(await this.reads.published(regionId, id));
  }
}

const asFile = ({ mediaType, content }: Picture) => new StreamableFile(content, { type: mediaType, disposition: 'inline; filename="bild.jpg"', length: content.length });
