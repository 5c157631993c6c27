import { taskKinds } from '@mintforge/domain/kernel';
import { enumOf, Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** What may wait for somebody in the office, tasks by their kind among it; the console words it and links to the filtered list. */
export const taskCodes = [
  'FLAGGED_COORDINATES', 'OPEN_IMPORT', 'OPEN_OFFER', 'OPEN_NEED', 'DRAFT_ACTIVITY', 'ATTENDANCE_OPEN', 'ROUND_OVERDUE', 'ROUND_UNPUBLISHED', 'ROUND_TASK', 'FAILED_JOB', 'FAILED_MAIL', ...taskKinds,
] as const;
export type TaskCode = (typeof taskCodes)[number];
const TaskCodes = enumOf('TaskCode', taskCodes);

@ObjectType()
export class Task {
  @Field(() => TaskCodes) code!: TaskCode;
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
