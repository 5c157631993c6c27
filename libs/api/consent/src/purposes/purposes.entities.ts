import type { ConsentEffect, LegalBasis, PurposeCode, TextChange, ValidityStart } from '@mintforge/domain/consent';
import { EditableEntity, Instant, TenantEntity } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { ConsentEffects, LegalBases, PurposeCodes, TextChanges, ValidityStarts } from '../consent.enums';

/** Changed fields of a purpose that wait for a second person; absent ones stay as they are. */
@ObjectType()
export class PurposeProposal {
  @Field(() => LegalBases, { nullable: true }) basis?: LegalBasis;
  @Field(() => String, { nullable: true }) article?: string;
  @Field(() => String, { nullable: true }) signerRule?: string | null;
  @Field(() => ValidityStarts, { nullable: true }) validityFrom?: ValidityStart;
  @Field(() => Int, { nullable: true }) validityMonths?: number;
  @Field(() => [String], { nullable: true }) recipients?: string[];
  @Field(() => String, { nullable: true }) source?: string;
  @Field(() => Boolean, { nullable: true, description: 'consents that do not satisfy the new signer rule are asked anew' }) material?: boolean;
}

/** A purpose (Zweck) as a region has it: on what legal basis data are used, who signs, how long a yes holds. */
@ObjectType()
@Entity('purpose')
export class Purpose extends EditableEntity {
  @Field(() => PurposeCodes) @Column('text') code!: PurposeCode;
  @Field(() => LegalBases) @Column('text') basis!: LegalBasis;
  @Field({ description: 'of the law, as a notice names it' }) @Column('text') article!: string;
  @Field(() => String, { nullable: true, description: 'null where nobody is asked' }) @Column('text', { name: 'signer_rule', nullable: true }) signerRule!: string | null;
  @Field(() => ValidityStarts) @Column('text', { name: 'validity_from' }) validityFrom!: ValidityStart;
  @Field(() => Int) @Column('smallint', { name: 'validity_months' }) validityMonths!: number;
  @Field(() => ConsentEffects, { description: 'what happens while it is not given' }) @Column('text') effect!: ConsentEffect;
  @Field(() => [String], { description: 'categories of data' }) @Column('text', { array: true }) data!: string[];
  @Field(() => [String]) @Column('text', { array: true }) recipients!: string[];
  @Field({ description: 'where the basis comes from' }) @Column('text') source!: string;
  @Field(() => PurposeProposal, { nullable: true }) @Column('jsonb', { nullable: true }) proposal!: PurposeProposal | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy!: string | null;
}

/** A wording of a text in one language. */
@ObjectType()
export class ConsentWording {
  @Field({ description: 'BCP 47, e.g. de' }) language!: string;
  @Field({ description: 'plain language (Einfache Sprache)' }) plain!: boolean;
  @Field() title!: string;
  @Field() body!: string;
  @Field({ description: 'SHA-256, hexadecimal, of title, an empty line and body' }) sha256!: string;
}

/** A version of the text (Einwilligungstext) of a purpose; once released it never changes. */
@ObjectType()
@Entity('consent_text')
export class ConsentText extends TenantEntity {
  @Field(() => ID) @Column('uuid', { name: 'purpose_id' }) purposeId!: string;
  @Field(() => Int) @Column('int') number!: number;
  @Field(() => Int, { description: 'a material change begins the next one' }) @Column('int') series!: number;
  @Field(() => TextChanges) @Column('text') change!: TextChange;
  @Field(() => String, { nullable: true, description: 'the opinion of the data protection officer' }) @Column('text', { name: 'dpo_reference', nullable: true }) dpoReference!: string | null;
  @Field(() => String, { nullable: true, description: 'null until released' }) @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Field(() => String, { nullable: true, description: 'the day before the next version begins' }) validTo!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'released_by', nullable: true }) releasedBy!: string | null;
  @Field(() => Instant, { nullable: true }) @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Field(() => [ConsentWording]) wordings!: ConsentWording[];
}

/** Who is responsible (Verantwortlicher), the data protection officer and the authority, as notices and receipts name them; the latest counts. */
@ObjectType()
@Entity('controller')
export class Controller extends TenantEntity {
  @Field() @Column('text') name!: string;
  @Field() @Column('text') address!: string;
  @Field({ description: 'an address of mail or telephone' }) @Column('text') contact!: string;
  @Field({ description: 'how the data protection officer is reached' }) @Column('text') officer!: string;
  @Field({ description: 'for data protection' }) @Column('text') authority!: string;
}
