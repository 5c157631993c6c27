import type { AttendanceState } from '@mintforge/domain/activities';
import { EditableEntity, Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Occurrence } from '../activities.entities';
import { AttendanceStates } from '../activities.enums';

/** Attendance (Teilnahme) of a pupil by name, or of a group by head count, at one occurrence. */
@ObjectType()
@Entity('attendance')
export class Attendance extends EditableEntity {
  @Column('uuid', { name: 'occurrence_id' }) occurrenceId!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'pupil_id', nullable: true }) pupilId!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('uuid', { name: 'placement_id', nullable: true }) placementId!: string | null;
  @Field(() => Int, { description: '1 for a pupil' }) @Column('int', { name: 'head_count' }) headCount!: number;
  @Field(() => AttendanceStates) @Column('text') state!: AttendanceState;
  @Field() @Column('text') note!: string;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'marked_at', nullable: true }) markedAt!: Date | null;
  @Column('uuid', { name: 'marked_by', nullable: true }) markedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'of the pupil; absent where the reader may not identify people or the identity was erased' }) firstName!: string | null;
  @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => String, { nullable: true, description: 'of the pupil' }) pseudonym!: string | null;
  @Field(() => String, { nullable: true, description: 'the group itself, or the one the pupil is in' }) groupName!: string | null;
  @Field(() => Int, { nullable: true }) grade!: number | null;
  @Field() schoolName!: string;
}

/** Heads in one state of attendance. */
@ObjectType()
export class AttendanceCount {
  @Field(() => AttendanceStates) state!: AttendanceState;
  @Field(() => Int, { description: 'heads; a group counts with its head count' }) heads!: number;
}

/** The attendance list (Teilnahmeliste) of an occurrence. */
@ObjectType()
export class AttendanceSheet {
  @Field(() => Occurrence) occurrence!: Occurrence;
  @Field(() => [Attendance], { description: 'by school, group and name' }) rows!: Attendance[];
  @Field(() => [AttendanceCount], { description: 'every state, zeros too' }) counts!: AttendanceCount[];
}
