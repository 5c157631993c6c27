import type { AlertKind } from '@mintforge/domain/oversight';
import { Instant, IntField, ListOf, OneOf, PageArgs, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { AlertKinds, AlertOutcomes, AlertSort } from './oversight.enums';

/** A warning (Sicherheitshinweis) of one kind about one person. */
@ObjectType()
export class SecurityAlert {
  @Field(() => ID) id!: string;
  @Field(() => AlertKinds) kind!: AlertKind;
  @Field(() => ID, { nullable: true }) actorId!: string | null;
  @Field(() => String, { nullable: true }) actorName!: string | null;
  @Field(() => Int) counted!: number;
  @Field(() => Instant) firstAt!: Date;
  @Field(() => Instant) lastAt!: Date;
  @Field(() => String, { nullable: true }) seenByName!: string | null;
  @Field(() => Instant, { nullable: true }) seenAt!: Date | null;
  @Field(() => AlertOutcomes, { nullable: true }) outcome!: keyof typeof AlertOutcomes | null;
  @Field(() => Instant) createdAt!: Date;
}

export const SecurityAlertList = ListOf(SecurityAlert, 'SecurityAlertList');

/** When a region is warned (Hinweisregel). */
@ObjectType()
export class AlertRuleRow {
  @Field(() => ID) id!: string;
  @Field(() => AlertKinds) kind!: AlertKind;
  @Field(() => Int) threshold!: number;
  @Field(() => Int) windowMinutes!: number;
  @Field() source!: string;
  @Field(() => Int) version!: number;
}

@InputType()
export class AlertRulePatch {
  @IntField(1, 100_000) threshold!: number;
  @IntField(5, 1440) windowMinutes!: number;
  @TextField(500, { description: 'where these numbers come from' }) source!: string;
}

@InputType()
class SecurityAlertFilter {
  @OneOf(AlertKinds, { optional: true }) kind?: AlertKind;
  @Field(() => Boolean, { nullable: true, description: 'true = nobody has looked at it yet' }) @IsOptional() @IsBoolean() open?: boolean;
}

@ArgsType()
export class SecurityAlertsArgs extends PageArgs {
  @OneOf(AlertSort, { absent: true }) sort: keyof typeof AlertSort = 'CREATED_AT_DESC';
  @Field(() => SecurityAlertFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => SecurityAlertFilter) filter?: SecurityAlertFilter;
}
