import type { AccessibilityProvision, ActivityState, CancelReason, DigitalSkill, OccurrenceState } from '@mintforge/domain/activities';
import type { ActivityFormat, Topic } from '@mintforge/domain/partners';
import { EditableEntity, Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AccessibilityProvisions, ActivityFormats, ActivityStates, CancelReasons, DigitalSkills, OccurrenceStates, Topics } from './activities.enums';

/** Activity (Aktivität): what a host offers to pupils, of one format, on one or more occurrences. */
@ObjectType()
@Entity('activity')
export class Activity extends EditableEntity {
  @Field(() => ID, { description: 'the host' }) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'offer_id', nullable: true }) offerId!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'equipment_id', nullable: true }) equipmentId!: string | null;
  @Field() @Column('text') title!: string;
  @Field() @Column('text') description!: string;
  @Field(() => ActivityFormats) @Column('text') format!: ActivityFormat;
  @Field(() => [Topics]) @Column('text', { array: true }) topics!: Topic[];
  @Field(() => [Int], { description: 'who may come' }) @Column('smallint', { array: true }) grades!: number[];
  @Field(() => Int, { nullable: true, description: 'in full years' }) @Column('int', { name: 'minimum_age', nullable: true }) minimumAge!: number | null;
  @Field({ description: 'part of compulsory teaching: what the host sees of pupils rests on law, not on consent' }) @Column('boolean') compulsory!: boolean;
  @Field(() => [AccessibilityProvisions]) @Column('text', { array: true }) accessibility!: AccessibilityProvision[];
  @Field(() => [Int], { description: 'numbers of the Sustainable Development Goals' }) @Column('smallint', { array: true }) sdgs!: number[];
  @Field(() => [DigitalSkills]) @Column('text', { name: 'digital_skills', array: true }) digitalSkills!: DigitalSkill[];
  @Field() @Column('text', { name: 'school_year' }) schoolYear!: string;
  @Field(() => ActivityStates) @Column('text') state!: ActivityState;
  @Field(() => CancelReasons, { nullable: true }) @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: CancelReason | null;
  @Field(() => String, { nullable: true }) @Column('text', { name: 'cancel_note', nullable: true }) cancelNote!: string | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;

  @Field() organisationName!: string;
  @Field(() => String, { nullable: true }) equipmentName!: string | null;
  @Field(() => Int, { description: 'planned occurrences' }) occurrenceCount!: number;
  @Field(() => Instant, { nullable: true, description: 'start of the next planned occurrence' }) nextAt!: Date | null;
  @Field(() => Int, { description: 'seats of all planned occurrences' }) capacity!: number;
  @Field(() => Int, { description: 'seats given away' }) taken!: number;
}

/** Occurrence (Termin) of an activity: when and where, with how many seats. */
@ObjectType()
@Entity('occurrence')
export class Occurrence extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'activity_id' }) activityId!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Field({ description: 'the room, or the place when no site of the host is meant' }) @Column('text') place!: string;
  @Field() @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Field() @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Field(() => Int, { description: 'seats' }) @Column('int') capacity!: number;
  @Field(() => Int, { description: 'how many must come for it to take place' }) @Column('int') minimum!: number;
  @Field(() => Int, { description: 'seats given away' }) @Column('int') taken!: number;
  @Field(() => OccurrenceStates) @Column('text') state!: OccurrenceState;
  @Field(() => CancelReasons, { nullable: true }) @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: CancelReason | null;
  @Field(() => String, { nullable: true }) @Column('text', { name: 'cancel_note', nullable: true }) cancelNote!: string | null;

  @Field() activityTitle!: string;
  @Field(() => ActivityFormats) format!: ActivityFormat;
  @Field(() => ActivityStates) activityState!: ActivityState;
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field(() => String, { nullable: true, description: 'address of the site' }) siteAddress!: string | null;
}
