import { readinessKinds, type Readiness, type ReadinessKind } from '@mintforge/domain/partners';
import { EditableEntity, enumOf } from '@mintforge/platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

export const ReadinessKinds = enumOf('ReadinessKind', readinessKinds);

/** A proof (Nachweis) of a host that somebody of the office has seen: kind and dates, never the document. */
@ObjectType('Readiness')
@Entity('readiness')
export class HostReadiness extends EditableEntity implements Readiness {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field(() => ReadinessKinds) @Column('text') kind!: ReadinessKind;
  @Field() @Column('date', { name: 'seen_on' }) seenOn!: string;
  @Field(() => String, { nullable: true, description: 'the last day it holds; null = without end' }) @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Field() @Column('text', { default: '' }) note!: string;
}
