import type { PurposeCode, SignerBand } from '@mintforge/domain/consent';
import { graceLimits, majority } from '@mintforge/domain/consent';
import { DayField, enumOf, IntField, OneOf, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsString, Matches, ValidateNested } from 'class-validator';
import { PurposeCodes } from '../consent.enums';

export const GuardianCounts = enumOf('GuardianCount', ['NONE', 'ONE', 'ALL'] as const);

/** Who signs from an age on. */
@ObjectType()
export class SignerRuleBand implements SignerBand {
  @Field(() => Int) fromAge!: number;
  @Field(() => GuardianCounts) guardians!: SignerBand['guardians'];
  @Field() pupil!: boolean;
  @Field({ description: 'consents of guardians are to be renewed by the pupil from this birthday on' }) takesOver!: boolean;
}

/** A version of a signer rule (Unterschriftsregel), in force from a day on, or waiting for a second person. */
@ObjectType()
export class SignerRuleVersion {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() validFrom!: string;
  @Field(() => [SignerRuleBand], { description: 'ascending by age from 0' }) bands!: SignerRuleBand[];
  @Field(() => Int) graceDays!: number;
  @Field({ description: 'a yes takes a signature: a call is not enough' }) inWriting!: boolean;
  @Field(() => Int, { description: 'how many of a hundred papers a second person looks at' }) checkPercent!: number;
  @Field({ description: 'consents given before that do not satisfy it are asked anew' }) material!: boolean;
  @Field() source!: string;
  @Field({ description: 'false = waits for a second person' }) released!: boolean;
  @Field(() => ID, { nullable: true }) proposedBy!: string | null;
  @Field(() => [PurposeCodes], { description: 'that are signed by this rule' }) purposes!: PurposeCode[];
}

/** How many open requests a version would change in what way. */
@ObjectType()
export class SignerRuleChange {
  @Field(() => Int) guardiansBefore!: number;
  @Field() pupilBefore!: boolean;
  @Field(() => Int) guardiansAfter!: number;
  @Field() pupilAfter!: boolean;
  @Field(() => Int) pupils!: number;
}

/** What a proposed version changes for whom: those who are asked and whose yes is missing. What is given stays, unless the version is material. */
@ObjectType()
export class SignerRuleEffect {
  @Field(() => Int, { description: 'pupils with open requests under this rule' }) asked!: number;
  @Field(() => Int, { description: 'consents that are given and would be asked anew' }) asksAnew!: number;
  @Field(() => [SignerRuleChange]) changes!: SignerRuleChange[];
}

@InputType()
export class SignerBandInput implements SignerBand {
  @IntField(0, majority) fromAge!: number;
  @OneOf(GuardianCounts) guardians!: SignerBand['guardians'];
  @Field() @IsBoolean() pupil!: boolean;
  @Field() @IsBoolean() takesOver!: boolean;
}

/** A version of a rule to propose. */
@ArgsType()
export class ProposeSignerRuleArgs {
  @Field() @Matches(/^[A-Z][A-Z0-9_]{0,19}$/) code!: string;
  @DayField({ description: 'from today on' }) validFrom!: string;
  @Field(() => [SignerBandInput]) @ValidateNested({ each: true }) @Type(() => SignerBandInput) @ArrayMinSize(1) @ArrayMaxSize(majority + 1) bands!: SignerBandInput[];
  @IntField(graceLimits.min, graceLimits.max) graceDays!: number;
  @Field() @IsBoolean() inWriting!: boolean;
  @IntField(0, 100) checkPercent!: number;
  @Field({ description: 'consents given before that do not satisfy it are asked anew' }) @IsBoolean() material!: boolean;
  @TextField(500) source!: string;
  @Field() @IsString() idempotencyKey!: string;
}
