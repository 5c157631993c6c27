import { Allow, currentContext, Db } from '@mintforge/platform';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { recordFile, sheetFacts } from './audit-sheet';
import { auditPdf } from './audit-sheet.pdf';
import { exportedRecord } from './run-record';

/** What a run leaves for others to check, as files; each download is audited. */
@Controller('runs/:id')
export class RunsController {
  constructor(private readonly db: Db) {}

  @Get('record.json')
  @Allow('matching.run')
  async record(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { number, content } = await this.db.read((tx) => exportedRecord(tx, id));
    return new StreamableFile(content, { type: 'application/json; charset=utf-8', disposition: `attachment; filename="${recordFile(number)}"`, length: content.length });
  }

  @Get('audit.pdf')
  @Allow('matching.run')
  async audit(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const facts = await this.db.read((tx) => sheetFacts(tx, id));
    const content = await auditPdf(facts, currentContext().locale);
    return new StreamableFile(content, { type: 'application/pdf', disposition: `attachment; filename="pruefblatt-lauf-${facts.number}.pdf"`, length: content.length });
  }
}
