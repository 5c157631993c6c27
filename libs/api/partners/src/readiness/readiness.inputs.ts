import type { ReadinessKind } from '@mintforge/domain/partners';
import { DayField, IdField, OneOf, TextField } from '@mintforge/platform';
import { InputType, PartialType } from '@nestjs/graphql';
import { ReadinessKinds } from './readiness.entities';

@InputType({ isAbstract: true })
class ReadinessFields {
  @OneOf(ReadinessKinds) kind!: ReadinessKind;
  @DayField({ description: 'the day somebody of the office saw it' }) seenOn!: string;
  @DayField({ optional: true, description: 'the last day it holds; empty = without end' }) validUntil?: string | null;
  @TextField(500, { absent: true }) note?: string;
}

@InputType()
export class ReadinessInput extends ReadinessFields {
  @IdField() organisationId!: string;
}

@InputType()
export class ReadinessPatch extends PartialType(ReadinessFields, InputType) {}
