import type { MediaState } from '@mintforge/domain/activities';
import type { GateAnswer } from '@mintforge/domain/consent';
import { EditableEntity, Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { GateAnswers, MediaStates } from '../activities.enums';

/** A person shown on a picture, and what the gate says of them for keeping it and for publishing it. */
@ObjectType()
export class MediaPerson {
  @Field(() => ID, { nullable: true, description: 'null = the row of the person is gone' }) pupilId!: string | null;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => GateAnswers, { description: 'PHOTO_INTERNAL' }) keeping!: GateAnswer;
  @Field(() => GateAnswers, { description: 'PHOTO_PUBLICATION' }) publishing!: GateAnswer;
}

/** A picture of an occurrence (Foto), without place or time of its taking in it. */
@ObjectType()
@Entity('media')
export class Media extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'occurrence_id' }) occurrenceId!: string;
  @Column('uuid', { name: 'file_id' }) fileId!: string;
  @Field() @Column('text') caption!: string;
  @Field(() => Int) @Column('int') width!: number;
  @Field(() => Int) @Column('int') height!: number;
  @Field({ description: 'somebody says that no person can be recognised' }) @Column('boolean') nobody!: boolean;
  @Field(() => MediaStates) @Column('text') state!: MediaState;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'unpublished_at', nullable: true }) unpublishedAt!: Date | null;
  @Field(() => [String], { description: 'printed matter it was given to' }) @Column('text', { array: true }) prints!: string[];
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;

  @Field({ description: 'whether it may be looked at: everybody on it agrees to PHOTO_INTERNAL' }) visible!: boolean;
  @Field({ description: 'whether it may be published: everybody on it agrees to PHOTO_PUBLICATION too' }) publishable!: boolean;
  @Field({ description: 'address of the picture for everybody, while it is published' }) publicPath!: string;
  @Field(() => [MediaPerson]) persons!: MediaPerson[];
}

/** A pupil who can be shown on pictures of an occurrence. */
@ObjectType()
export class MediaCandidate {
  @Field(() => ID) pupilId!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field() pseudonym!: string;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field(() => GateAnswers, { description: 'PHOTO_INTERNAL' }) keeping!: GateAnswer;
  @Field(() => GateAnswers, { description: 'PHOTO_PUBLICATION' }) publishing!: GateAnswer;
}
