import { approachChannels, chaseSteps, type ApproachChannel, type ChaseStep, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { enumOf, IdField, Instant, IntField, ListOf, ManyOf, OneOf, PageArgs, Personal, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsIn, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { PurposeCodes, Signers } from '../consent.enums';
import { mailReaches, type MailReach } from './open-askings';

export const ChaseSteps = enumOf('ChaseStep', chaseSteps);
export const ApproachChannels = enumOf('ApproachChannel', approachChannels);
export const MailReaches = enumOf('MailReach', mailReaches);

const identity = Personal('TAKING_PART', { dataClass: 'C3', readBy: 'people.identify' });

/** A missing answer, with what was done about it and what to do next. */
@ObjectType()
export class ConsentChase {
  @Field(() => ID, { description: 'pupil and signer' }) id!: string;
  @Field(() => ID) pupilId!: string;
  @Field() pseudonym!: string;
  @identity @Field(() => String, { nullable: true }) firstName!: string | null;
  @identity @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => ID, { nullable: true }) groupId!: string | null;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field(() => String, { nullable: true, description: 'the school of the group' }) organisationName!: string | null;
  @Field(() => Signers, { description: 'who is asked' }) signer!: Signer;
  @Field(() => [PurposeCodes]) purposes!: PurposeCode[];
  @Field(() => String) askedOn!: string;
  @Field(() => Int) reminders!: number;
  @Field(() => ApproachChannels, { nullable: true }) lastChannel!: ApproachChannel | null;
  @Field(() => Instant, { nullable: true }) lastAt!: Date | null;
  @Field(() => MailReaches, { description: 'what became of the latest mail, or why none can be written' }) mail!: MailReach;
  @Field(() => ChaseSteps) step!: ChaseStep;
  @Field(() => String) dueOn!: string;
  @Field({ description: 'all reminders were in vain, or there is neither address nor number' }) unreachable!: boolean;
}

export const ConsentChaseList = ListOf(ConsentChase, 'ConsentChaseList');

@InputType()
export class ConsentChaseFilter {
  @IdField({ optional: true }) groupId?: string | null;
  @IdField({ optional: true }) organisationId?: string | null;
  @IdField({ optional: true }) pupilId?: string | null;
  @OneOf(PurposeCodes, { optional: true }) purpose?: PurposeCode | null;
  @OneOf(ChaseSteps, { optional: true }) step?: ChaseStep | null;
  @Field(() => Boolean, { nullable: true, description: 'true = only what is due' }) @IsOptional() @IsBoolean() due?: boolean | null;
}

@ArgsType()
export class ConsentChaseArgs extends PageArgs {
  @Field(() => ConsentChaseFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => ConsentChaseFilter) filter?: ConsentChaseFilter;
}

/** Whose answer is missing. */
@InputType()
export class SignerOfPupil {
  @IdField() pupilId!: string;
  @OneOf(Signers) signer!: Signer;
}

/** Whom to ask by mail for what: a whole group, or pupils. */
@ArgsType()
export class AskByMailArgs {
  @IdField({ optional: true }) groupId?: string | null;
  @Field(() => [ID], { nullable: true }) @IsOptional() @IsUUID('all', { each: true }) @ArrayMaxSize(500) @ArrayUnique() pupilIds?: string[] | null;
  @ManyOf(PurposeCodes) purposes!: PurposeCode[];
  @Field() @IsString() idempotencyKey!: string;
}

@ArgsType()
export class RemindArgs {
  @Field(() => [SignerOfPupil]) @ValidateNested({ each: true }) @Type(() => SignerOfPupil) @ArrayMinSize(1) @ArrayMaxSize(500) entries!: SignerOfPupil[];
  @Field() @IsString() idempotencyKey!: string;
}

@ArgsType()
export class NoteApproachArgs extends RemindArgs {
  @Field(() => String, { description: 'SLIP, CALL or TEACHER' }) @IsIn(['SLIP', 'CALL', 'TEACHER']) channel!: 'SLIP' | 'CALL' | 'TEACHER';
}

/** Who of those asked was written to, and who was not and why. */
@ObjectType()
export class AskedByMail {
  @Field(() => ID) pupilId!: string;
  @Field(() => Signers) signer!: Signer;
  @Field({ description: 'a mail left now' }) written!: boolean;
  @Field(() => MailReaches, { description: 'of earlier mails, or why none can be written' }) mail!: MailReach;
}

/** When the region reminds. */
@ObjectType()
export class ChaseSettings {
  @Field(() => Int) firstAfterDays!: number;
  @Field(() => Int) thenEveryDays!: number;
  @Field(() => Int) mostReminders!: number;
  @Field({ description: 'reminders by mail leave by themselves when they are due' }) automatic!: boolean;
  @Field() source!: string;
  @Field(() => Int, { description: '0 = the standard, nobody decided yet' }) version!: number;
}

@InputType()
export class ChaseRulesInput {
  @IntField(1, 60) firstAfterDays!: number;
  @IntField(1, 60) thenEveryDays!: number;
  @IntField(0, 10) mostReminders!: number;
  @Field() @IsBoolean() automatic!: boolean;
  @TextField(500, { description: 'who decided it, or by what rule' }) source!: string;
}

@ArgsType()
export class ChaseRulesArgs {
  @IntField(0, 2 ** 31 - 1) version!: number;
  @Field(() => ChaseRulesInput) @ValidateNested() @Type(() => ChaseRulesInput) input!: ChaseRulesInput;
}
