import type { ActivityState } from '@mintforge/domain/activities';
import type { ActivityFormat } from '@mintforge/domain/partners';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Occurrence } from '../activities.entities';
import { ActivityFormats, ActivityStates } from '../activities.enums';
import { SchoolHoliday } from './school-holidays.entities';

/** A public holiday (gesetzlicher Feiertag) of the region's Land. */
@ObjectType()
export class PublicHoliday {
  @Field() day!: string;
  @Field({ description: 'in the language of the request' }) name!: string;
}

/** What a stretch of days holds: occurrences, public and school holidays. */
@ObjectType()
export class Calendar {
  @Field(() => [Occurrence]) occurrences!: Occurrence[];
  @Field(() => [PublicHoliday]) publicHolidays!: PublicHoliday[];
  @Field(() => [SchoolHoliday]) schoolHolidays!: SchoolHoliday[];
}

/** Occurrences that start in a month, of one format and state. */
@ObjectType()
export class MonthFigure {
  @Field({ description: 'e.g. 2026-11' }) month!: string;
  @Field(() => ActivityFormats) format!: ActivityFormat;
  @Field(() => ActivityStates, { description: 'of the activity; CANCELLED also when only the occurrence is' }) state!: ActivityState;
  @Field(() => Int) occurrences!: number;
  @Field(() => Int, { description: 'seats' }) capacity!: number;
  @Field(() => Int, { description: 'seats given away' }) taken!: number;
}

/** What the dashboard counts of activities. */
@ObjectType()
export class ActivityFigures {
  @Field(() => Int) drafts!: number;
  @Field(() => Int) published!: number;
  @Field(() => Int) cancelled!: number;
  @Field(() => Int, { description: 'occurrences that are over and whose attendance is not marked yet' }) attendanceOpen!: number;
  @Field(() => [MonthFigure]) months!: MonthFigure[];
}
