import { Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** What may wait for somebody in the office; the console words it and links to the filtered list. */
export enum TaskCode {
  FLAGGED_COORDINATES = 'FLAGGED_COORDINATES',
  OPEN_IMPORT = 'OPEN_IMPORT',
  OPEN_OFFER = 'OPEN_OFFER',
  OPEN_NEED = 'OPEN_NEED',
  DRAFT_ACTIVITY = 'DRAFT_ACTIVITY',
  ATTENDANCE_OPEN = 'ATTENDANCE_OPEN',
  ROUND_OVERDUE = 'ROUND_OVERDUE',
  ROUND_UNPUBLISHED = 'ROUND_UNPUBLISHED',
  ROUND_TASK = 'ROUND_TASK',
  FAILED_JOB = 'FAILED_JOB',
  FAILED_MAIL = 'FAILED_MAIL',
}
registerEnumType(TaskCode, { name: 'TaskCode' });

@ObjectType()
export class Task {
  @Field(() => TaskCode) code!: TaskCode;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class NextOccurrence {
  @Field(() => ID) id!: string;
  @Field(() => ID) activityId!: string;
  @Field() title!: string;
  @Field() host!: string;
  @Field(() => String, { nullable: true }) town!: string | null;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Instant) endsAt!: Date;
  @Field(() => Int) capacity!: number;
  @Field(() => Int) taken!: number;
}

/** The first page of the office's day (Heute). */
@ObjectType()
export class Today {
  @Field(() => [Task], { description: 'only what waits, most first' }) tasks!: Task[];
  @Field(() => [NextOccurrence]) nextOccurrences!: NextOccurrence[];
}
