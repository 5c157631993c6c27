import { DayField, IdsField, PageArgs, TextField, enumOf } from '@mintforge/platform';
import { ArgsType, Field, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateIf, ValidateNested } from 'class-validator';

export const schoolHolidaySorts = ['FIRST_DAY_ASC', 'FIRST_DAY_DESC'] as const;
export type SchoolHolidaySort = (typeof schoolHolidaySorts)[number];
const SchoolHolidaySorts = enumOf('SchoolHolidaySort', schoolHolidaySorts);

@InputType()
export class SchoolHolidayInput {
  @TextField(100) name!: string;
  @DayField() firstDay!: string;
  @DayField({ description: 'included' }) lastDay!: string;
  @TextField(200, { absent: true, description: 'where the days come from' }) source?: string;
  @Field(() => Boolean, { nullable: true, description: 'somebody looked at them' }) @ValidateIf((_, value) => value !== undefined) @IsBoolean() checked?: boolean;
}

/** Absent keeps. */
@InputType()
export class SchoolHolidayPatch extends PartialType(SchoolHolidayInput, { skipNullProperties: false }) {}

@InputType()
export class SchoolHolidayFilter {
  @IdsField() ids?: string[];
  @DayField({ optional: true, description: 'last day on or after' }) from?: string | null;
  @DayField({ optional: true, description: 'first day on or before' }) to?: string | null;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() checked?: boolean | null;
}

@ArgsType()
export class SchoolHolidaysArgs extends PageArgs {
  @Field(() => SchoolHolidaySorts, { defaultValue: 'FIRST_DAY_ASC' }) @IsIn(schoolHolidaySorts) sort!: SchoolHolidaySort;
  @Field(() => SchoolHolidayFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => SchoolHolidayFilter) filter?: SchoolHolidayFilter;
}

/** A stretch of days in Berlin, both included. */
@ArgsType()
export class DaysArgs {
  @DayField() from!: string;
  @DayField() to!: string;
}
