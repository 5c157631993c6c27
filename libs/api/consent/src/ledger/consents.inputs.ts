import { answers, type Answer, type Custody, type PurposeCode, type Signer, type VoidReason } from '@mintforge/domain/consent';
import { DayField, IdField, ManyOf, OneOf, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { Answers, Custodies, PurposeCodes, Signers, VoidReasons } from '../consent.enums';

/** Whom to ask for what: a whole group, or pupils. */
@ArgsType()
export class RequestConsentsArgs {
  @IdField({ optional: true }) groupId?: string | null;
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) @ArrayMaxSize(500) @ArrayUnique() pupilIds?: string[] | null;
  @ManyOf(PurposeCodes) purposes!: PurposeCode[];
  @Field() @IsString() idempotencyKey!: string;
}

/** One answer of one signer to one purpose; what was left open on a form is no entry. */
@InputType()
export class ConsentEntry {
  @IdField() pupilId!: string;
  @OneOf(PurposeCodes) purpose!: PurposeCode;
  @OneOf(Signers) signer!: Signer;
  @Field(() => Answers) @IsIn(answers) answer!: Answer;
  @TextField(120, { optional: true, description: 'as declared on the form' }) signerName?: string | null;
  @DayField({ description: 'of the signature' }) decidedOn!: string;
}

/** What the office takes down from papers that it did not print; a call has an act of its own. */
@ArgsType()
export class RecordConsentsArgs {
  @Field(() => String, { description: 'PAPER' }) @IsIn(['PAPER']) channel!: 'PAPER';
  @Field(() => [ConsentEntry]) @ValidateNested({ each: true }) @Type(() => ConsentEntry) @ArrayMinSize(1) @ArrayMaxSize(1000) entries!: ConsentEntry[];
  @Field() @IsString() idempotencyKey!: string;
}

@ArgsType()
export class VoidConsentArgs {
  @IdField() pupilId!: string;
  @OneOf(PurposeCodes) purpose!: PurposeCode;
  @OneOf(VoidReasons) reason!: VoidReason;
  @Field() @IsString() idempotencyKey!: string;
}

@ArgsType()
export class CustodyArgs {
  @IdField() pupilId!: string;
  @OneOf(Custodies) custody!: Custody;
}

@ArgsType()
export class ImpactArgs {
  @OneOf(PurposeCodes) purpose!: PurposeCode;
  @Field(() => [ID]) @IsUUID('all', { each: true }) @ArrayMinSize(1) @ArrayMaxSize(500) pupilIds!: string[];
}
