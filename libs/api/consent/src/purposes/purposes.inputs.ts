import type { LegalBasis, TextChange, ValidityStart, Wording } from '@mintforge/domain/consent';
import { DayField, IdField, IntField, OneOf, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { LegalBases, TextChanges, ValidityStarts } from '../consent.enums';

/** What shall change about a purpose; absent keeps. It takes effect when a second person releases it. */
@InputType()
export class PurposePatch {
  @OneOf(LegalBases, { absent: true }) basis?: LegalBasis;
  @TextField(200, { absent: true }) article?: string;
  @TextField(20, { optional: true, description: 'null where nobody is asked' }) signerRule?: string | null;
  @OneOf(ValidityStarts, { absent: true }) validityFrom?: ValidityStart;
  @IntField(0, 60, { absent: true }) validityMonths?: number;
  @Field(() => [String], { nullable: true }) @IsOptional() @IsString({ each: true }) @MaxLength(60, { each: true }) @ArrayMaxSize(20) recipients?: string[];
  @TextField(500, { absent: true }) source?: string;
  @Field(() => Boolean, { nullable: true, description: 'with another signer rule: consents that do not satisfy it are asked anew' }) @IsOptional() @IsBoolean() material?: boolean;
}

@InputType()
export class ControllerInput {
  @TextField(200) name!: string;
  @TextField(300) address!: string;
  @TextField(200) contact!: string;
  @TextField(200) officer!: string;
  @TextField(200) authority!: string;
}

@InputType()
export class WordingInput implements Wording {
  @Field() @Matches(/^[a-z]{2,3}$/) language!: string;
  @Field() @IsBoolean() plain!: boolean;
  @TextField(200) title!: string;
  @TextField(20_000) body!: string;
}

@ArgsType()
export class ProposeTextArgs {
  @IdField() purposeId!: string;
  @OneOf(TextChanges) change!: TextChange;
  @TextField(200, { optional: true }) dpoReference?: string | null;
  @Field(() => [WordingInput], { description: 'German, normal and plain, at least' }) @ValidateNested({ each: true }) @Type(() => WordingInput) @ArrayMinSize(1) @ArrayMaxSize(30) wordings!: WordingInput[];
  @Field() @IsString() idempotencyKey!: string;
}

@ArgsType()
export class ReleaseTextArgs {
  @IdField() id!: string;
  @DayField({ description: 'from today on' }) validFrom!: string;
}
