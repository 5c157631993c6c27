import { isLanguageCode, longestName, type GuardianSlot } from '@mintforge/domain/people';
import { IdField, IntField, MailField, OneOf, PhoneField, TextField } from '@mintforge/platform';
import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field, InputType, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { GuardianSlots } from './people.enums';

const present = ValidateIf((_, value) => value !== undefined);
const LanguageField = () =>
  applyDecorators(Field(() => String, { nullable: true, description: 'ISO 639; German when left out' }), present, ValidateBy({ name: 'isLanguage', validator: { validate: (value) => typeof value === 'string' && isLanguageCode(value) } }));
const PlainField = () => applyDecorators(Field(() => Boolean, { nullable: true, description: 'plain language (Einfache Sprache)' }), present, IsBoolean());

@InputType()
export class GuardianFields {
  @TextField(2 * longestName, { description: 'the whole name' }) name!: string;
  @MailField({ optional: true }) email?: string | null;
  @PhoneField({ optional: true }) phone?: string | null;
  @LanguageField() language?: string;
  @PlainField() plain?: boolean;
}

/** Absent keeps, null clears. */
@InputType()
export class GuardianPatch extends PartialType(GuardianFields, { decorator: InputType, skipNullProperties: false }) {}

/** A place of a pupil. */
@ArgsType()
export class GuardianPlaceArgs {
  @IdField() pupilId!: string;
  @OneOf(GuardianSlots) slot!: GuardianSlot;
}

@ArgsType()
export class AddGuardianArgs extends GuardianPlaceArgs {
  @Field(() => GuardianFields) @ValidateNested() @Type(() => GuardianFields) input!: GuardianFields;
  @Field(() => Boolean, { nullable: true, description: 'a second person with an address that is known already, such as both parents of a family' }) @IsOptional() @IsBoolean() sharesAddress?: boolean | null;
  @Field() @IsString() idempotencyKey!: string;
}

@ArgsType()
export class TakeGuardianArgs extends GuardianPlaceArgs {
  @IdField() guardianId!: string;
}

@ArgsType()
export class UpdateGuardianArgs {
  @IdField() id!: string;
  @IntField(1, 2 ** 31 - 1) version!: number;
  @Field(() => GuardianPatch) @ValidateNested() @Type(() => GuardianPatch) patch!: GuardianPatch;
}

@ArgsType()
export class FindGuardiansArgs {
  @MailField() email!: string;
}

@ArgsType()
export class PupilContactArgs {
  @IdField() pupilId!: string;
  @MailField({ optional: true, description: 'null takes it back' }) email?: string | null;
  @LanguageField() language?: string;
  @PlainField() plain?: boolean;
}
