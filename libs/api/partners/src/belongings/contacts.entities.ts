import { EditableEntity, Personal } from '@mintforge/platform';
import type { ContactRole } from '@mintforge/domain/partners';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { ContactRoles } from '../partners.enums';

const ofContact = Personal('CONTACT', { dataClass: 'C2', readBy: 'partners.read' });

/** Contact (Ansprechperson) at an organisation; who left keeps a link to whoever took over. */
@ObjectType()
@Entity('contact')
export class Contact extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @ofContact @Field() @Column('text') name!: string;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) function!: string | null;
  @ofContact @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) email!: string | null;
  @ofContact @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) phone!: string | null;
  @Field(() => [ContactRoles]) @Column('text', { array: true }) roles!: ContactRole[];
  @Field(() => String, { nullable: true, description: 'Day of leaving' }) @Column('date', { name: 'left_on', nullable: true }) leftOn!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'successor_id', nullable: true }) successorId!: string | null;
}
