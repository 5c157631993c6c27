import type { CallBackNumber, ConsentAct, ConsentState, Custody, ImpactKind, PurposeCode, Signer, VoidReason } from '@mintforge/domain/consent';
import { Instant, TenantEntity } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Assurances, CallBackNumbers, Channels, ConsentActs, ConsentStates, Custodies, PurposeCodes, Signers, VoidReasons } from '../consent.enums';
import { Purpose } from '../purposes/purposes.entities';

/** One act of the ledger, never changed: who decided what, when, how we know; and where the consent stood after it. */
@ObjectType()
@Entity('consent_decision')
export class ConsentDecision extends TenantEntity {
  @Field(() => ID) @Column('uuid', { name: 'pupil_id' }) pupilId!: string;
  @Field(() => ID) @Column('uuid', { name: 'purpose_id' }) purposeId!: string;
  @Field(() => Int) @Column('int') number!: number;
  @Field(() => ConsentActs) @Column('text') act!: ConsentAct;
  @Field(() => Signers, { nullable: true }) @Column('text', { nullable: true }) signer!: Signer | null;
  @Column('bytea', { name: 'signer_name', nullable: true }) signerName!: Buffer | null;
  @Field(() => Instant, { description: 'of a paper the day of the signature' }) @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'text_id', nullable: true }) textId!: string | null;
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) language!: string | null;
  @Field(() => Boolean, { nullable: true }) @Column('boolean', { nullable: true }) plain!: boolean | null;
  @Column('int') series!: number;
  @Field(() => ID, { nullable: true, description: 'the printed form on which it was signed' }) @Column('uuid', { name: 'form_id', nullable: true }) formId!: string | null;
  @Column('bytea', { name: 'scan_sha256', nullable: true }) scanSha256!: Buffer | null;
  @Field(() => CallBackNumbers, { nullable: true, description: 'of a call: where the number came from' }) @Column('text', { name: 'number_from', nullable: true }) numberFrom!: CallBackNumber | null;
  @Field(() => Channels, { nullable: true }) @Column('text', { nullable: true }) channel!: keyof typeof Channels | null;
  @Field(() => Assurances, { nullable: true }) @Column('text', { nullable: true }) assurance!: keyof typeof Assurances | null;
  @Field(() => VoidReasons, { nullable: true }) @Column('text', { name: 'void_reason', nullable: true }) voidReason!: VoidReason | null;
  @Column('smallint', { name: 'required_guardians' }) requiredGuardians!: 0 | 1 | 2;
  @Column('boolean', { name: 'required_pupil' }) requiredPupil!: boolean;
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('date', { name: 'lapses_on', nullable: true }) lapsesOn!: string | null;
  @Field(() => ConsentStates) @Column('text') state!: ConsentState;
  @Field(() => [Signers]) @Column('text', { array: true }) missing!: Signer[];
  @Column('int', { name: 'state_series' }) stateSeries!: number;
  @Column('date', { name: 'state_valid_until', nullable: true }) stateValidUntil!: string | null;
  @Column('date', { name: 'state_lapses_on', nullable: true }) stateLapsesOn!: string | null;
  @Column('date', { name: 'state_renew_on', nullable: true }) stateRenewOn!: string | null;
  @Field(() => ID, { nullable: true }) @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
}

/** What ends with a consent. */
@ObjectType()
export class ConsentImpact {
  @Field(() => String, { description: 'key of a text, e.g. placement' }) what!: ImpactKind;
  @Field(() => ID) id!: string;
  @Field(() => ID) pupilId!: string;
  @Field() title!: string;
  @Field(() => Instant, { nullable: true }) startsAt!: Date | null;
}

/** Where the consent of a pupil to a purpose stands today. */
@ObjectType()
export class ConsentCell {
  @Field(() => ID) purposeId!: string;
  @Field(() => PurposeCodes) code!: PurposeCode;
  @Field(() => ConsentStates) state!: ConsentState;
  @Field(() => [Signers], { description: 'whose yes is missing' }) missing!: Signer[];
  @Field(() => String, { nullable: true, description: 'the last day on which it holds' }) validUntil!: string | null;
  @Field(() => String, { nullable: true, description: 'from this day on only if the pupil renewed it' }) lapsesOn!: string | null;
  @Field(() => Instant, { nullable: true, description: 'of the latest act' }) decidedAt!: Date | null;
}

/** A pupil with the consents to every purpose that is asked. */
@ObjectType()
export class ConsentRow {
  @Field(() => ID) pupilId!: string;
  @Field() pseudonym!: string;
  @Field(() => String, { nullable: true }) firstName!: string | null;
  @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => Custodies) custody!: Custody;
  @Field(() => [ConsentCell], { description: 'in the order of the purposes' }) cells!: ConsentCell[];
}

/** Pupils x purposes of a group. */
@ObjectType()
export class ConsentMatrix {
  @Field(() => ID) groupId!: string;
  @Field(() => [Purpose], { description: 'those that are asked' }) purposes!: Purpose[];
  @Field(() => [ConsentRow], { description: 'by name' }) rows!: ConsentRow[];
}
