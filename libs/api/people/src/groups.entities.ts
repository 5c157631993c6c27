import type { GroupKind } from '@mintforge/domain/people';
import { EditableEntity } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { GroupKinds } from './people.enums';

/** A group of pupils of one school and school year (Klasse, Kurs, AG): it has a head count long before it has names. */
@ObjectType()
@Entity('pupil_group')
export class Group extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field() @Column('text') name!: string;
  @Field(() => GroupKinds) @Column('text') kind!: GroupKind;
  @Field(() => Int, { nullable: true }) @Column('smallint', { nullable: true }) grade!: number | null;
  @Field({ description: 'as 2026/27' }) @Column('text', { name: 'school_year' }) schoolYear!: string;
  @Field(() => Int, { description: 'How many pupils the school reported; never less than pupilCount' }) @Column('int', { name: 'head_count' }) headCount!: number;
  @Field() organisationName!: string;
  @Field(() => Int, { description: 'Pupils known by name who have not left' }) pupilCount!: number;
}
