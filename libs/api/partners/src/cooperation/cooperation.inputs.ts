import type { ActivityFormat, NeedState, OfferState, PartnershipEndReason, PartnershipState, Topic } from '@mintforge/domain/partners';
import { DayField, enumOf, IdField, IdsField, IntField, ManyOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, Int, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsEnum, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ActivityFormats, NeedStates, OfferStates, PartnershipEndReasons, PartnershipStates, Topics } from '../partners.enums';

export const CooperationSort = enumOf('CooperationSort', ['TITLE', 'CREATED_AT', 'UPDATED_AT', 'PERIOD_FROM'].flatMap((key) => [`${key}_ASC`, `${key}_DESC`]));
export const PartnershipSort = enumOf('PartnershipSort', ['CREATED_AT', 'SINCE', 'UNTIL'].flatMap((key) => [`${key}_ASC`, `${key}_DESC`]));

@InputType({ isAbstract: true })
class CooperationFields {
  @TextField(200) title!: string;
  @OneOf(ActivityFormats) format!: ActivityFormat;
  @ManyOf(Topics, { optional: true }) topics?: Topic[];
  @Field(() => [Int], { nullable: true, description: 'Grades 1 to 13' }) @IsOptional() @ArrayMaxSize(13) @ArrayUnique() @IsInt({ each: true }) @Min(1, { each: true }) @Max(13, { each: true }) grades?: number[];
  @DayField({ optional: true }) periodFrom?: string | null;
  @DayField({ optional: true }) periodTo?: string | null;
  @TextField(4000, { optional: true }) requirements?: string;
  @Field(() => [String], { nullable: true }) @IsOptional() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(60, { each: true }) accessibility?: string[];
}

@InputType({ isAbstract: true })
class NeedFields extends CooperationFields {
  @IntField(1, 2000, { optional: true, description: 'Pupils' }) size?: number | null;
  @OneOf(NeedStates, { optional: true }) state?: NeedState;
}

@InputType()
export class NeedInput extends NeedFields {
  @IdField() organisationId!: string;
}

@InputType()
export class NeedPatch extends PartialType(NeedFields, InputType) {}

@InputType({ isAbstract: true })
class OfferFields extends CooperationFields {
  @TextField(10_000, { optional: true }) description?: string;
  @IntField(1, 2000, { optional: true, description: 'Pupils per occurrence' }) capacity?: number | null;
  @IntField(5, 25, { optional: true }) minimumAge?: number | null;
  @IdField({ optional: true }) equipmentId?: string | null;
  @OneOf(OfferStates, { optional: true }) state?: OfferState;
}

@InputType()
export class OfferInput extends OfferFields {
  @IdField() organisationId!: string;
}

@InputType()
export class OfferPatch extends PartialType(OfferFields, InputType) {}

@InputType({ isAbstract: true })
class PartnershipFields {
  @OneOf(PartnershipStates, { optional: true, description: 'PROPOSED or ACTIVE; ending has its own verb' }) state?: PartnershipState;
  @DayField({ optional: true }) since?: string | null;
  @DayField({ optional: true }) until?: string | null;
}

@InputType()
export class PartnershipInput extends PartnershipFields {
  @IdField() schoolId!: string;
  @IdField() partnerId!: string;
}

@InputType()
export class PartnershipPatch extends PartialType(PartnershipFields, InputType) {}

@InputType()
export class EndPartnershipInput {
  @DayField() until!: string;
  @OneOf(PartnershipEndReasons) reason!: PartnershipEndReason;
}

@InputType({ isAbstract: true })
class CooperationFilter {
  @IdsField() ids?: string[];
  @TextField(120, { optional: true, description: 'Title or name of the organisation' }) q?: string;
  @IdField({ optional: true }) organisationId?: string;
  @OneOf(ActivityFormats, { optional: true }) format?: ActivityFormat;
  @OneOf(Topics, { optional: true }) topic?: Topic;
  @IntField(1, 13, { optional: true }) grade?: number;
}

@InputType()
export class NeedFilter extends CooperationFilter {
  @OneOf(NeedStates, { optional: true }) state?: NeedState;
}

@InputType()
export class OfferFilter extends CooperationFilter {
  @OneOf(OfferStates, { optional: true }) state?: OfferState;
}

@InputType()
export class PartnershipFilter {
  @IdsField() ids?: string[];
  @IdField({ optional: true, description: 'As school or as partner' }) organisationId?: string;
  @OneOf(PartnershipStates, { optional: true }) state?: PartnershipState;
}

@ArgsType()
export class NeedsArgs extends PageArgs {
  @Field(() => CooperationSort, { defaultValue: 'CREATED_AT_DESC' }) @IsEnum(CooperationSort) sort!: string;
  @Field(() => NeedFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => NeedFilter) filter?: NeedFilter;
}

@ArgsType()
export class OffersArgs extends PageArgs {
  @Field(() => CooperationSort, { defaultValue: 'CREATED_AT_DESC' }) @IsEnum(CooperationSort) sort!: string;
  @Field(() => OfferFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => OfferFilter) filter?: OfferFilter;
}

@ArgsType()
export class PartnershipsArgs extends PageArgs {
  @Field(() => PartnershipSort, { defaultValue: 'CREATED_AT_DESC' }) @IsEnum(PartnershipSort) sort!: string;
  @Field(() => PartnershipFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => PartnershipFilter) filter?: PartnershipFilter;
}
