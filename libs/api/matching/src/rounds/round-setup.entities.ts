import { derivedClasses, traitKinds, type DerivedClass, type PriorityClass, type Reserve, type Trait, type TraitKind } from '@mintforge/domain/matching';
import { schoolKinds, type SchoolKind } from '@mintforge/domain/partners';
import { enumOf, Instant, TenantEntity } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

export const DerivedClasses = enumOf('DerivedClass', derivedClasses);
export const TraitKinds = enumOf('TraitKind', traitKinds);
export const SchoolKinds = enumOf('SchoolKind', schoolKinds);
export const RoundTaskStates = enumOf('RoundTaskState', ['OPEN', 'DONE', 'GONE']);

/** A priority class of a round: who is in it goes before the lottery, and the reason why. */
@ObjectType()
@Entity('round_class')
export class RoundClass extends TenantEntity implements PriorityClass {
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Field(() => Int, { description: '1 goes first' }) @Column('smallint') position!: number;
  @Field() @Column('text') name!: string;
  @Field() @Column('text') reason!: string;
  @Field(() => DerivedClasses, { nullable: true, description: 'null = assigned by hand' }) @Column('text', { nullable: true }) derived!: DerivedClass | null;
  @Field(() => Int, { description: 'participants put into it by hand' }) assigned!: number;
}

/** What a reserve is for; which fields are given depends on the kind. */
@ObjectType()
export class ReserveTrait {
  @Field(() => TraitKinds) kind!: TraitKind;
  @Field(() => SchoolKinds, { nullable: true }) schoolKind?: SchoolKind | null;
  @Field(() => Int, { nullable: true, description: 'kilometres of road from the centre of the region, at least' }) leastKm?: number | null;
  @Field(() => Int, { nullable: true, description: 'lowest grade' }) from?: number | null;
  @Field(() => Int, { nullable: true, description: 'highest grade' }) to?: number | null;
}

/** Seats kept for holders of a trait, with the lawful reason. Hosts and reports never see one. */
@ObjectType('RoundReserve')
@Entity('reserve')
export class RoundReserve extends TenantEntity implements Reserve {
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('smallint') position!: number;
  @Field(() => ReserveTrait) @Column('jsonb') trait!: Trait;
  @Field(() => ID, { nullable: true, description: 'null = every occurrence of the round' }) @Column('uuid', { name: 'occurrence_id', nullable: true }) occurrenceId!: string | null;
  @Field(() => Int, { nullable: true }) @Column('int', { nullable: true }) seats!: number | null;
  @Field(() => Int, { nullable: true, description: 'share of the free seats' }) @Column('smallint', { nullable: true }) percent!: number | null;
  @Field() @Column('text') reason!: string;
}

/** What the input check of a round asks somebody to settle with a school or host. */
@ObjectType()
@Entity('round_task')
export class RoundTask extends TenantEntity {
  @Field(() => ID) @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Field() @Column('text') code!: string;
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field() organisationName!: string;
  @Field(() => Int, { description: 'participants or occurrences it is about' }) @Column('int') count!: number;
  @Field(() => RoundTaskStates) @Column('text') state!: 'OPEN' | 'DONE' | 'GONE';
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('uuid', { name: 'done_by', nullable: true }) doneBy!: string | null;
}
