import type { GuardianSlot } from '@mintforge/domain/people';
import { EditableEntity, Personal } from '@mintforge/platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { GuardianSlots } from './people.enums';

const identity = Personal('TAKING_PART', { dataClass: 'C3', readBy: 'people.identify' });
const contact = Personal('CONTACT', { dataClass: 'C3', readBy: 'people.identify' });

/** A pupil of a guardian. */
@ObjectType()
export class Ward {
  @Field(() => ID) pupilId!: string;
  @Field(() => GuardianSlots) slot!: GuardianSlot;
  @Field() pseudonym!: string;
  @identity @Field(() => String, { nullable: true }) firstName!: string | null;
  @identity @Field(() => String, { nullable: true }) lastName!: string | null;
}

/** A guardian (Sorgeberechtigte:r): name and contacts are sealed by a key of their own. One person may be the guardian of siblings. */
@ObjectType()
@Entity('guardian')
export class Guardian extends EditableEntity {
  @Column('bytea', { name: 'name' }) sealedName!: Buffer;
  @Column('bytea', { name: 'email', nullable: true }) sealedEmail!: Buffer | null;
  @Column('bytea', { name: 'email_index', nullable: true }) emailIndex!: Buffer | null;
  @Column('bytea', { name: 'phone', nullable: true }) sealedPhone!: Buffer | null;
  @Field({ description: 'ISO 639: in which we write, and which a page offers first' }) @Column('text') language!: string;
  @Field({ description: 'plain language (Einfache Sprache)' }) @Column('boolean') plain!: boolean;
  @identity @Field(() => String, { nullable: true }) name!: string | null;
  @contact @Field(() => String, { nullable: true }) email!: string | null;
  @contact @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => [Ward], { description: 'whose guardian they are' }) wards!: Ward[];
}

/** The own address of a pupil who signs. */
@ObjectType()
export class PupilContact {
  @Field(() => ID) pupilId!: string;
  @contact @Field(() => String, { nullable: true }) email!: string | null;
  @Field() language!: string;
  @Field() plain!: boolean;
}

/** By whom a pupil's consents are signed, and how they are reached. */
@ObjectType()
export class PupilGuardians {
  @Field(() => ID) pupilId!: string;
  @Field(() => [Guardian], { description: 'each with the slot it holds among its wards' }) guardians!: Guardian[];
  @Field(() => PupilContact, { nullable: true }) contact!: PupilContact | null;
}
