import type { Custody, PurposeCode, VoidReason } from '@mintforge/domain/consent';
import { IdField, ManyOf, OneOf } from '@mintforge/platform';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, IsString, IsUUID } from 'class-validator';
import { Custodies, PurposeCodes, VoidReasons } from '../consent.enums';

/** Whom to ask for what: a whole group, or pupils. */
@ArgsType()
export class RequestConsentsArgs {
  @IdField({ optional: true }) groupId?: string | null;
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) @ArrayMaxSize(500) @ArrayUnique() pupilIds?: string[] | null;
  @ManyOf(PurposeCodes) purposes!: PurposeCode[];
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
