import { Allow, Db } from '@mintforge/platform';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { exportedRecord } from './run-record';

/** What a run leaves for others to check, as files; each download is audited. */
@Controller('runs/:id')
export class RunsController {
  constructor(private readonly db: Db) {}

  @Get('record.json')
  @Allow('matching.run')
  async record(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { number, content } = await this.db.read((tx) => exportedRecord(tx, id));
    return new StreamableFile(content, { type: 'application/json; charset=utf-8', disposition: `attachment; filename="lauf-${number}.json"`, length: content.length });
  }
}
