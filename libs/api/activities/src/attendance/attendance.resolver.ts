import { Allow } from '@mintforge/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AttendanceSheet } from './attendance.entities';
import { MarkAttendanceArgs } from './attendance.inputs';
import { AttendanceReads } from './attendance.reads';
import { AttendanceLists } from './attendance.service';

/** Attendance lists for the console. */
@Resolver()
export class AttendanceResolver {
  constructor(
    private readonly reads: AttendanceReads,
    private readonly writes: AttendanceLists,
  ) {}

  @Query(() => AttendanceSheet)
  @Allow('attendance.read')
  attendanceList(@Args('occurrenceId', { type: () => ID }) occurrenceId: string): Promise<AttendanceSheet> {
    return this.reads.sheet(occurrenceId);
  }

  @Mutation(() => AttendanceSheet, { description: 'Marks several rows at once, all or none' })
  @Allow('attendance.write')
  async markAttendance(@Args() { occurrenceId, marks }: MarkAttendanceArgs): Promise<AttendanceSheet> {
    await this.writes.mark(occurrenceId, marks);
    return this.reads.sheet(occurrenceId);
  }
}
