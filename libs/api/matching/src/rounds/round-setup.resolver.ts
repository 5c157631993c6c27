import type { WorkingTimeCase } from '@mintforge/domain/matching';
import { Allow } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Round } from '../matching.entities';
import { MatchingReads } from '../matching.reads';
import { RoundChecks } from './round-check.service';
import { RoundRules } from './round-rules.service';
import { RoundClass, RoundReserve, RoundTask } from './round-setup.entities';
import { ParticipantsChoice, RoundClassesInput, RoundReservesInput, WorkingTimeCases, WorkingTimeLimitInput } from './round-setup.inputs';
import { RoundSetupReads } from './round-setup.reads';
import { RoundCheck, WorkingTimeLimitType } from './round-setup.types';
import { TravelTimes } from './travel-times';
import { WorkingTime } from './working-time.service';

const id = { type: () => ID };
const version = { type: () => Int };

/** Classes, reserves, the check before a run and its tasks, limits of working time. */
@Resolver()
export class RoundSetupResolver {
  constructor(
    private readonly rules: RoundRules,
    private readonly checks: RoundChecks,
    private readonly workingTime: WorkingTime,
    private readonly travelTimes: TravelTimes,
    private readonly reads: RoundSetupReads,
    private readonly rounds: MatchingReads,
  ) {}

  @Query(() => [RoundClass])
  @Allow('matching.read')
  roundClasses(@Args('roundId', id) roundId: string): Promise<RoundClass[]> {
    return this.reads.classes(roundId);
  }

  @Mutation(() => Round)
  @Allow('matching.run')
  async setRoundClasses(@Args('roundId', id) roundId: string, @Args('version', version) known: number, @Args('input') input: RoundClassesInput): Promise<Round> {
    await this.rules.setClasses(roundId, known, input.classes);
    return this.rounds.round(roundId);
  }

  @Mutation(() => Int, { description: 'how many participants changed' })
  @Allow('matching.run')
  assignClass(@Args('roundId', id) roundId: string, @Args('classId', { type: () => ID, nullable: true }) classId: string | null, @Args('whom') whom: ParticipantsChoice): Promise<number> {
    return this.rules.assignClass(roundId, classId, whom);
  }

  @Query(() => [RoundReserve])
  @Allow('matching.run')
  roundReserves(@Args('roundId', id) roundId: string): Promise<RoundReserve[]> {
    return this.reads.reserves(roundId);
  }

  @Mutation(() => Round)
  @Allow('matching.run')
  async setRoundReserves(@Args('roundId', id) roundId: string, @Args('version', version) known: number, @Args('input') input: RoundReservesInput): Promise<Round> {
    await this.rules.setReserves(roundId, known, input.reserves);
    return this.rounds.round(roundId);
  }

  @Query(() => RoundCheck)
  @Allow('matching.run')
  roundCheck(@Args('roundId', id) roundId: string): Promise<RoundCheck> {
    return this.checks.check(roundId);
  }

  @Query(() => [RoundTask])
  @Allow('matching.run')
  roundTasks(@Args('roundId', id) roundId: string): Promise<RoundTask[]> {
    return this.checks.tasks(roundId);
  }

  @Mutation(() => Int, { description: 'makes tasks of what the check finds and answers how many are open' })
  @Allow('matching.run')
  makeRoundTasks(@Args('roundId', id) roundId: string): Promise<number> {
    return this.checks.makeTasks(roundId);
  }

  @Mutation(() => Boolean)
  @Allow('matching.run')
  async settleRoundTask(@Args('id', id) taskId: string, @Args('done') done: boolean): Promise<boolean> {
    await this.checks.settleTask(taskId, done);
    return true;
  }

  @Mutation(() => ID, { description: 'asks the provider of travel times for the ways of the round and answers the job' })
  @Allow('matching.run')
  async measureTravelTimes(@Args('roundId', id) roundId: string): Promise<string> {
    return this.travelTimes.start(roundId);
  }

  @Query(() => [WorkingTimeLimitType])
  @Allow('matching.read')
  workingTimeLimits(): Promise<WorkingTimeLimitType[]> {
    return this.workingTime.limits();
  }

  @Mutation(() => [WorkingTimeLimitType])
  @Allow('matching.run')
  async setWorkingTimeLimit(@Args('input') input: WorkingTimeLimitInput): Promise<WorkingTimeLimitType[]> {
    await this.workingTime.set(input);
    return this.workingTime.limits();
  }

  @Mutation(() => [WorkingTimeLimitType])
  @Allow('matching.run')
  async removeWorkingTimeLimit(@Args('case', { type: () => WorkingTimeCases }) kind: WorkingTimeCase, @Args('validFrom') validFrom: string): Promise<WorkingTimeLimitType[]> {
    await this.workingTime.remove(kind, validFrom);
    return this.workingTime.limits();
  }
}
