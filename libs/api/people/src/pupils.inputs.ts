import type { AccessibilityProvision } from '@mintforge/domain/activities';
import type { Topic } from '@mintforge/domain/partners';
import { longestName } from '@mintforge/domain/people';
import { DayField, IdField, IdsField, IntField, ManyOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { AccessibilityProvisions, PupilSorts, Topics, type PupilSort } from './people.enums';

@InputType({ isAbstract: true })
class PupilFields {
  @TextField(longestName) firstName!: string;
  @TextField(longestName) lastName!: string;
  @DayField({ optional: true }) birthDate?: string | null;
  @IntField(1, 13, { optional: true }) grade?: number | null;
  @ManyOf(Topics, { absent: true }) interests?: Topic[];
  @ManyOf(AccessibilityProvisions, { absent: true, description: 'provisions a place must have; never why' }) provisions?: AccessibilityProvision[];
}

/** A new pupil, in a group or, without one, at a school. */
@InputType()
export class PupilInput extends PupilFields {
  @IdField({ optional: true }) groupId?: string | null;
  @IdField({ optional: true, description: 'the school; may be left out when a group is given' }) organisationId?: string | null;
}

/** Absent keeps, null clears. Moving to another group and leaving are acts of their own. */
@InputType()
export class PupilPatch extends PartialType(PupilFields, { decorator: InputType, skipNullProperties: false }) {}

@InputType()
export class PupilFilter {
  @IdsField() ids?: string[];
  @TextField(100, { optional: true, description: 'beginnings of words of the name (3 letters or more), or of the pseudonym' }) q?: string | null;
  @IdField({ optional: true }) groupId?: string | null;
  @IdField({ optional: true }) organisationId?: string | null;
  @IntField(1, 13, { optional: true }) grade?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'true = only those who left or were erased; else only those who are there, unless ids are given' }) @IsOptional() @IsBoolean() gone?: boolean | null;
}

@ArgsType()
export class PupilsArgs extends PageArgs {
  @Field(() => PupilSorts, { defaultValue: 'PSEUDONYM_ASC', description: 'by last name only within one group: names rest encrypted' }) @IsIn(Object.values(PupilSorts)) sort!: PupilSort;
  @Field(() => PupilFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => PupilFilter) filter?: PupilFilter;
}

@ArgsType()
export class PupilLeavingArgs {
  @IdField() id!: string;
  @IntField(1, 2 ** 31 - 1) version!: number;
  @DayField({ optional: true, description: 'null = the pupil is there after all' }) leftOn?: string | null;
}

@ArgsType()
export class PupilShieldArgs {
  @IdField() id!: string;
  @IntField(1, 2 ** 31 - 1) version!: number;
  @Field() @IsBoolean() shielded!: boolean;
  @DayField({ optional: true, description: 'its last day, if it is known' }) until?: string | null;
}
