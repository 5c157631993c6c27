import { Allow } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Holds } from './holds.service';
import { LegalHold } from './retention.entities';
import { HoldInput, ProlongHoldArgs, ReleaseRuleArgs, ReportArgs, RetentionClassArgs, RetentionRuleInput, SignRuleArgs } from './retention.inputs';
import { RetentionReads } from './retention.reads';
import { RetentionRules } from './retention-rules';
import { RetentionClassReport, RetentionResult } from './retention.types';

/** Retention for the console: the dry run, rules, signatures, holds. */
@Resolver()
export class RetentionResolver {
  constructor(
    private readonly reads: RetentionReads,
    private readonly rules: RetentionRules,
    private readonly holds: Holds,
  ) {}

  @Query(() => [RetentionClassReport], { description: 'What would end when; nothing is changed' })
  @Allow('retention.read')
  retentionReport(@Args() { until }: ReportArgs): Promise<RetentionClassReport[]> {
    return this.reads.report(until);
  }

  @Query(() => [RetentionResult], { description: 'What the last nights ended' })
  @Allow('retention.read')
  retentionResults(): Promise<RetentionResult[]> {
    return this.reads.results();
  }

  @Mutation(() => Int, { description: 'Adopts the standard rules that the region lacks, and gives how many came' })
  @Allow('retention.write')
  adoptRetentionRules(): Promise<number> {
    return this.rules.adopt();
  }

  @Mutation(() => Boolean)
  @Allow('retention.write')
  async proposeRetentionRule(@Args('input') input: RetentionRuleInput): Promise<boolean> {
    await this.rules.propose(input);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Takes back what waits for a second person' })
  @Allow('retention.write')
  async discardRetentionRule(@Args() { retentionClass }: RetentionClassArgs): Promise<boolean> {
    await this.rules.discard(retentionClass);
    return true;
  }

  @Mutation(() => Boolean, { description: 'By a second person' })
  @Allow('retention.release')
  async releaseRetentionRule(@Args() { retentionClass, validFrom }: ReleaseRuleArgs): Promise<boolean> {
    await this.rules.release(retentionClass, validFrom);
    return true;
  }

  @Mutation(() => Boolean, { description: 'From the next night on the rule in force is executed' })
  @Allow('retention.release')
  async signRetentionRule(@Args() { retentionClass, due }: SignRuleArgs): Promise<boolean> {
    await this.rules.sign(retentionClass, due);
    return true;
  }

  @Query(() => [LegalHold], { description: 'those that stand first' })
  @Allow('retention.read')
  legalHolds(): Promise<LegalHold[]> {
    return this.holds.all();
  }

  @Mutation(() => ID)
  @Allow('holds.write')
  placeHold(@Args('input') input: HoldInput, @Args('idempotencyKey') key: string): Promise<string> {
    return this.holds.place(input, key);
  }

  @Mutation(() => ID)
  @Allow('holds.write')
  async prolongHold(@Args() { id, version, ...days }: ProlongHoldArgs): Promise<string> {
    await this.holds.prolong(id, version, days);
    return id;
  }

  @Mutation(() => ID)
  @Allow('holds.write')
  async liftHold(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number): Promise<string> {
    await this.holds.lift(id, version);
    return id;
  }
}
