import { taskKinds, taskNotes, type TaskKind, type TaskNote } from '@mintforge/domain/kernel';
import { Args, ArgsType, Field, ID, InputType, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, ValidateNested } from 'class-validator';
import { Allow } from './access';
import { currentActor } from './context';
import { Db } from './db/db';
import { enumOf } from './enums';
import { OneOf } from './fields';
import { Instant } from './instant';
import { Conditions, ListOf, PageArgs, readPage, type List } from './lists';
import { Tasks } from './tasks';

export const TaskKinds = enumOf('TaskKind', taskKinds);
const TaskNotes = enumOf('TaskNote', taskNotes);
enum TaskState { OPEN = 'OPEN', DONE = 'DONE' }
enum TaskSort { DUE_ON_ASC = 'DUE_ON_ASC', CREATED_AT_DESC = 'CREATED_AT_DESC' }
registerEnumType(TaskState, { name: 'TaskState' });
registerEnumType(TaskSort, { name: 'TaskSort' });

/** A task of the office (Aufgabe). */
@ObjectType()
class OfficeTask {
  @Field(() => ID) id!: string;
  @Field(() => TaskKinds) kind!: TaskKind;
  @Field(() => ID, { description: 'the row it is about' }) about!: string;
  @Field(() => ID, { nullable: true }) pupilId!: string | null;
  @Field({ description: 'JSON: codes, counts and days for its words' }) params!: string;
  @Field(() => String, { nullable: true }) dueOn!: string | null;
  @Field(() => TaskState) state!: TaskState;
  @Field(() => TaskNotes, { nullable: true, description: 'how somebody was done with it; null while open, or as what it asked for happened' }) note!: TaskNote | null;
  @Field(() => String, { nullable: true }) doneByName!: string | null;
  @Field(() => Instant, { nullable: true }) doneAt!: Date | null;
  @Field(() => Instant) createdAt!: Date;
}

@InputType()
class TaskFilter {
  @OneOf(TaskKinds, { optional: true }) kind?: TaskKind | null;
  @Field(() => TaskState, { nullable: true }) @IsOptional() @IsEnum(TaskState) state?: TaskState;
}

@ArgsType()
class TasksArgs extends PageArgs {
  @Field(() => TaskSort, { defaultValue: TaskSort.DUE_ON_ASC }) @IsEnum(TaskSort) sort!: TaskSort;
  @Field(() => TaskFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => TaskFilter) filter?: TaskFilter;
}

const OfficeTaskList = ListOf(OfficeTask, 'OfficeTaskList');
const order: Record<TaskSort, string> = { DUE_ON_ASC: 't.due_on nulls last, t.id', CREATED_AT_DESC: 't.created_at desc, t.id' };

/** What waits for somebody of the office, with who was done with what and how. */
@Resolver()
export class TasksResolver {
  constructor(
    private readonly db: Db,
    private readonly tasks: Tasks,
  ) {}

  @Query(() => OfficeTaskList)
  @Allow('tasks.read')
  officeTasks(@Args() args: TasksArgs): Promise<List<OfficeTask>> {
    const filter = new Conditions().add('t.region_id = ?', currentActor().regionId).add('t.kind = ?', args.filter?.kind).add('t.state = ?', args.filter?.state);
    const select = `t.id, t.kind, t.about, t.pupil_id as "pupilId", t.params::text as params, t.due_on as "dueOn", t.state, t.note, u.display_name as "doneByName", t.done_at as "doneAt", t.created_at as "createdAt"`;
    return readPage(this.db, { select, from: 'office_task t left join app_user u on u.id = t.done_by', ...filter, order: order[args.sort] }, args);
  }

  @Mutation(() => ID, { description: 'Somebody is done with a task; most are settled by what they ask for' })
  @Allow('tasks.write')
  async finishOfficeTask(@Args('id', { type: () => ID }) id: string, @Args('note', { type: () => TaskNotes }) note: TaskNote): Promise<string> {
    await this.db.write((tx) => this.tasks.finish(tx, id, note));
    return id;
  }
}
