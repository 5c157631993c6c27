import type { GroupKind } from '@mintforge/domain/people';
import { IdField, IdsField, IntField, OneOf, PageArgs, SchoolYearField, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, OmitType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import { GroupKinds, GroupSorts, type GroupSort } from './people.enums';

/** A new group; its name is unique within school and school year. */
@InputType()
export class GroupInput {
  @IdField() organisationId!: string;
  @TextField(60) name!: string;
  @OneOf(GroupKinds, { absent: true, description: 'else a class' }) kind?: GroupKind;
  @IntField(1, 13, { optional: true }) grade?: number | null;
  @SchoolYearField() schoolYear!: string;
  @IntField(0, 500) headCount!: number;
}

/** Absent keeps, null clears; the school stays. */
@InputType()
export class GroupPatch extends PartialType(OmitType(GroupInput, ['organisationId'] as const), { decorator: InputType, skipNullProperties: false }) {}

@InputType()
export class GroupFilter {
  @IdsField() ids?: string[];
  @TextField(100, { optional: true, description: 'words, each part of the name of the group or its school' }) q?: string | null;
  @IdField({ optional: true }) organisationId?: string | null;
  @SchoolYearField({ optional: true }) schoolYear?: string | null;
  @IntField(1, 13, { optional: true }) grade?: number | null;
  @OneOf(GroupKinds, { optional: true }) kind?: GroupKind | null;
}

@ArgsType()
export class GroupsArgs extends PageArgs {
  @Field(() => GroupSorts, { defaultValue: 'NAME_ASC' }) @IsIn(Object.values(GroupSorts)) sort!: GroupSort;
  @Field(() => GroupFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => GroupFilter) filter?: GroupFilter;
}
