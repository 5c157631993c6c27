import type { OccurrenceState } from '@mintforge/domain/activities';
import type { ActivityFormat, Topic } from '@mintforge/domain/partners';
import { IdField, IdsField, InstantField, IntField, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsIn, IsOptional, Length, ValidateNested } from 'class-validator';
import { ActivityFormats, OccurrenceSorts, OccurrenceStates, Topics, type OccurrenceSort } from '../activities.enums';

/** A new occurrence of an activity. */
@InputType()
export class OccurrenceInput {
  @InstantField() startsAt!: Date;
  @InstantField() endsAt!: Date;
  @IdField({ optional: true, description: 'a site of an organisation' }) siteId?: string | null;
  @TextField(200, { absent: true, description: 'the room, or the place when no site is meant' }) place?: string;
  @IntField(1, 2000, { description: 'seats' }) capacity!: number;
  @IntField(0, 2000, { absent: true, description: 'how many must come for it to take place' }) minimum?: number;
}

/** Absent keeps, null clears. */
@InputType()
export class OccurrencePatch extends PartialType(OccurrenceInput, { skipNullProperties: false }) {}

@InputType()
export class OccurrenceFilter {
  @IdsField() ids?: string[];
  @TextField(100, { optional: true, description: 'part of the title, the name of the host or the place' }) q?: string | null;
  @InstantField({ optional: true, description: 'ends after' }) from?: Date | null;
  @InstantField({ optional: true, description: 'starts before' }) to?: Date | null;
  @IdField({ optional: true }) activityId?: string | null;
  @IdField({ optional: true, description: 'of a host' }) organisationId?: string | null;
  @OneOf(ActivityFormats, { optional: true, description: 'of the activity' }) format?: ActivityFormat | null;
  @OneOf(Topics, { optional: true, description: 'among the topics of the activity' }) topic?: Topic | null;
  @OneOf(OccurrenceStates, { optional: true }) state?: OccurrenceState | null;
  @Field(() => Boolean, { nullable: true, description: 'only with seats left, planned and of a published activity' }) @IsOptional() @IsBoolean() free?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'only those that are over and whose attendance is not marked yet' }) @IsOptional() @IsBoolean() attendanceOpen?: boolean | null;
}

@ArgsType()
export class OccurrencesArgs extends PageArgs {
  @Field(() => OccurrenceSorts, { defaultValue: 'STARTS_AT_ASC' }) @IsIn(Object.values(OccurrenceSorts)) sort!: OccurrenceSort;
  @Field(() => OccurrenceFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => OccurrenceFilter) filter?: OccurrenceFilter;
}

@ArgsType()
export class AddOccurrencesArgs {
  @IdField() activityId!: string;
  @Field(() => [OccurrenceInput]) @ValidateNested({ each: true }) @Type(() => OccurrenceInput) @ArrayMinSize(1) @ArrayMaxSize(100) input!: OccurrenceInput[];
  @Field() @Length(8, 100) idempotencyKey!: string;
}
