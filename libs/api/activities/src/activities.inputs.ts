import { sustainableGoals, type AccessibilityProvision, type ActivityState, type DigitalSkill } from '@mintforge/domain/activities';
import { grades, type ActivityFormat, type Topic } from '@mintforge/domain/partners';
import { IdField, IdsField, IntField, IntsField, ManyOf, OneOf, PageArgs, SchoolYearField, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { AccessibilityProvisions, ActivityFormats, ActivitySorts, ActivityStates, DigitalSkills, Topics, type ActivitySort } from './activities.enums';
import { OccurrenceInput } from './occurrences/occurrences.inputs';

@InputType({ isAbstract: true })
class ActivityFields {
  @IdField({ description: 'the host' }) organisationId!: string;
  @IdField({ optional: true }) equipmentId?: string | null;
  @TextField(200) title!: string;
  @TextField(10_000, { absent: true }) description?: string;
  @OneOf(ActivityFormats) format!: ActivityFormat;
  @ManyOf(Topics, { absent: true }) topics?: Topic[];
  @IntsField(1, grades.length, { absent: true }) grades?: number[];
  @IntField(5, 25, { optional: true, description: 'in full years' }) minimumAge?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'part of compulsory teaching, e.g. a placement of the school' }) @ValidateIf((_, value) => value !== undefined) @IsBoolean() compulsory?: boolean;
  @ManyOf(AccessibilityProvisions, { absent: true }) accessibility?: AccessibilityProvision[];
  @IntsField(1, sustainableGoals.length, { absent: true }) sdgs?: number[];
  @ManyOf(DigitalSkills, { absent: true }) digitalSkills?: DigitalSkill[];
  @SchoolYearField() schoolYear!: string;
}

/** A new activity, with its first occurrences if they are known. */
@InputType()
export class ActivityInput extends ActivityFields {
  @Field(() => [OccurrenceInput], { defaultValue: [] }) @ValidateNested({ each: true }) @Type(() => OccurrenceInput) @ArrayMaxSize(100) occurrences!: OccurrenceInput[];
}

/** Absent keeps, null clears. */
@InputType()
export class ActivityPatch extends PartialType(ActivityFields, { decorator: InputType, skipNullProperties: false }) {}

/** What an offer does not say; the rest is taken over from it. */
@InputType()
export class ActivityFromOfferInput {
  @SchoolYearField() schoolYear!: string;
  @TextField(200, { absent: true, description: 'else the title of the offer' }) title?: string;
  @Field(() => [OccurrenceInput], { defaultValue: [] }) @ValidateNested({ each: true }) @Type(() => OccurrenceInput) @ArrayMaxSize(100) occurrences!: OccurrenceInput[];
}

@InputType()
export class ActivityFilter {
  @IdsField() ids?: string[];
  @TextField(100, { optional: true, description: 'part of the title or of the name of the host' }) q?: string | null;
  @OneOf(ActivityFormats, { optional: true }) format?: ActivityFormat | null;
  @OneOf(Topics, { optional: true }) topic?: Topic | null;
  @IntField(1, grades.length, { optional: true }) grade?: number | null;
  @OneOf(ActivityStates, { optional: true }) state?: ActivityState | null;
  @IdField({ optional: true }) organisationId?: string | null;
  @SchoolYearField({ optional: true }) schoolYear?: string | null;
}

@ArgsType()
export class ActivitiesArgs extends PageArgs {
  @Field(() => ActivitySorts, { defaultValue: 'TITLE_ASC' }) @IsIn(Object.values(ActivitySorts)) sort!: ActivitySort;
  @Field(() => ActivityFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ActivityFilter) filter?: ActivityFilter;
}
