import type { ConsentAct, ConsentState, Custody, PurposeCode, Signer, VoidReason } from '@mintforge/domain/consent';
import { Instant } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Assurances, Channels, ConsentActs, ConsentStates, Custodies, PurposeCodes, Signers, VoidReasons } from '../consent.enums';

/** A step of a pupil's consents (Verlauf): what happened, who said it, and where the consent stood then. */
@ObjectType()
export class ConsentStep {
  @Field(() => ID) id!: string;
  @Field(() => PurposeCodes) purpose!: PurposeCode;
  @Field(() => ConsentActs) act!: ConsentAct;
  @Field(() => Signers, { nullable: true }) signer!: Signer | null;
  @Field(() => String, { nullable: true, description: 'as declared; null for roles that may not identify people' }) signerName!: string | null;
  @Field(() => Instant, { description: 'of a paper the day of the signature' }) decidedAt!: Date;
  @Field(() => Instant, { description: 'when it was recorded' }) createdAt!: Date;
  @Field(() => String, { nullable: true }) recordedByName!: string | null;
  @Field(() => Channels, { nullable: true }) channel!: keyof typeof Channels | null;
  @Field(() => Assurances, { nullable: true }) assurance!: keyof typeof Assurances | null;
  @Field(() => Int, { nullable: true, description: 'version of the text' }) textNumber!: number | null;
  @Field(() => VoidReasons, { nullable: true }) voidReason!: VoidReason | null;
  @Field(() => ConsentStates) state!: ConsentState;
  @Field(() => [Signers]) missing!: Signer[];
  @Field({ description: 'answers have a signed receipt' }) hasReceipt!: boolean;
}

/** Guardians who disagree about a pupil and a purpose: who said what when. */
@ObjectType()
export class ConsentDispute {
  @Field(() => ID) pupilId!: string;
  @Field() pseudonym!: string;
  @Field(() => String, { nullable: true }) firstName!: string | null;
  @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => ID, { nullable: true }) groupId!: string | null;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field(() => String, { nullable: true, description: 'the school of the group' }) organisationName!: string | null;
  @Field(() => Custodies) custody!: Custody;
  @Field(() => ID) purposeId!: string;
  @Field(() => PurposeCodes) purpose!: PurposeCode;
  @Field(() => [ConsentStep], { description: 'the latest answer of each signer, in the order of their days' }) voices!: ConsentStep[];
}
