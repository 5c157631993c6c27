import type { GroupKind } from '@mintforge/domain/people';
import { PageArgs } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { GroupKinds } from './groups.entities';

const schoolYear = /^\d{4}\/\d{2}$/;

/** A new group; its name is unique within school and school year. */
@InputType()
export class GroupInput {
  @Field(() => ID) @IsUUID() organisationId!: string;
  @Field() @IsString() @Length(1, 60) name!: string;
  @Field(() => GroupKinds, { defaultValue: GroupKinds.CLASS }) @IsEnum(GroupKinds) kind!: GroupKind;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(13) grade?: number | null;
  @Field() @Matches(schoolYear) schoolYear!: string;
  @Field(() => Int) @IsInt() @Min(0) @Max(500) headCount!: number;
}

/** What may change of a group; its school stays. */
@InputType()
export class GroupPatch {
  @Field({ nullable: true }) @IsOptional() @IsString() @Length(1, 60) name?: string;
  @Field(() => GroupKinds, { nullable: true }) @IsOptional() @IsEnum(GroupKinds) kind?: GroupKind;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(13) grade?: number | null;
  @Field({ nullable: true }) @IsOptional() @Matches(schoolYear) schoolYear?: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(500) headCount?: number;
}

@InputType()
export class GroupFilter {
  @Field(() => [ID], { nullable: true }) @IsOptional() @ArrayMaxSize(100) @IsUUID('all', { each: true }) ids?: string[];
  @Field(() => String, { nullable: true, description: 'part of the name of the group or its school' }) @IsOptional() @IsString() @MaxLength(100) q?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() organisationId?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(schoolYear) schoolYear?: string;
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() grade?: number;
  @Field(() => GroupKinds, { nullable: true }) @IsOptional() @IsEnum(GroupKinds) kind?: GroupKind;
}

export enum GroupSort {
  NAME_ASC = 'NAME_ASC',
  NAME_DESC = 'NAME_DESC',
  ORGANISATION_NAME_ASC = 'ORGANISATION_NAME_ASC',
  ORGANISATION_NAME_DESC = 'ORGANISATION_NAME_DESC',
  GRADE_ASC = 'GRADE_ASC',
  GRADE_DESC = 'GRADE_DESC',
  SCHOOL_YEAR_ASC = 'SCHOOL_YEAR_ASC',
  SCHOOL_YEAR_DESC = 'SCHOOL_YEAR_DESC',
  HEAD_COUNT_ASC = 'HEAD_COUNT_ASC',
  HEAD_COUNT_DESC = 'HEAD_COUNT_DESC',
  CREATED_AT_ASC = 'CREATED_AT_ASC',
  CREATED_AT_DESC = 'CREATED_AT_DESC',
}
registerEnumType(GroupSort, { name: 'GroupSort' });

@ArgsType()
export class GroupsArgs extends PageArgs {
  @Field(() => GroupSort, { defaultValue: GroupSort.NAME_ASC }) @IsEnum(GroupSort) sort!: GroupSort;
  @Field(() => GroupFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => GroupFilter) filter?: GroupFilter;
}
