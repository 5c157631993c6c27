import { Args, ArgsType, Field, ID, InputType, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { Allow } from './access';
import { currentActor } from './context';
import { Db } from './db/db';
import { Instant } from './instant';
import { Conditions, ListOf, PageArgs, readPage, type List } from './lists';
import { Mails, type StoredMail } from './mail';

export enum JobState { QUEUED = 'QUEUED', RUNNING = 'RUNNING', DONE = 'DONE', FAILED = 'FAILED' }
export enum MailState { QUEUED = 'QUEUED', SENT = 'SENT', KEPT = 'KEPT', FAILED = 'FAILED', WITHHELD = 'WITHHELD' }
enum NewestSort { CREATED_AT_DESC = 'CREATED_AT_DESC', CREATED_AT_ASC = 'CREATED_AT_ASC' }
registerEnumType(JobState, { name: 'JobState' });
registerEnumType(MailState, { name: 'MailState' });
registerEnumType(NewestSort, { name: 'NewestSort' });

/** A piece of long work (Auftrag) with its progress in percent; `result` and `error` are JSON texts. */
@ObjectType()
class Job {
  @Field(() => ID) id!: string;
  @Field() kind!: string;
  @Field(() => JobState) state!: JobState;
  @Field(() => Int) progress!: number;
  @Field(() => String, { nullable: true }) step!: string | null;
  @Field(() => String, { nullable: true }) result!: string | null;
  @Field(() => String, { nullable: true, description: 'JSON {code, params} of the refusal' }) error!: string | null;
  @Field(() => String, { nullable: true }) startedByName!: string | null;
  @Field(() => Instant) createdAt!: Date;
  @Field(() => Instant, { nullable: true }) endedAt!: Date | null;
}

/** A mail as the mailbox page shows it; rendered when looked at. */
@ObjectType()
class Mail {
  @Field(() => ID) id!: string;
  @Field() template!: string;
  @Field(() => String, { nullable: true, description: 'null = a guardian or pupil, whose address rests encrypted' }) recipient!: string | null;
  @Field(() => String, { nullable: true, description: 'GUARDIAN or PUPIL' }) recipientKind!: string | null;
  @Field() subject!: string;
  @Field() body!: string;
  @Field(() => MailState) state!: MailState;
  @Field(() => String, { nullable: true }) error!: string | null;
  @Field(() => Instant) createdAt!: Date;
  @Field(() => Instant, { nullable: true }) sentAt!: Date | null;
}

@InputType()
class JobFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) ids?: string[];
  @Field(() => JobState, { nullable: true }) @IsOptional() @IsEnum(JobState) state?: JobState;
}

@InputType()
class MailFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) ids?: string[];
  @Field(() => MailState, { nullable: true }) @IsOptional() @IsEnum(MailState) state?: MailState;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() @MaxLength(100) q?: string;
}

@ArgsType()
class JobsArgs extends PageArgs {
  @Field(() => NewestSort, { defaultValue: NewestSort.CREATED_AT_DESC }) @IsEnum(NewestSort) sort!: NewestSort;
  @Field(() => JobFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => JobFilter) filter?: JobFilter;
}

@ArgsType()
class MailsArgs extends PageArgs {
  @Field(() => NewestSort, { defaultValue: NewestSort.CREATED_AT_DESC }) @IsEnum(NewestSort) sort!: NewestSort;
  @Field(() => MailFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => MailFilter) filter?: MailFilter;
}

const JobList = ListOf(Job, 'JobList');
const MailList = ListOf(Mail, 'MailList');

const jobColumns = `j.id, j.kind, j.state, j.progress, j.step, j.result::text as result, j.error, u.display_name as "startedByName", j.created_at as "createdAt", j.ended_at as "endedAt"`;
const jobTables = 'job j left join app_user u on u.id = j.started_by';
const direction = (sort: string) => (sort.endsWith('_DESC') ? 'desc' : 'asc');

/** What the office sees of the machinery: jobs and the mailbox of its region. */
@Resolver()
export class WorkResolver {
  constructor(
    private readonly db: Db,
    private readonly mails: Mails,
  ) {}

  @Query(() => Job)
  @Allow('jobs.read')
  job(@Args('id', { type: () => ID }) id: string): Promise<Job> {
    return this.db.read((tx) => tx.one<Job>(`select ${jobColumns} from ${jobTables} where j.region_id = $1 and j.id = $2`, [tx.regionId, id]));
  }

  @Query(() => JobList)
  @Allow('jobs.read')
  jobs(@Args() args: JobsArgs): Promise<List<Job>> {
    const filter = new Conditions().add('j.region_id = ?', currentActor().regionId).add('j.id = any(?)', args.filter?.ids).add('j.state = ?', args.filter?.state);
    return readPage(this.db, { select: jobColumns, from: jobTables, ...filter, order: `j.created_at ${direction(args.sort)}, j.id` }, args);
  }

  @Query(() => MailList)
  @Allow('mail.read')
  async mailbox(@Args() args: MailsArgs): Promise<List<Mail>> {
    const filter = new Conditions().add('m.region_id = ?', currentActor().regionId).add('m.id = any(?)', args.filter?.ids).add('m.state = ?', args.filter?.state).add(`m.recipient ilike '%' || ? || '%'`, args.filter?.q);
    const select = `m.region_id as "regionId", m.id, m.template, m.locale, m.params, m.secret, m.recipient, m.recipient_kind as "recipientKind", m.state, m.error, m.created_at as "createdAt", m.sent_at as "sentAt"`;
    const list = await readPage<Mail & StoredMail>(this.db, { select, from: 'mail m', ...filter, order: `m.created_at ${direction(args.sort)}, m.id` }, args);
    return { ...list, items: list.items.map((mail) => ({ ...mail, ...this.mails.show(mail) })) };
  }
}
