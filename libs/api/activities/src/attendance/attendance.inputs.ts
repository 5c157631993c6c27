import { markableStates, type AttendanceState } from '@mintforge/domain/activities';
import { IdField, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, ValidateNested } from 'class-validator';
import { AttendanceStates } from '../activities.enums';

/** A mark on a row of the list; an absent note stays as it is. */
@InputType()
export class AttendanceMark {
  @IdField({ description: 'of the row' }) id!: string;
  @Field(() => AttendanceStates, { description: 'EXPECTED takes a mark back; WITHDRAWN comes from matching alone' }) @IsIn(markableStates) state!: AttendanceState;
  @TextField(500, { absent: true }) note?: string;
}

@ArgsType()
export class MarkAttendanceArgs {
  @IdField() occurrenceId!: string;
  @Field(() => [AttendanceMark])
  @ValidateNested({ each: true })
  @Type(() => AttendanceMark)
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique((mark: AttendanceMark) => mark.id)
  marks!: AttendanceMark[];
}
