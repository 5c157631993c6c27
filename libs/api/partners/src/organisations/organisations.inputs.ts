import { webAddress, type ContactStage, type OrganisationRole, type OwnEventKind, type SchoolKind } from '@mintforge/domain/partners';
import { DayField, enumOf, IdField, IdsField, ManyOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, Float, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsEmail, IsEnum, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { ContactStages, OrganisationRoles, OwnEventKinds, SchoolKinds } from '../partners.enums';

const sorts = ['NAME', 'STAGE', 'CREATED_AT', 'UPDATED_AT'].flatMap((key) => [`${key}_ASC`, `${key}_DESC`]);
export const OrganisationSort = enumOf('OrganisationSort', sorts);

/** The postal address and point of a site. */
@InputType()
export class AddressInput {
  @TextField(200, { optional: true }) street?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @Matches(/^\d{5}$/) postcode?: string | null;
  @TextField(120, { optional: true }) town?: string | null;
  @TextField(120, { optional: true }) district?: string | null;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() @Min(-90) @Max(90) lat?: number | null;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() @Min(-180) @Max(180) lon?: number | null;
}

@InputType({ isAbstract: true })
class OrganisationFields {
  @TextField(300) name!: string;
  @ManyOf(OrganisationRoles) @ArrayMinSize(1) roles!: OrganisationRole[];
  @ManyOf(SchoolKinds, { optional: true }) schoolKinds?: SchoolKind[];
  @TextField(40, { optional: true, description: 'Id in the school register, e.g. MV-75130301' }) officialKey?: string | null;
  @TextField(40, { optional: true }) officialNumber?: string | null;
  @TextField(20, { optional: true }) land?: string | null;
  @OneOf(ContactStages, { optional: true }) stage?: ContactStage;
  @Field(() => String, { nullable: true }) @IsOptional() @ValidateIf((_, value) => value !== '') @IsEmail() @MaxLength(254) email?: string | null;
  @TextField(60, { optional: true }) phone?: string | null;
  @TextField(60, { optional: true }) fax?: string | null;
  @TextField(300, { optional: true }) @ValidateIf((_, value) => value !== '') @Matches(webAddress) website?: string | null;
  @Field(() => [String], { nullable: true }) @IsOptional() @ArrayMaxSize(30) @IsString({ each: true }) @MaxLength(60, { each: true }) tags?: string[];
  @TextField(10_000, { optional: true }) notes?: string;
}

@InputType()
export class OrganisationInput extends OrganisationFields {
  @Field(() => AddressInput, { nullable: true, description: 'Its first site' }) @IsOptional() @ValidateNested() @Type(() => AddressInput) address?: AddressInput;
}

/** Absent keeps, null clears. */
@InputType()
export class OrganisationPatch extends PartialType(OrganisationFields, InputType) {}

@InputType()
export class OrganisationFilter {
  @IdsField() ids?: string[];
  @TextField(120, { optional: true, description: 'Name (also misspelt), other names, official number' }) q?: string;
  @ManyOf(OrganisationRoles, { optional: true, description: 'Any of these' }) roles?: OrganisationRole[];
  @OneOf(ContactStages, { optional: true }) stage?: ContactStage;
  @OneOf(SchoolKinds, { optional: true }) schoolKind?: SchoolKind;
  @TextField(120, { optional: true }) town?: string;
  @TextField(5, { optional: true, description: 'Postcode or its first digits' }) postcode?: string;
  @TextField(60, { optional: true }) tag?: string;
  @Field(() => Boolean, { nullable: true, description: 'A site whose coordinates are doubted' }) @IsOptional() @IsBoolean() hasFlaggedCoordinates?: boolean;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() closed?: boolean;
}

@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => OrganisationSort, { defaultValue: 'NAME_ASC' }) @IsEnum(OrganisationSort) sort!: string;
  @Field(() => OrganisationFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => OrganisationFilter) filter?: OrganisationFilter;
}

/** An entry a person writes into the history of contact. */
@InputType()
export class ContactEventInput {
  @IdField() organisationId!: string;
  @IdField({ optional: true }) contactId?: string | null;
  @OneOf(OwnEventKinds) kind!: OwnEventKind;
  @TextField(2000) summary!: string;
  @Field(() => Date, { nullable: true, description: 'When it was; now if absent' }) @IsOptional() @Type(() => Date) at?: Date | null;
}

@InputType()
export class ClosingInput {
  @DayField() closedOn!: string;
  @IdField({ optional: true, description: 'The organisation that goes on in its place' }) successorId?: string | null;
}

