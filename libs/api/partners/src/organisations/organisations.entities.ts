import { EditableEntity, TenantEntity } from '@mintforge/platform';
import type { ContactStage, CoordinateCheck, EventKind, ImportedValues, OrganisationRole, SchoolKind } from '@mintforge/domain/partners';
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { ContactStages, CoordinateChecks, EventKinds, OrganisationRoles, SchoolKinds } from '../partners.enums';

/** The main place of an organisation, as lists and maps show it. */
@ObjectType()
export class MainSite {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) street!: string | null;
  @Field(() => String, { nullable: true }) postcode!: string | null;
  @Field(() => String, { nullable: true }) town!: string | null;
  @Field(() => String, { nullable: true }) district!: string | null;
  @Field(() => Float, { nullable: true }) lat!: number | null;
  @Field(() => Float, { nullable: true }) lon!: number | null;
  @Field(() => CoordinateChecks) coordinateCheck!: CoordinateCheck['status'];
}

/** Organisation (Partner): a school, company, research centre and more, several at once if need be. */
@ObjectType()
@Entity('organisation')
export class Organisation extends EditableEntity {
  @Field() @Column('text') name!: string;
  @Column('text', { name: 'name_key' }) nameKey!: string;
  @Column('text', { name: 'body_key', nullable: true }) bodyKey!: string | null;
  @Field(() => [OrganisationRoles]) @Column('text', { array: true }) roles!: OrganisationRole[];
  @Field(() => [SchoolKinds]) @Column('text', { name: 'school_kinds', array: true }) schoolKinds!: SchoolKind[];
  @Field(() => String, { nullable: true, description: 'Id in the school register with its Land, e.g. MV-75130301' })
  @Column('text', { name: 'official_key', nullable: true })
  officialKey!: string | null;
  @Field(() => String, { nullable: true, description: 'Official school number; schools of one house may share it' })
  @Column('text', { name: 'official_number', nullable: true })
  officialNumber!: string | null;
  @Column('text', { name: 'former_keys', array: true }) formerKeys!: string[];
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) land!: string | null;
  @Field(() => ContactStages) @Column('text') stage!: ContactStage;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) fax!: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { name: 'mail_domain', nullable: true }) mailDomain!: string | null;
  @Field(() => [String]) @Column('text', { array: true }) tags!: string[];
  @Field() @Column('text') notes!: string;
  @Field(() => String, { nullable: true, description: 'Day of closing' }) @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'successor_id', nullable: true }) successorId!: string | null;
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId!: string | null;
  @Column('jsonb', { nullable: true }) imported!: ImportedValues | null;
  @Field(() => MainSite, { nullable: true }) mainSite?: MainSite | null;
}

/** Another name under which an organisation is found: of a merged entry, a spelling of an import, or entered by hand. */
@ObjectType()
@Entity('organisation_alias')
export class OrganisationAlias extends TenantEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field() @Column('text') name!: string;
  @Column('text', { name: 'name_key' }) nameKey!: string;
  @Column('text', { name: 'body_key', nullable: true }) bodyKey!: string | null;
  @Field() @Column('text') source!: 'MERGE' | 'IMPORT' | 'HAND';
}

/** One entry in the history of contact (Kontakthistorie). */
@ObjectType()
@Entity('contact_event')
export class ContactEvent extends TenantEntity {
  @Field(() => ID) @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Field(() => EventKinds) @Column('text') kind!: EventKind;
  @Field() @Column('text') summary!: string;
  @Column('jsonb') details!: Record<string, unknown>;
  @Field() @Column('timestamptz', { default: () => 'now()' }) at!: Date;
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
  @Field(() => String, { nullable: true, description: 'Who wrote it' }) userName?: string | null;
}
