import { laender } from '@mintforge/domain/activities';
import { enumOf, IdsField, Instant, ListOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, OmitType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsLatitude, IsLongitude, IsOptional, Matches, ValidateNested } from 'class-validator';

const RegionSort = enumOf('RegionSort', ['NAME_ASC', 'NAME_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC']);

/** A regional network with its coordination office (MINT-Region); the tenant. */
@ObjectType()
export class Region {
  @Field(() => ID) id!: string;
  @Field() key!: string;
  @Field() name!: string;
  @Field({ description: 'ISO 3166-2 code of the Land' }) land!: string;
  @Field(() => Float, { nullable: true }) centreLat!: number | null;
  @Field(() => Float, { nullable: true }) centreLon!: number | null;
  @Field({ description: 'holds invented people only: roles may be tried out here' }) synthetic!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => Instant) createdAt!: Date;
  @Field(() => Instant) updatedAt!: Date;
}

export const RegionList = ListOf(Region, 'RegionList');

@InputType()
export class RegionInput {
  @TextField(41, { description: 'short name in addresses: small letters, digits, hyphens; never changes' }) @Matches(/^[a-z][a-z0-9-]{1,40}$/) key!: string;
  @TextField(200) name!: string;
  @Field(() => String) @IsIn(laender) land!: string;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsLatitude() centreLat?: number | null;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsLongitude() centreLon?: number | null;
}

@InputType()
export class RegionPatch extends PartialType(OmitType(RegionInput, ['key'])) {}

@InputType()
export class RegionFilter {
  @IdsField() ids?: string[];
  @TextField(100, { optional: true }) q?: string;
}

@ArgsType()
export class RegionsArgs extends PageArgs {
  @Field(() => RegionSort, { defaultValue: RegionSort.NAME_ASC }) @IsIn(Object.values(RegionSort)) sort!: keyof typeof RegionSort;
  @Field(() => RegionFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => RegionFilter) filter?: RegionFilter;
}
