import { mostRanked, unrankedRules, type UnrankedRule } from '@mintforge/domain/matching';
import { enumOf, IdField, Instant } from '@mintforge/platform';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsUUID } from 'class-validator';

export const UnrankedRules = enumOf('UnrankedRule', unrankedRules);

/** A mentor of a mentoring round: one occurrence of the format MENTORING. */
@ObjectType()
export class MentorPlace {
  @Field(() => ID) occurrenceId!: string;
  @Field(() => Int) number!: number;
  @Field() title!: string;
  @Field() host!: string;
  @Field(() => Instant) startsAt!: Date;
  @Field(() => Int) capacity!: number;
  @Field(() => Int) taken!: number;
  @Field(() => Int, { description: 'participants who wish this mentor' }) wishes!: number;
  @Field(() => Int, { description: 'participants the mentor ranked' }) ranked!: number;
}

/** The mentors of a round and what their orders do. */
@ObjectType()
export class MentoringRound {
  @Field(() => UnrankedRules) unranked!: UnrankedRule;
  @Field(() => [MentorPlace]) mentors!: MentorPlace[];
}

/** Somebody a mentor may rank: who wishes the mentor, and who is ranked already. */
@ObjectType()
export class MentorCandidate {
  @Field(() => ID) participantId!: string;
  @Field(() => ID, { nullable: true }) pupilId!: string | null;
  @Field({ description: 'pseudonym of the pupil' }) label!: string;
  @Field(() => String, { nullable: true }) groupName!: string | null;
  @Field() school!: string;
  @Field(() => Int, { nullable: true }) grade!: number | null;
  @Field(() => Int, { nullable: true, description: 'which wish of the pupil this mentor is' }) wishRank!: number | null;
  @Field(() => Int, { nullable: true, description: 'place in the mentor’s order, 1 = first' }) position!: number | null;
  @Field(() => Int, { description: 'fit of interests and topics, 0 to 1,000,000' }) score!: number;
}

@ArgsType()
export class MentorOrderArgs {
  @IdField() roundId!: string;
  @IdField() occurrenceId!: string;
  @Field(() => [ID], { description: 'best first' }) @IsUUID('all', { each: true }) @ArrayUnique() @ArrayMaxSize(mostRanked) participantIds!: string[];
}
