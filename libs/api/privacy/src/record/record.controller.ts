import { Allow, currentContext } from '@mintforge/platform';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import { RecordReads } from './record.reads';
import { recordCsv, recordHtml, recordPdf } from './record.report';
import { recordWords } from './record.texts';
import type { ProcessingRecord } from './record.types';

/** The record of processing as files, in the language of the request. */
@Controller('privacy/record')
export class RecordController {
  constructor(private readonly reads: RecordReads) {}

  @Get('record.html')
  @Allow('processing.read')
  async html(): Promise<StreamableFile> {
    const record = await this.reads.record();
    return asFile(record, Buffer.from(recordHtml(record, currentContext().locale)), 'text/html; charset=utf-8', 'html');
  }

  @Get('record.pdf')
  @Allow('processing.read')
  async pdf(): Promise<StreamableFile> {
    const record = await this.reads.record();
    return asFile(record, await recordPdf(record, currentContext().locale), 'application/pdf', 'pdf');
  }

  @Get('record.csv')
  @Allow('processing.read')
  async csv(): Promise<StreamableFile> {
    const record = await this.reads.record();
    return asFile(record, Buffer.from(recordCsv(record, currentContext().locale)), 'text/csv; charset=utf-8', 'csv');
  }
}

/** A download named after its day. */
const asFile = ({ day }: ProcessingRecord, content: Buffer, type: string, ending: string): StreamableFile =>
  new StreamableFile(content, { type, disposition: `attachment; filename="${recordWords[currentContext().locale].fileName}-${day}.${ending}"`, length: content.length });
