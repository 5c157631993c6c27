import type { PlacementStatus } from '@mintforge/domain/matching';
import { Instant, ListOf } from '@mintforge/platform';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { WishSources, type WishSource } from './rounds/interests.types';
import { PinKind, PlacementStates, Round, RunFigures } from './matching.entities';

/** How far a round is prepared. */
@ObjectType()
export class RoundCounts {
  @Field(() => Int) occurrences!: number;
  @Field(() => Int, { description: 'free seats of the occurrences' }) seats!: number;
  @Field(() => Int) participants!: number;
  @Field(() => Int) withWishes!: number;
  @Field(() => Int) runs!: number;
}

@ObjectType()
export class RoundOccurrence {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'what pupils write on paper' }) number!: number;
  @Field(() => ID) activityId!: string;
  @Field() title!: string;
  @Field() format!: string;
  @Field() host!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Instant) endsAt!: Date;
  @Field(() => Int) capacity!: number;
  @Field(() => Int) taken!: number;
  @Field(() => Int) minimum!: number;
  @Field(() => Int) wishes!: number;
  @Field(() => Int) firstWishes!: number;
}

@ObjectType()
export class Wish {
  @Field(() => Int) rank!: number;
  @Field(() => WishSources) source!: WishSource;
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field(() => Instant) startsAt!: Date;
}

/** A participant as lists show it: pseudonym or group name; the clear name only for who may see it. */
@ObjectType()
export class RoundParticipant {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true }) pupilId!: string | null;
  @Field(() => ID, { nullable: true }) groupId!: string | null;
  @Field({ description: 'pseudonym of the pupil, or name of the group' }) label!: string;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field() school!: string;
  @Field(() => Int, { nullable: true }) grade!: number | null;
  @Field(() => Int) seats!: number;
  @Field(() => ID, { nullable: true, description: 'the class it was put into by hand' }) classId!: string | null;
  @Field(() => String, { nullable: true }) className!: string | null;
  @Field(() => [Wish]) wishes!: Wish[];
}

@ObjectType()
export class RunPlace {
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Int, { nullable: true }) rank!: number | null;
  @Field() pinned!: boolean;
}

/** Why a better wish was not fulfilled: a code and its values; the console puts them into words. */
@ObjectType()
export class RefusedWish {
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Int) rank!: number;
  @Field() code!: string;
  @Field({ description: 'JSON object' }) params!: string;
}

@ObjectType()
export class RunResult {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true }) pupilId!: string | null;
  @Field(() => ID, { nullable: true }) groupId!: string | null;
  @Field() label!: string;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field() school!: string;
  @Field(() => Int, { description: 'lottery number, 1 goes first' }) lottery!: number;
  @Field(() => Int, { nullable: true }) bestRank!: number | null;
  @Field(() => Int) wishes!: number;
  @Field({ description: 'the wishes are proposed from interests, not own ones' }) wishesProposed!: boolean;
  @Field(() => [RunPlace]) places!: RunPlace[];
  @Field(() => [RefusedWish]) refused!: RefusedWish[];
}

@ObjectType()
export class RunOccurrence {
  @Field(() => ID) id!: string;
  @Field(() => Int) number!: number;
  @Field() title!: string;
  @Field() host!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Int) capacity!: number;
  @Field(() => Int) minimum!: number;
  @Field(() => Int) applicants!: number;
  @Field(() => Int) firstWishes!: number;
  @Field(() => Int) placed!: number;
  @Field(() => Int) seatsFree!: number;
  @Field({ description: 'closed below its minimum size' }) closed!: boolean;
  @Field(() => Int, { nullable: true, description: 'lottery number of the last one admitted where seats ran out' }) cutoffLottery!: number | null;
}

@ObjectType()
export class LeftOut {
  @Field(() => ID) participantId!: string;
  @Field() label!: string;
  @Field() code!: string;
}

@ObjectType()
export class UnreadWish {
  @Field(() => ID) participantId!: string;
  @Field() text!: string;
  @Field() problem!: string;
}

@ObjectType()
export class AddedParticipants {
  @Field(() => Int) added!: number;
  @Field(() => [UnreadWish]) unread!: UnreadWish[];
}

@ObjectType()
export class ComparedPlace {
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Int, { nullable: true }) rank!: number | null;
}

@ObjectType()
export class ComparedResult {
  @Field(() => ID) participantId!: string;
  @Field() label!: string;
  @Field({ description: 'GAINED, LOST, MOVED, JOINED or LEFT' }) change!: string;
  @Field(() => [ComparedPlace]) before!: ComparedPlace[];
  @Field(() => [ComparedPlace]) after!: ComparedPlace[];
}

@ObjectType()
export class RunComparison {
  @Field({ description: 'whether both runs were computed from the same wishes, seats and pins' }) sameInput!: boolean;
  @Field(() => Int) gained!: number;
  @Field(() => Int) lost!: number;
  @Field(() => Int) moved!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => RunFigures) before!: RunFigures;
  @Field(() => RunFigures) after!: RunFigures;
  @Field(() => [ComparedResult]) changes!: ComparedResult[];
}

/** Pupils of a run who go from one school to one site of a host. */
@ObjectType()
export class RunFlow {
  @Field(() => ID) schoolId!: string;
  @Field() school!: string;
  @Field(() => Float, { nullable: true }) schoolLat!: number | null;
  @Field(() => Float, { nullable: true }) schoolLon!: number | null;
  @Field(() => ID) hostId!: string;
  @Field() host!: string;
  @Field(() => Float, { nullable: true }) hostLat!: number | null;
  @Field(() => Float, { nullable: true }) hostLon!: number | null;
  @Field(() => Int) placements!: number;
  @Field(() => Int, { description: 'more than placements where groups come by head count' }) seats!: number;
  @Field(() => Float, { nullable: true, description: 'as the crow flies, one way' }) km!: number | null;
}

@ObjectType()
export class RoundPin {
  @Field(() => ID) id!: string;
  @Field(() => ID) participantId!: string;
  @Field() label!: string;
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => PinKind) kind!: PinKind;
  @Field() note!: string;
  @Field(() => String, { nullable: true }) userName!: string | null;
}

@ObjectType()
export class PlacementRow {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { nullable: true }) roundId!: string | null;
  @Field(() => ID) occurrenceId!: string;
  @Field() title!: string;
  @Field() host!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => ID, { nullable: true }) pupilId!: string | null;
  @Field(() => ID, { nullable: true }) groupId!: string | null;
  @Field() label!: string;
  @Field() school!: string;
  @Field(() => Int) seats!: number;
  @Field(() => Int, { nullable: true }) rank!: number | null;
  @Field(() => PlacementStates) state!: PlacementStatus;
  @Field(() => String, { nullable: true }) withdrawnReason!: string | null;
  @Field(() => Instant, { nullable: true, description: 'until when an offered seat must be accepted' }) acceptBy!: Date | null;
  @Field(() => ID, { nullable: true, description: 'the placement whose end led to this one' }) freedBy!: string | null;
  @Field(() => ID, { nullable: true, description: 'the placement its holder left for this one' }) movedFrom!: string | null;
  @Field(() => Instant) createdAt!: Date;
}

export const RoundList = ListOf(Round, 'RoundList');
export const RoundOccurrenceList = ListOf(RoundOccurrence, 'RoundOccurrenceList');
export const RoundParticipantList = ListOf(RoundParticipant, 'RoundParticipantList');
export const RunResultList = ListOf(RunResult, 'RunResultList');
export const PlacementList = ListOf(PlacementRow, 'PlacementList');
