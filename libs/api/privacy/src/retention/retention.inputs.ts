import { retentionClasses, type HoldReason, type RequestSubject, type RetentionClass, type RetentionStart, type RetentionUnit } from '@mintforge/domain/privacy';
import { DayField, IdField, IntField, OneOf, TextField } from '@mintforge/platform';
import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { HoldReasons, RetentionStarts, RetentionUnits, SubjectKinds } from './retention.enums';

/** A changed rule of a class; how it ends and what the law allows stay as adopted. */
@InputType()
export class RetentionRuleInput {
  @Field(() => String) @IsIn(retentionClasses) retentionClass!: RetentionClass;
  @OneOf(RetentionStarts) termFrom!: RetentionStart;
  @IntField(0, 600) termCount!: number;
  @OneOf(RetentionUnits) termUnit!: RetentionUnit;
  @TextField(500) source!: string;
  @TextField(200, { optional: true }) dpoReference?: string | null;
}

@ArgsType()
export class ReportArgs {
  @DayField({ absent: true, description: 'a day until which to count, too' }) until?: string;
}

@ArgsType()
export class RetentionClassArgs {
  @Field(() => String) @IsIn(retentionClasses) retentionClass!: RetentionClass;
}

@ArgsType()
export class ReleaseRuleArgs extends RetentionClassArgs {
  @DayField({ description: 'from today on' }) validFrom!: string;
}

@ArgsType()
export class SignRuleArgs extends RetentionClassArgs {
  @IntField(0, 2_000_000_000, { description: 'how many rows the report named when it was signed' }) due!: number;
}

/** On a person, on a class of data, or on a class of one person. */
@InputType()
export class HoldInput {
  @OneOf(HoldReasons) reason!: HoldReason;
  @TextField(100, { description: 'file number of the case, never a name' }) reference!: string;
  @OneOf(SubjectKinds, { optional: true }) subjectKind?: RequestSubject | null;
  @IdField({ optional: true }) subjectId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(retentionClasses) retentionClass?: RetentionClass | null;
  @DayField() reviewOn!: string;
  @DayField() expiresOn!: string;
}

@ArgsType()
export class ProlongHoldArgs {
  @IdField() id!: string;
  @Field(() => Int) version!: number;
  @DayField() reviewOn!: string;
  @DayField() expiresOn!: string;
}
