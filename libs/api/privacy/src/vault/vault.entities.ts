import type { EvidenceKind, InterruptionReason } from '@mintforge/domain/privacy';
import { EditableEntity, Instant, TenantEntity } from '@mintforge/platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { EvidenceKinds, InterruptionReasons } from '../retention/retention.enums';

/** What stops the period of a grant; while it lasts there is no end. */
@ObjectType()
@Entity('evidence_interruption')
export class EvidenceInterruption extends TenantEntity {
  @Column('uuid', { name: 'grant_id' }) grantId!: string;
  @Field(() => InterruptionReasons) @Column('text') reason!: InterruptionReason;
  @Field({ description: 'file number' }) @Column('text') reference!: string;
  @Field(() => String) @Column('date', { name: 'began_on' }) beganOn!: string;
  @Field(() => String, { nullable: true, description: 'null = it lasts still' }) @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
}

/** Leave to read a document for some hours: asked by one, allowed by another. */
@ObjectType()
@Entity('evidence_access')
export class EvidenceAccess extends TenantEntity {
  @Field(() => ID) @Column('uuid', { name: 'item_id' }) itemId!: string;
  @Field() @Column('text') reason!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'asked_by', nullable: true }) askedBy!: string | null;
  @Field(() => String, { nullable: true }) askedByName!: string | null;
  @Column('uuid', { name: 'allowed_by', nullable: true }) allowedBy!: string | null;
  @Column('timestamptz', { name: 'allowed_at', nullable: true }) allowedAt!: Date | null;
  @Field(() => Instant, { nullable: true, description: 'null while it waits' }) @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt!: Date | null;
}

/** A document of evidence (Nachweis) in the vault. */
@ObjectType()
@Entity('evidence_item')
export class EvidenceItem extends TenantEntity {
  @Column('uuid', { name: 'grant_id' }) grantId!: string;
  @Field(() => EvidenceKinds) @Column('text') kind!: EvidenceKind;
  @Field({ description: 'names no person' }) @Column('text') title!: string;
  @Field(() => String) @Column('date', { name: 'dated_on' }) datedOn!: string;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null;
  @Column('bytea') sha256!: Buffer;
  @Column('uuid', { name: 'put_by', nullable: true }) putBy!: string | null;
  @Field(() => ID, { nullable: true, description: 'who asked for its deletion' }) @Column('uuid', { name: 'release_asked_by', nullable: true }) releaseAskedBy!: string | null;
  @Column('uuid', { name: 'released_by', nullable: true }) releasedBy!: string | null;
  @Field(() => Instant, { nullable: true, description: 'when it was deleted' }) @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
}

/** A grant (Zuwendung) whose evidence is kept, by its own dates. */
@ObjectType()
@Entity('evidence_grant')
export class EvidenceGrant extends EditableEntity {
  @Field() @Column('text') reference!: string;
  @Field() @Column('text') title!: string;
  @Field(() => String, { nullable: true, description: 'null = not paid out yet' }) @Column('date', { name: 'last_paid_on', nullable: true }) lastPaidOn!: string | null;
  @Field(() => String, { nullable: true, description: 'the first day on which its evidence may go; null while there is none' }) due!: string | null;
  @Field(() => [EvidenceInterruption]) interruptions!: EvidenceInterruption[];
  @Field(() => [EvidenceItem]) items!: EvidenceItem[];
}
