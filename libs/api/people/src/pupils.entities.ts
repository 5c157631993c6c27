import type { AccessibilityProvision } from '@mintforge/domain/activities';
import type { Topic } from '@mintforge/domain/partners';
import { EditableEntity, Personal } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { AccessibilityProvisions, Topics } from './people.enums';

const identity = Personal('TAKING_PART', { dataClass: 'C3', readBy: 'people.identify' });
const needs = Personal('NEEDS_PROCESS', { dataClass: 'C4', readBy: 'people.identify' });

const shield = Personal('TAKING_PART', { dataClass: 'C4', readBy: 'people.identify' });

/** What a place must have for a pupil (nötige Vorkehrungen), never why; shown for a reason, and every look is audited. */
@ObjectType()
export class PupilNeeds {
  @Field(() => ID) id!: string;
  @needs @Field(() => [AccessibilityProvisions]) provisions!: AccessibilityProvision[];
}

/** An address block (Auskunftssperre, § 51 BMG): whoever has one is never named to anybody outside the office. */
@ObjectType()
export class PupilShield {
  @Field(() => String, { nullable: true, description: 'its last day; null = not known' }) until!: string | null;
}

/**
 * A pupil (Schüler:in). The identity is sealed by a key of the pupil's own and opened only for who may identify people;
 * everybody else, and all that computes, knows the pseudonym.
 */
@ObjectType()
@Entity('pupil')
export class Pupil extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Field() @Column('text') pseudonym!: string;
  @Column('bytea', { name: 'first_name', nullable: true }) sealedFirstName!: Buffer | null;
  @Column('bytea', { name: 'last_name', nullable: true }) sealedLastName!: Buffer | null;
  @Column('bytea', { name: 'birth_date', nullable: true }) sealedBirthDate!: Buffer | null;
  @Column('bytea', { name: 'stated_wishes', nullable: true }) sealedStatedWishes!: Buffer | null;
  @Column('bytea', { name: 'provisions', nullable: true }) sealedProvisions!: Buffer | null;
  @Column('boolean') shielded!: boolean;
  @Column('bytea', { name: 'shield', nullable: true }) sealedShield!: Buffer | null;
  @Field(() => Int, { nullable: true }) @Column('smallint', { nullable: true }) grade!: number | null;
  @Field(() => [Topics]) @Column('text', { array: true }) interests!: Topic[];
  @Field(() => String, { nullable: true, description: 'The day the pupil left the school' }) @Column('date', { name: 'left_on', nullable: true }) leftOn!: string | null;
  @Field(() => String, { nullable: true, description: 'The day the identity was erased; only the pseudonym is left' }) @Column('date', { name: 'erased_on', nullable: true }) erasedOn!: string | null;
  @identity @Field(() => String, { nullable: true, description: 'null for roles that may not identify people' }) firstName!: string | null;
  @identity @Field(() => String, { nullable: true }) lastName!: string | null;
  @identity @Field(() => String, { nullable: true }) birthDate!: string | null;
  @identity @Field(() => [String], { nullable: true, description: 'Wishes as the class list names them, best first' }) statedWishes!: string[] | null;
  @shield @Field(() => PupilShield, { nullable: true, description: 'address block: the name never leaves the office' }) shield!: PupilShield | null;
  @Field() organisationName!: string;
  @Field(() => String, { nullable: true }) groupName!: string | null;
}
