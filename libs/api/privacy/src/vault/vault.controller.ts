import { cleanText, isDay, Refusal } from '@mintforge/domain/kernel';
import { evidenceKinds, type EvidenceKind } from '@mintforge/domain/privacy';
import { Allow, uploadIn } from '@mintforge/platform';
import { Controller, Get, Header, Param, ParseUUIDPipe, Post, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Vault } from './vault.service';

/** Documents of evidence as files. A multipart upload names kind, title and day (`kind`, `title`, `datedOn`) before the file. */
@Controller()
export class VaultController {
  constructor(private readonly vault: Vault) {}

  @Post('evidence-grants/:id/evidence')
  @Allow('vault.write')
  async put(@Param('id', ParseUUIDPipe) grantId: string, @Req() request: FastifyRequest): Promise<{ id: string }> {
    const { name, content, fields } = await uploadIn(request);
    const given = (field: string) => fields.get(field)?.[0] ?? '';
    const [kind, title, datedOn] = [given('kind'), cleanText(given('title')).slice(0, 200), given('datedOn')];
    if (!isKind(kind)) throw new Refusal('INVALID_INPUT', {}, { kind: 'unknown' });
    if (title === '') throw new Refusal('INVALID_INPUT', {}, { title: 'required' });
    if (!isDay(datedOn)) throw new Refusal('INVALID_INPUT', {}, { datedOn: 'required' });
    return { id: await this.vault.put({ grantId, kind, title, datedOn, name, content }) };
  }

  @Get('evidence/:id')
  @Allow('vault.read')
  @Header('cache-control', 'no-store')
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { content, mediaType } = await this.vault.read(id);
    return new StreamableFile(content, { type: mediaType, disposition: 'attachment; filename="nachweis"', length: content.length });
  }
}

const isKind = (text: string): text is EvidenceKind => (evidenceKinds as readonly string[]).includes(text);
