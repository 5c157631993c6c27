import { maxClasses, type DerivedClass, type TraitKind, type WorkingTimeCase, workingTimeCases } from '@mintforge/domain/matching';
import type { SchoolKind } from '@mintforge/domain/partners';
import { DayField, enumOf, IdField, IntField, OneOf, TextField } from '@mintforge/platform';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsUUID, ValidateNested } from 'class-validator';
import { DerivedClasses, SchoolKinds, TraitKinds } from './round-setup.entities';

export const WorkingTimeCases = enumOf('WorkingTimeCase', workingTimeCases);

@InputType()
export class RoundClassInput {
  @IdField({ optional: true, description: 'of the class it was, so that its participants stay in it' }) id?: string | null;
  @TextField(60) name!: string;
  @TextField(500, { description: 'why it is fair that they go first' }) reason!: string;
  @OneOf(DerivedClasses, { optional: true }) derived?: DerivedClass | null;
}

/** The classes of a round, the first goes first. */
@InputType()
export class RoundClassesInput {
  @Field(() => [RoundClassInput]) @ValidateNested({ each: true }) @Type(() => RoundClassInput) @ArrayMaxSize(maxClasses) classes!: RoundClassInput[];
}

/** Whom an act on participants means: some by name, everybody of groups, everybody of schools. */
@InputType()
export class ParticipantsChoice {
  @Field(() => [ID], { defaultValue: [] }) @IsUUID('all', { each: true }) @ArrayMaxSize(5000) participantIds!: string[];
  @Field(() => [ID], { defaultValue: [] }) @IsUUID('all', { each: true }) @ArrayMaxSize(500) groupIds!: string[];
  @Field(() => [ID], { defaultValue: [] }) @IsUUID('all', { each: true }) @ArrayMaxSize(500) schoolIds!: string[];
}

@InputType()
export class ReserveTraitInput {
  @OneOf(TraitKinds) kind!: TraitKind;
  @OneOf(SchoolKinds, { optional: true }) schoolKind?: SchoolKind | null;
  @IntField(1, 300, { optional: true }) leastKm?: number | null;
  @IntField(1, 13, { optional: true }) from?: number | null;
  @IntField(1, 13, { optional: true }) to?: number | null;
}

@InputType()
export class RoundReserveInput {
  @Field(() => ReserveTraitInput) @ValidateNested() @Type(() => ReserveTraitInput) trait!: ReserveTraitInput;
  @IdField({ optional: true, description: 'empty = every occurrence of the round' }) occurrenceId?: string | null;
  @IntField(1, 2000, { optional: true }) seats?: number | null;
  @IntField(1, 100, { optional: true, description: 'share of the free seats, instead of a number' }) percent?: number | null;
  @TextField(500, { description: 'the lawful reason' }) reason!: string;
}

@InputType()
export class RoundReservesInput {
  @Field(() => [RoundReserveInput]) @ValidateNested({ each: true }) @Type(() => RoundReserveInput) @ArrayMaxSize(200) reserves!: RoundReserveInput[];
}

/** A row of working-time limits of the region; times of day and durations in minutes, empty = none. */
@InputType()
export class WorkingTimeLimitInput {
  @OneOf(WorkingTimeCases) case!: WorkingTimeCase;
  @DayField() validFrom!: string;
  @TextField(300, { description: 'where it stands, e.g. a decree of the ministry' }) source!: string;
  @Field() @IsBoolean() allowed!: boolean;
  @IntField(0, 1440, { optional: true }) minutesPerDay?: number | null;
  @IntField(0, 10_080, { optional: true }) minutesPerWeek?: number | null;
  @IntField(0, 1440, { optional: true }) shiftMinutes?: number | null;
  @IntField(0, 1440, { optional: true }) earliest?: number | null;
  @IntField(0, 1440, { optional: true }) latest?: number | null;
  @IntField(0, 1440, { optional: true }) latestOnEves?: number | null;
  @Field() @IsBoolean() weekends!: boolean;
  @Field() @IsBoolean() publicHolidays!: boolean;
  @IntField(0, 366, { optional: true }) daysPerYear?: number | null;
  @IntField(1, 13, { optional: true, description: 'last grade of full-time compulsory schooling; of case K1 only' }) lastGrade?: number | null;
}
