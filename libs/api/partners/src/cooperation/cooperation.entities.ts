import { EditableEntity } from '@mintforge/platform';
import type { ActivityFormat, NeedState, OfferState, PartnershipEndReason, PartnershipState, Topic } from '@mintforge/domain/partners';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { ActivityFormats, NeedStates, OfferStates, PartnershipEndReasons, PartnershipStates, Topics } from '../partners.enums';

/** What needs and offers share: whose, what, for whom and when. */
@ObjectType({ isAbstract: true })
abstract class Cooperation extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field() @Column('text') title!: string;
  @Field(() => ActivityFormats) @Column('text') format!: ActivityFormat;
  @Field(() => [Topics]) @Column('text', { array: true }) topics!: Topic[];
  @Field(() => [Int]) @Column('smallint', { array: true }) grades!: number[];
  @Field(() => String, { nullable: true, description: 'First day' }) @Column('date', { name: 'period_from', nullable: true }) periodFrom!: string | null;
  @Field(() => String, { nullable: true, description: 'Last day' }) @Column('date', { name: 'period_to', nullable: true }) periodTo!: string | null;
  @Field() @Column('text') requirements!: string;
  @Field(() => [String], { description: 'A need: provisions the place must have. An offer: provisions it has' }) @Column('text', { array: true }) accessibility!: string[];
}

/** Need (Bedarf) of a school: what it looks for, for how many. */
@ObjectType()
@Entity('need')
export class Need extends Cooperation {
  @Field(() => Int, { nullable: true, description: 'Pupils' }) @Column('int', { nullable: true }) size!: number | null;
  @Field(() => NeedStates) @Column('text') state!: NeedState;
}

/** Offer (Angebot) of a company or research centre, from which activities are made. */
@ObjectType()
@Entity('offer')
export class Offer extends Cooperation {
  @Field() @Column('text') description!: string;
  @Field(() => Int, { nullable: true, description: 'Pupils per occurrence' }) @Column('int', { nullable: true }) capacity!: number | null;
  @Field(() => Int, { nullable: true }) @Column('int', { name: 'minimum_age', nullable: true }) minimumAge!: number | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'equipment_id', nullable: true }) equipmentId!: string | null;
  @Field(() => OfferStates) @Column('text') state!: OfferState;
}

/** Partnership (Partnerschaft) agreed between a school and a partner, with a term and, at its end, a coded reason. */
@ObjectType()
@Entity('partnership')
export class Partnership extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'school_id' }) schoolId!: string;
  @Field(() => ID) @Column('uuid', { name: 'partner_id' }) partnerId!: string;
  @Field(() => PartnershipStates) @Column('text') state!: PartnershipState;
  @Field(() => String, { nullable: true, description: 'First day' }) @Column('date', { nullable: true }) since!: string | null;
  @Field(() => String, { nullable: true, description: 'Last day' }) @Column('date', { nullable: true }) until!: string | null;
  @Field(() => PartnershipEndReasons, { nullable: true }) @Column('text', { name: 'end_reason', nullable: true }) endReason!: PartnershipEndReason | null;
  @Field() @Column('text') source!: 'HAND' | 'IMPORT';
}
