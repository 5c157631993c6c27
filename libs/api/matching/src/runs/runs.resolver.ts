import { Allow, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PinKind, Run } from '../matching.entities';
import { ResultsArgs } from '../matching.inputs';
import { MatchingReads } from '../matching.reads';
import { LeftOut, RunComparison, RunFlow, RunOccurrence, RunResult, RunResultList } from '../matching.types';
import { RunReads } from './runs.reads';
import { RunsService } from './runs.service';
import { RoundSettingsInput } from '../rounds/settings.types';

const id = { type: () => ID };
const version = { type: () => Int };
const key = { type: () => String, nullable: true };

@Resolver(() => Run)
export class RunsResolver {
  constructor(
    private readonly service: RunsService,
    private readonly reads: MatchingReads,
    private readonly runReads: RunReads,
  ) {}

  @Query(() => [Run])
  @Allow('matching.read')
  runs(@Args('roundId', id) roundId: string): Promise<Run[]> {
    return this.reads.runs(roundId);
  }

  @Query(() => Run)
  @Allow('matching.read')
  run(@Args('id', id) runId: string): Promise<Run> {
    return this.reads.run(runId);
  }

  @ResolveField(() => [LeftOut], { description: 'participants who could not get anything, and why' })
  leftOut(@Parent() run: Run): Promise<LeftOut[]> {
    return this.reads.leftOut(run);
  }

  @Query(() => RunResultList)
  @Allow('matching.read')
  runResults(@Args() args: ResultsArgs): Promise<List<RunResult>> {
    return this.reads.results(args);
  }

  @Query(() => [RunOccurrence])
  @Allow('matching.read')
  runOccurrences(@Args('runId', id) runId: string): Promise<RunOccurrence[]> {
    return this.reads.runOccurrences(runId);
  }

  @Query(() => RunComparison)
  @Allow('matching.read')
  compareRuns(@Args('beforeId', id) beforeId: string, @Args('afterId', id) afterId: string): Promise<RunComparison> {
    return this.runReads.compare(beforeId, afterId);
  }

  @Query(() => RunComparison, { description: 'what a pin or veto would change against the latest run; nothing is stored' })
  @Allow('matching.run')
  pinCost(@Args('roundId', id) roundId: string, @Args('participantId', id) participantId: string, @Args('occurrenceId', id) occurrenceId: string, @Args('kind', { type: () => PinKind }) kind: PinKind): Promise<RunComparison> {
    return this.runReads.pinCost(roundId, { participantId, occurrenceId, kind });
  }

  @Query(() => [RunFlow], { description: 'how many go from which school to which host' })
  @Allow('matching.read')
  runFlows(@Args('runId', id) runId: string): Promise<RunFlow[]> {
    return this.runReads.flows(runId);
  }

  @Mutation(() => Run)
  @Allow('matching.run')
  async startRun(@Args('roundId', id) roundId: string, @Args('settings', { type: () => RoundSettingsInput, nullable: true }) settings: RoundSettingsInput | null, @Args('idempotencyKey', key) idempotencyKey?: string): Promise<Run> {
    return this.reads.run(await this.service.start(roundId, settings, idempotencyKey));
  }

  @Mutation(() => Run)
  @Allow('matching.run')
  async cancelRun(@Args('id', id) runId: string): Promise<Run> {
    await this.service.cancel(runId);
    return this.reads.run(runId);
  }

  @Mutation(() => Int, { description: 'publishes a run and answers the number of placements' })
  @Allow('matching.publish')
  publishRun(@Args('id', id) runId: string, @Args('roundVersion', version) roundVersion: number): Promise<number> {
    return this.service.publish(runId, roundVersion);
  }
}
