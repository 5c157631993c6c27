import { EditableEntity } from '@mintforge/platform';
import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

/** School holidays (Schulferien) or a single day off school, both days included. */
@ObjectType()
@Entity('school_holiday')
export class SchoolHoliday extends EditableEntity {
  @Field() @Column('text') name!: string;
  @Field() @Column('date', { name: 'first_day' }) firstDay!: string;
  @Field() @Column('date', { name: 'last_day' }) lastDay!: string;
  @Field({ description: 'where the days come from' }) @Column('text') source!: string;
  @Field({ description: 'false = taken over from a list that other sources contradict: please look' }) @Column('boolean', { default: true }) checked!: boolean;
}
