import type { ErasureGround, ExtensionReason, IdentityCheck, RequestChannel, Requester, RequestKind, RequestRefusal, RequestState, RequestSubject } from '@mintforge/domain/privacy';
import { DayField, IdField, IntField, ManyOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { ErasureGrounds, ExtensionReasons, IdentityChecks, PurposeCodes, RefusalReasons, RequestChannels, Requesters, RequestKinds, RequestSorts, RequestStates, RequestSubjects } from './requests.enums';


/** A request to enter into the register. */
@InputType()
export class RequestInput {
  @OneOf(RequestKinds) kind!: RequestKind;
  @OneOf(RequestSubjects) subjectKind!: RequestSubject;
  @IdField({ optional: true, description: 'as far as it is known' }) subjectId?: string | null;
  @OneOf(Requesters) requester!: Requester;
  @OneOf(RequestChannels) channel!: RequestChannel;
  @DayField({ description: 'the day on which it reached us' }) receivedOn!: string;
  @ManyOf(PurposeCodes, { optional: true, description: 'of an objection' }) purposes?: string[] | null;
  @TextField(2000, { optional: true, description: 'what is asked in particular; kept sealed, needs the subject' }) note?: string | null;
}

@InputType()
export class RequestFilter {
  @OneOf(RequestKinds, { optional: true }) kind?: RequestKind | null;
  @OneOf(RequestStates, { optional: true }) state?: RequestState | null;
  @IdField({ optional: true }) subjectId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'true = not ended yet' }) @IsOptional() @IsBoolean() open?: boolean | null;
}

@ArgsType()
export class RequestsArgs extends PageArgs {
  @Field(() => RequestSorts, { defaultValue: 'DUE_ON_ASC' }) @IsIn(Object.values(RequestSorts)) sort!: keyof typeof RequestSorts;
  @Field(() => RequestFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => RequestFilter) filter?: RequestFilter | null;
}

@ArgsType()
export class RegisterRequestArgs {
  @Field(() => RequestInput) @ValidateNested() @Type(() => RequestInput) input!: RequestInput;
  @Field() @IsString() idempotencyKey!: string;
}

/** A request and the version that was seen. */
@ArgsType()
export class RequestArgs {
  @IdField() id!: string;
  @IntField(1, 1_000_000) version!: number;
}

@ArgsType()
export class IdentifyArgs extends RequestArgs {
  @OneOf(IdentityChecks) check!: IdentityCheck;
  @IdField({ optional: true, description: 'needed where the request names nobody yet' }) subjectId?: string | null;
}

@ArgsType()
export class ExtendArgs extends RequestArgs {
  @OneOf(ExtensionReasons) reason!: ExtensionReason;
}

@ArgsType()
export class RefuseArgs extends RequestArgs {
  @OneOf(RefusalReasons) reason!: RequestRefusal;
}

@ArgsType()
export class LiftArgs extends RequestArgs {
  @DayField({ description: 'on which the person was told' }) toldOn!: string;
}

@ArgsType()
export class ProposeErasureArgs extends RequestArgs {
  @OneOf(ErasureGrounds) ground!: ErasureGround;
}
