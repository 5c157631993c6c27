import { EditableEntity } from '@mintforge/platform';
import type { CoordinateCheck } from '@mintforge/domain/partners';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { CoordinateChecks } from '../partners.enums';

/** Site (Standort): an address of an organisation; exactly one is the main one. Coordinates are checked, never trusted. */
@ObjectType()
@Entity('site')
export class Site extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field() @Column('text') name!: string;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) street!: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) postcode!: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) town!: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) district!: string | null;
  @Field(() => String, { nullable: true, description: 'Official municipality key, 8 digits' }) @Column('text', { name: 'municipality_key', nullable: true }) municipalityKey!: string | null;
  @Field(() => Float, { nullable: true }) @Column('double precision', { nullable: true }) lat!: number | null;
  @Field(() => Float, { nullable: true }) @Column('double precision', { nullable: true }) lon!: number | null;
  @Field(() => CoordinateChecks) @Column('text', { name: 'coordinate_check' }) coordinateCheck!: CoordinateCheck['status'];
  @Field(() => Float, { nullable: true, description: 'Distance to the centre of its postcode, km' }) @Column('double precision', { name: 'coordinate_km', nullable: true }) coordinateKm!: number | null;
  @Field() @Column('boolean', { name: 'is_main' }) isMain!: boolean;
}

/** Where a postcode lies. */
@ObjectType()
export class PostcodeCentre {
  @Field(() => Float) lat!: number;
  @Field(() => Float) lon!: number;
}

/** Equipment (technische Ausstattung): a bookable learning place with its rules. */
@ObjectType()
@Entity('equipment')
export class Equipment extends EditableEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Field() @Column('text') name!: string;
  @Field() @Column('text') description!: string;
  @Field(() => Int) @Column('int') capacity!: number;
  @Field(() => Int, { nullable: true }) @Column('int', { name: 'minimum_age', nullable: true }) minimumAge!: number | null;
  @Field() @Column('boolean', { name: 'needs_briefing' }) needsBriefing!: boolean;
  @Field(() => Int, { nullable: true }) @Column('int', { name: 'pupils_per_supervisor', nullable: true }) pupilsPerSupervisor!: number | null;
}
