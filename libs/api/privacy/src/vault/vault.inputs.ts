import type { InterruptionReason } from '@mintforge/domain/privacy';
import { DayField, IdField, IntField, OneOf, TextField } from '@mintforge/platform';
import { ArgsType, InputType } from '@nestjs/graphql';
import { MinLength } from 'class-validator';
import { InterruptionReasons } from '../retention/retention.enums';

@InputType()
export class EvidenceGrantInput {
  @TextField(60) reference!: string;
  @TextField(200) title!: string;
  @DayField({ optional: true, description: 'from the data of the grant' }) lastPaidOn?: string | null;
}

@ArgsType()
export class ChangeGrantArgs {
  @IdField() id!: string;
  @IntField(1, 2_000_000_000) version!: number;
  @DayField({ optional: true, description: 'from the data of the grant; null = not paid out yet' }) lastPaidOn?: string | null;
}

@InputType()
export class InterruptionInput {
  @IdField() grantId!: string;
  @OneOf(InterruptionReasons) reason!: InterruptionReason;
  @TextField(100, { description: 'file number' }) reference!: string;
  @DayField() beganOn!: string;
}

@ArgsType()
export class EndInterruptionArgs {
  @IdField() id!: string;
  @DayField() endedOn!: string;
}

@ArgsType()
export class AskEvidenceArgs {
  @IdField() itemId!: string;
  @TextField(300, { description: 'why it must be read, at least ten characters' }) @MinLength(10) reason!: string;
}
