import { enumOf, IdField, IdsField, IntField, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsOptional, Matches, ValidateNested } from 'class-validator';
import { AddressInput } from '../organisations/organisations.inputs';

export const PlaceSort = enumOf('PlaceSort', ['NAME_ASC', 'NAME_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC']);

@InputType({ isAbstract: true })
class SiteFields extends AddressInput {
  @TextField(200, { optional: true, description: 'Only if the organisation has several sites' }) name?: string;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{8}$/) municipalityKey?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Makes it the main site' }) @IsOptional() @IsBoolean() isMain?: boolean;
}

@InputType()
export class SiteInput extends SiteFields {
  @IdField() organisationId!: string;
}

@InputType()
export class SitePatch extends PartialType(SiteFields, InputType) {}

@InputType({ isAbstract: true })
class EquipmentFields {
  @TextField(200) name!: string;
  @TextField(4000, { optional: true }) description?: string;
  @IntField(1, 1000, { description: 'Pupils at once' }) capacity!: number;
  @IntField(5, 25, { optional: true }) minimumAge?: number | null;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() needsBriefing?: boolean;
  @IntField(1, 100, { optional: true }) pupilsPerSupervisor?: number | null;
  @IdField({ optional: true }) siteId?: string | null;
}

@InputType()
export class EquipmentInput extends EquipmentFields {
  @IdField() organisationId!: string;
}

@InputType()
export class EquipmentPatch extends PartialType(EquipmentFields, InputType) {}

@InputType()
export class PlaceFilter {
  @IdsField() ids?: string[];
  @IdField({ optional: true }) organisationId?: string;
  @TextField(120, { optional: true }) q?: string;
}

@ArgsType()
export class PlacesArgs extends PageArgs {
  @Field(() => PlaceSort, { defaultValue: 'NAME_ASC' }) @IsEnum(PlaceSort) sort!: string;
  @Field(() => PlaceFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => PlaceFilter) filter?: PlaceFilter;
}
