import { findingCodes, type FindingCode, type WorkingTimeCase, type WorkingTimeLimit } from '@mintforge/domain/matching';
import { enumOf } from '@mintforge/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { WorkingTimeCases } from './round-setup.inputs';

export const FindingCodes = enumOf('RoundFindingCode', findingCodes);

/** One participant, occurrence or host a finding is about. */
@ObjectType()
export class RoundFindingSubject {
  @Field(() => ID, { nullable: true }) participantId!: string | null;
  @Field(() => ID, { nullable: true }) occurrenceId!: string | null;
  @Field({ description: 'pseudonym, name of the group, or number and title of the occurrence' }) label!: string;
  @Field(() => ID) organisationId!: string;
  @Field({ description: 'the school, or the host' }) organisation!: string;
  @Field(() => [String], { description: 'codes of the rules that bar, or of the proofs that are missing' }) rules!: string[];
  @Field({ description: 'JSON object' }) params!: string;
}

/** What the office should look at before a run, counted and listed. */
@ObjectType('RoundFinding')
export class RoundFindingType {
  @Field(() => FindingCodes) code!: FindingCode;
  @Field(() => Int) count!: number;
  @Field({ description: 'whether those it names take no part in a run' }) leavesOut!: boolean;
  @Field({ description: 'JSON object' }) params!: string;
  @Field(() => [RoundFindingSubject], { description: 'the first of them' }) subjects!: RoundFindingSubject[];
}

@ObjectType()
export class RoundCheck {
  @Field(() => Int) participants!: number;
  @Field(() => Int, { description: 'those with a wish no rule bars' }) takingPart!: number;
  @Field(() => [RoundFindingType]) findings!: RoundFindingType[];
}

/** A row of working-time limits: of the law, or the region's own. */
@ObjectType('WorkingTimeLimit')
export class WorkingTimeLimitType implements WorkingTimeLimit {
  @Field(() => WorkingTimeCases) case!: WorkingTimeCase;
  @Field() validFrom!: string;
  @Field() source!: string;
  @Field({ description: 'false = of the law' }) own!: boolean;
  @Field() allowed!: boolean;
  @Field(() => Int, { nullable: true }) minutesPerDay!: number | null;
  @Field(() => Int, { nullable: true }) minutesPerWeek!: number | null;
  @Field(() => Int, { nullable: true }) shiftMinutes!: number | null;
  @Field(() => Int, { nullable: true }) earliest!: number | null;
  @Field(() => Int, { nullable: true }) latest!: number | null;
  @Field(() => Int, { nullable: true }) latestOnEves!: number | null;
  @Field() weekends!: boolean;
  @Field() publicHolidays!: boolean;
  @Field(() => Int, { nullable: true }) daysPerYear!: number | null;
  @Field(() => Int, { nullable: true }) lastGrade!: number | null;
}
