import { berlinDay } from '@mintforge/domain/kernel';
import { Allow, currentContext } from '@mintforge/platform';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import type { AttendanceSheet } from './attendance.entities';
import { attendancePdf } from './attendance.pdf';
import { AttendanceReads } from './attendance.reads';
import { attendanceCsv, attendanceXlsx } from './attendance.tables';
import { listTexts } from './attendance.texts';

/** Attendance lists as files, in the language of the request. Each download opens names and is audited. */
@Controller('occurrences/:id')
export class AttendanceController {
  constructor(private readonly reads: AttendanceReads) {}

  @Get('attendance.csv')
  @Allow('attendance.read')
  async attendanceCsv(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const sheet = await this.reads.sheet(id);
    return asFile(sheet, attendanceCsv(sheet, currentContext().locale), 'text/csv; charset=utf-8', 'csv');
  }

  @Get('attendance.xlsx')
  @Allow('attendance.read')
  async attendanceXlsx(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const sheet = await this.reads.sheet(id);
    return asFile(sheet, await attendanceXlsx(sheet, currentContext().locale), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx');
  }

  @Get('attendance.pdf')
  @Allow('attendance.read')
  async attendancePdf(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const sheet = await this.reads.sheet(id);
    return asFile(sheet, await attendancePdf(sheet, currentContext().locale), 'application/pdf', 'pdf');
  }
}

/** A download named after the day, never after a person. */
function asFile({ occurrence }: AttendanceSheet, content: Buffer, type: string, ending: string): StreamableFile {
  const name = `${listTexts[currentContext().locale].fileName}-${berlinDay(occurrence.startsAt)}.${ending}`;
  return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.length });
}
