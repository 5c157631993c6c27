import type { PurposeCode, Signer } from '@mintforge/domain/consent';
import { IdField, Instant, ManyOf } from '@mintforge/platform';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { PurposeCodes, Signers } from '../consent.enums';

/** Whom to send a link for what: a whole group, or pupils. */
@ArgsType()
export class CreateLinksArgs {
  @IdField({ optional: true }) groupId?: string | null;
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) @ArrayMaxSize(100) @ArrayUnique() pupilIds?: string[] | null;
  @ManyOf(PurposeCodes) purposes!: PurposeCode[];
  @Field({ description: 'the second factor is a code on the letter instead of the birth date' }) @IsBoolean() withCode!: boolean;
}

/** A link as it is handed out, once. */
@ObjectType()
export class ConsentLink {
  @Field(() => ID) pupilId!: string;
  @Field(() => Signers) signer!: Signer;
  @Field() url!: string;
  @Field(() => String, { nullable: true, description: 'of the letter; null = the birth date opens the link' }) code!: string | null;
  @Field(() => Instant) expiresAt!: Date;
}
