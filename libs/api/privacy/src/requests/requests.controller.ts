import { Allow } from '@mintforge/platform';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { RequestReads, type CopyForm } from './requests.reads';

/** Copies of a person's data, for who answers the request; each download is audited. */
@Controller('requests/:id')
export class RequestsController {
  constructor(private readonly reads: RequestReads) {}

  @Get('copy.json')
  @Allow('exports.read')
  copyJson(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.file(id, 'json', 'application/json; charset=utf-8');
  }

  @Get('copy.pdf')
  @Allow('exports.read')
  copyPdf(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.file(id, 'pdf', 'application/pdf');
  }

  @Get('copy.zip')
  @Allow('exports.read')
  copyZip(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.file(id, 'zip', 'application/zip');
  }

  private async file(id: string, form: CopyForm, type: string): Promise<StreamableFile> {
    const { content, name } = await this.reads.copy(id, form);
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.length });
  }
}
