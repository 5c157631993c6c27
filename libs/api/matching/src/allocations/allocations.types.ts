import { defaultAllocationRules, pairBars, type AllocationRules, type PairBar, type PairReason } from '@mintforge/domain/matching';
import type { ActivityFormat, NeedState, OfferState, PartnershipState, Topic } from '@mintforge/domain/partners';
import { activityFormats, needStates, offerStates, partnershipStates, topics } from '@mintforge/domain/partners';
import { EditableEntity, enumOf, IdField, Instant, IntField, TenantEntity, TextField } from '@mintforge/platform';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsEnum, IsUUID } from 'class-validator';
import { Column, Entity } from 'typeorm';
import { PinKind } from '../matching.entities';

const Formats = enumOf('ActivityFormat', activityFormats);
const Topics = enumOf('Topic', topics);
const NeedStates = enumOf('NeedState', needStates);
const OfferStates = enumOf('OfferState', offerStates);
const PartnershipStates = enumOf('PartnershipState', partnershipStates);
const PairBars = enumOf('PairBar', pairBars);

export enum AllocationState { PROPOSED = 'PROPOSED', ACCEPTED = 'ACCEPTED', WITHDRAWN = 'WITHDRAWN' }
registerEnumType(AllocationState, { name: 'AllocationState' });

/** Seats of an offer given to a need, proposed until the office accepts; a withdrawn one stays on record. */
@Entity('allocation')
export class AllocationEntity extends EditableEntity {
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('uuid', { name: 'need_id' }) needId!: string;
  @Column('uuid', { name: 'offer_id' }) offerId!: string;
  @Column('int') seats!: number;
  @Column('int') score!: number;
  @Column('jsonb') reasons!: PairReason[];
  @Column('text', { default: 'PROPOSED' }) state!: AllocationState;
  @Column('uuid', { name: 'partnership_id', nullable: true }) partnershipId!: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason!: string | null;
}

/** A pair of need and offer the office fixed or forbade, with a note why. */
@Entity('allocation_mark')
export class AllocationMarkEntity extends TenantEntity {
  @Column('uuid', { name: 'round_id' }) roundId!: string;
  @Column('uuid', { name: 'need_id' }) needId!: string;
  @Column('uuid', { name: 'offer_id' }) offerId!: string;
  @Column('text') kind!: PinKind;
  @Column('int', { nullable: true }) seats!: number | null;
  @Column('text') note!: string;
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
}

@ObjectType('AllocationRules')
export class AllocationRulesType implements AllocationRules {
  @Field(() => Int, { nullable: true, description: 'kilometres in a straight line; null = anywhere' }) maxKm!: number | null;
  @Field() newPartnersFirst!: boolean;
  @Field(() => Int, { nullable: true, description: 'most seats of one offer for one need; null = all' }) seatsPerPair!: number | null;
}

@InputType()
export class AllocationRulesInput implements AllocationRules {
  @IntField(1, 300, { optional: true }) maxKm: number | null = defaultAllocationRules.maxKm;
  @Field({ defaultValue: defaultAllocationRules.newPartnersFirst }) @IsBoolean() newPartnersFirst!: boolean;
  @IntField(1, 2000, { optional: true }) seatsPerPair: number | null = defaultAllocationRules.seatsPerPair;
}

/** Which needs and offers come into a round or leave it. */
@InputType()
export class NeedsAndOffers {
  @Field(() => [ID], { defaultValue: [] }) @IsUUID('all', { each: true }) @ArrayMaxSize(500) needIds!: string[];
  @Field(() => [ID], { defaultValue: [] }) @IsUUID('all', { each: true }) @ArrayMaxSize(500) offerIds!: string[];
}

@ArgsType()
export class MarkPairArgs {
  @IdField() roundId!: string;
  @IdField() needId!: string;
  @IdField() offerId!: string;
  @Field(() => PinKind) @IsEnum(PinKind) kind!: PinKind;
  @IntField(1, 2000, { optional: true, description: 'only with PIN; absent = as many as both sides have' }) seats?: number | null;
  @TextField(500) note!: string;
}

/** Code and values (JSON object); the console puts them into words. */
@ObjectType()
export class PairReasonType {
  @Field() code!: string;
  @Field({ description: 'JSON object' }) params!: string;
}

/** Seats of a need unmet or of an offer unused, and why. */
@ObjectType()
export class AllocationGapType {
  @Field(() => Int, { nullable: true }) seats!: number | null;
  @Field() code!: string;
  @Field({ description: 'JSON object' }) params!: string;
}

@ObjectType({ isAbstract: true })
abstract class RoundSide {
  @Field(() => ID) id!: string;
  @Field() title!: string;
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field(() => Formats) format!: ActivityFormat;
  @Field(() => [Topics]) topics!: Topic[];
  @Field(() => [Int]) grades!: number[];
  @Field(() => String, { nullable: true }) periodFrom!: string | null;
  @Field(() => String, { nullable: true }) periodTo!: string | null;
  @Field(() => Int, { nullable: true, description: 'seats asked for or offered in all; null = nobody said' }) size!: number | null;
  @Field(() => Int, { description: 'seats accepted, in this round and before' }) accepted!: number;
  @Field(() => Int, { description: 'seats the proposal gives' }) proposed!: number;
  @Field(() => AllocationGapType, { nullable: true }) gap!: AllocationGapType | null;
}

/** A need in a round. */
@ObjectType()
export class RoundNeed extends RoundSide {
  @Field(() => NeedStates) state!: NeedState;
}

/** An offer in a round. */
@ObjectType()
export class RoundOffer extends RoundSide {
  @Field(() => OfferStates) state!: OfferState;
}

@ObjectType()
export class Allocation {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) needId!: string;
  @Field() needTitle!: string;
  @Field() school!: string;
  @Field(() => ID) offerId!: string;
  @Field() offerTitle!: string;
  @Field() host!: string;
  @Field(() => Int) seats!: number;
  @Field(() => Int, { description: 'fit, 0 to 1,000,000' }) score!: number;
  @Field(() => [PairReasonType]) reasons!: PairReasonType[];
  @Field(() => AllocationState) state!: AllocationState;
  @Field(() => Instant, { nullable: true }) acceptedAt!: Date | null;
  @Field(() => String, { nullable: true }) withdrawnReason!: string | null;
  @Field(() => ID, { nullable: true }) partnershipId!: string | null;
  @Field(() => PartnershipStates, { nullable: true }) partnershipState!: PartnershipState | null;
  @Field(() => OfferStates, { description: 'OPEN = the next step is an activity made of it' }) offerState!: OfferState;
}

@ObjectType()
export class AllocationMark {
  @Field(() => ID) id!: string;
  @Field(() => ID) needId!: string;
  @Field(() => ID) offerId!: string;
  @Field() school!: string;
  @Field() needTitle!: string;
  @Field() host!: string;
  @Field() offerTitle!: string;
  @Field(() => PinKind) kind!: PinKind;
  @Field(() => Int, { nullable: true }) seats!: number | null;
  @Field() note!: string;
  @Field(() => String, { nullable: true }) userName!: string | null;
}

/** How well an offer of the round would fit a need, and what keeps them apart. */
@ObjectType()
export class OfferFit {
  @Field(() => ID) offerId!: string;
  @Field() offerTitle!: string;
  @Field() host!: string;
  @Field(() => Int, { nullable: true, description: 'seats not accepted by anybody yet' }) seatsLeft!: number | null;
  @Field(() => Int) score!: number;
  @Field(() => [PairBars]) bars!: PairBar[];
  @Field(() => [PairReasonType]) reasons!: PairReasonType[];
}

/** A round of needs and offers in figures. */
@ObjectType()
export class NeedsRound {
  @Field(() => AllocationRulesType) rules!: AllocationRules;
  @Field(() => Int) needs!: number;
  @Field(() => Int) offers!: number;
  @Field(() => Int, { description: 'seats still to be found when the round began' }) seatsNeeded!: number;
  @Field(() => Int) seatsOffered!: number;
  @Field(() => Int) seatsProposed!: number;
  @Field(() => Int) seatsAccepted!: number;
}
