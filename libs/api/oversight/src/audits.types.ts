import { readReasons, type ReadReason } from '@mintforge/domain/oversight';
import { IdField, Instant, InstantField, ListOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { AuditAccess, AuditSort } from './oversight.enums';

/** One audited act (Protokolleintrag). */
@ObjectType()
export class AuditEntry {
  @Field(() => ID) id!: string;
  @Field(() => Instant) at!: Date;
  @Field(() => ID, { nullable: true }) actorId!: string | null;
  @Field(() => String, { nullable: true }) actorName!: string | null;
  @Field() role!: string;
  @Field() action!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field({ description: 'JSON [{table, verb, count, ids}]' }) changes!: string;
}

export const AuditList = ListOf(AuditEntry, 'AuditList');

@InputType()
export class AuditFilter {
  @TextField(100, { optional: true, description: 'how the action begins, e.g. `pupils.`' }) action?: string;
  @IdField({ optional: true, description: 'entries that touched this row' }) objectId?: string;
  @TextField(20, { optional: true, description: 'entries that touched the pupil of this pseudonym' }) pseudonym?: string;
  @IdField({ optional: true }) actorId?: string;
  @Field(() => String, { nullable: true, description: 'entries that touched this table' }) @IsOptional() @IsString() @MaxLength(60) @Matches(/^[a-z_]+$/) table?: string;
  @OneOf(AuditAccess, { optional: true }) access?: keyof typeof AuditAccess;
  @TextField(60, { optional: true, description: 'how the reason begins' }) reason?: string;
  @InstantField({ optional: true }) from?: Date;
  @InstantField({ optional: true, description: 'the instant itself no longer counts' }) to?: Date;
}

@ArgsType()
export class AuditArgs extends PageArgs {
  @OneOf(AuditSort, { absent: true }) sort: keyof typeof AuditSort = 'AT_DESC';
  @Field(() => AuditFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => AuditFilter) filter?: AuditFilter;
}

/** What a file of the log is asked for with: the filter of the list, and why. */
export class AuditExportQuery {
  @IsIn(readReasons) because!: ReadReason;
  @IsOptional() @IsString() @MaxLength(2000) filter?: string;
}

/** What an act touched. */
@ObjectType()
export class AccessTouch {
  @Field() table!: string;
  @Field() verb!: string;
}

/** One act on a pupil's data as its subject may know it (LOG-5). */
@ObjectType()
export class AccessLogEntry {
  @Field(() => Instant) at!: Date;
  @Field() role!: string;
  @Field() action!: string;
  @Field(() => [AccessTouch]) touched!: AccessTouch[];
  @Field(() => String, { nullable: true }) reason!: string | null;
}
