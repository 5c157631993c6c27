import type { HoldReason, RetentionAction, RetentionBounds, RetentionClass, RetentionStart, RetentionUnit, RequestSubject } from '@mintforge/domain/privacy';
import { EditableEntity, Instant, TenantEntity } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { HoldReasons, RetentionActions, RetentionStarts, RetentionUnits, SubjectKinds } from './retention.enums';

/** A retention rule (Löschregel): when data of a class end, and how. Once released it never changes. */
@ObjectType()
@Entity('retention_rule')
export class RetentionRule extends TenantEntity {
  @Field(() => String) @Column('text', { name: 'retention_class' }) retentionClass!: RetentionClass;
  @Field(() => String, { description: 'of the rules in force on a day the latest counts' }) @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Field(() => RetentionStarts) @Column('text', { name: 'term_from' }) termFrom!: RetentionStart;
  @Field(() => Int) @Column('smallint', { name: 'term_count' }) termCount!: number;
  @Field(() => RetentionUnits) @Column('text', { name: 'term_unit' }) termUnit!: RetentionUnit;
  @Field(() => RetentionActions) @Column('text') action!: RetentionAction;
  @Field({ description: 'the law or practice it follows' }) @Column('text') source!: string;
  @Column('jsonb') bounds!: RetentionBounds;
  @Field(() => String, { nullable: true, description: 'the opinion of the data protection officer' }) @Column('text', { name: 'dpo_reference', nullable: true }) dpoReference!: string | null;
  @Field(() => ID, { nullable: true, description: 'null where it was adopted' }) @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'released_by', nullable: true }) releasedBy!: string | null;
  @Field(() => Instant, { nullable: true, description: 'null while it waits for a second person' }) @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
}

/** A legal hold (Löschstopp): data that stay although their period is over. */
@ObjectType()
@Entity('legal_hold')
export class LegalHold extends EditableEntity {
  @Field(() => HoldReasons) @Column('text') reason!: HoldReason;
  @Field({ description: 'file number of the case' }) @Column('text') reference!: string;
  @Field(() => SubjectKinds, { nullable: true }) @Column('text', { name: 'subject_kind', nullable: true }) subjectKind!: RequestSubject | null;
  @Field(() => ID, { nullable: true, description: 'null where a whole class is held' }) @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Field(() => String, { nullable: true, description: 'null where everything of a person is held' }) @Column('text', { name: 'retention_class', nullable: true }) retentionClass!: RetentionClass | null;
  @Field(() => String) @Column('date', { name: 'review_on' }) reviewOn!: string;
  @Field(() => String, { description: 'the last day on which it stands' }) @Column('date', { name: 'expires_on' }) expiresOn!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'placed_by', nullable: true }) placedBy!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'lifted_by', nullable: true }) liftedBy!: string | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'lifted_at', nullable: true }) liftedAt!: Date | null;
}
