import type { ContactRole } from '@mintforge/domain/partners';
import { DayField, enumOf, IdField, IdsField, ManyOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEmail, IsEnum, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ContactRoles } from '../partners.enums';

export const ContactSort = enumOf('ContactSort', ['NAME_ASC', 'NAME_DESC', 'CREATED_AT_ASC', 'CREATED_AT_DESC']);

/** A person's details as a form gives them. */
@InputType()
export class ContactDetails {
  @TextField(200) name!: string;
  @TextField(120, { optional: true }) function?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsEmail() @MaxLength(254) email?: string | null;
  @TextField(60, { optional: true }) phone?: string | null;
  @ManyOf(ContactRoles, { optional: true }) roles?: ContactRole[];
}

@InputType()
export class ContactInput extends ContactDetails {
  @IdField() organisationId!: string;
}

@InputType()
export class ContactPatch extends PartialType(ContactDetails) {
  @DayField({ optional: true }) leftOn?: string | null;
}

/** Who takes over: somebody known already, or a new person. */
@InputType()
export class HandOverInput {
  @DayField() leftOn!: string;
  @IdField({ optional: true }) successorId?: string | null;
  @Field(() => ContactDetails, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ContactDetails) successor?: ContactDetails | null;
}

@InputType()
export class ContactFilter {
  @IdsField() ids?: string[];
  @IdField({ optional: true }) organisationId?: string;
  @TextField(120, { optional: true, description: 'Name or e-mail address' }) q?: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean() left?: boolean;
}

@ArgsType()
export class ContactsArgs extends PageArgs {
  @Field(() => ContactSort, { defaultValue: 'NAME_ASC' }) @IsEnum(ContactSort) sort!: string;
  @Field(() => ContactFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ContactFilter) filter?: ContactFilter;
}
