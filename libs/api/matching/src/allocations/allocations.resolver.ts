import { Allow } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllocationReads } from './allocations.reads';
import { AllocationsService } from './allocations.service';
import { Allocation, AllocationMark, AllocationRulesInput, MarkPairArgs, NeedsAndOffers, NeedsRound, OfferFit, RoundNeed, RoundOffer } from './allocations.types';

const id = { type: () => ID };
const version = { type: () => Int };

/** Rounds of needs and offers. */
@Resolver()
export class AllocationsResolver {
  constructor(
    private readonly service: AllocationsService,
    private readonly reads: AllocationReads,
  ) {}

  @Query(() => NeedsRound)
  @Allow('matching.read')
  needsRound(@Args('roundId', id) roundId: string): Promise<NeedsRound> {
    return this.reads.figures(roundId);
  }

  @Query(() => [RoundNeed])
  @Allow('matching.read')
  roundNeeds(@Args('roundId', id) roundId: string): Promise<RoundNeed[]> {
    return this.reads.needs(roundId);
  }

  @Query(() => [RoundOffer])
  @Allow('matching.read')
  roundOffers(@Args('roundId', id) roundId: string): Promise<RoundOffer[]> {
    return this.reads.offers(roundId);
  }

  @Query(() => [Allocation])
  @Allow('matching.read')
  allocations(@Args('roundId', id) roundId: string): Promise<Allocation[]> {
    return this.reads.allocations(roundId);
  }

  @Query(() => [AllocationMark])
  @Allow('matching.read')
  allocationMarks(@Args('roundId', id) roundId: string): Promise<AllocationMark[]> {
    return this.reads.marks(roundId);
  }

  @Query(() => [OfferFit], { description: 'every open offer of the round beside one need, best fitting first' })
  @Allow('matching.read')
  offerFits(@Args('roundId', id) roundId: string, @Args('needId', id) needId: string): Promise<OfferFit[]> {
    return this.reads.fits(roundId, needId);
  }

  @Mutation(() => NeedsRound)
  @Allow('matching.run')
  async setAllocationRules(@Args('roundId', id) roundId: string, @Args('rules') rules: AllocationRulesInput): Promise<NeedsRound> {
    await this.service.setRules(roundId, rules);
    return this.reads.figures(roundId);
  }

  @Mutation(() => Int, { description: 'answers how many came in' })
  @Allow('matching.run')
  takeNeedsAndOffers(@Args('roundId', id) roundId: string, @Args('chosen') chosen: NeedsAndOffers, @Args('all', { defaultValue: false, description: 'every open need and offer' }) all: boolean): Promise<number> {
    return this.service.take(roundId, chosen, all);
  }

  @Mutation(() => Boolean)
  @Allow('matching.run')
  async leaveOutNeedsAndOffers(@Args('roundId', id) roundId: string, @Args('chosen') chosen: NeedsAndOffers): Promise<boolean> {
    await this.service.leaveOut(roundId, chosen);
    return true;
  }

  @Mutation(() => ID)
  @Allow('matching.run')
  markPair(@Args() args: MarkPairArgs): Promise<string> {
    return this.service.mark(args);
  }

  @Mutation(() => Boolean)
  @Allow('matching.run')
  async unmarkPair(@Args('id', id) markId: string): Promise<boolean> {
    await this.service.unmark(markId);
    return true;
  }

  @Mutation(() => ID, { description: 'starts the job that proposes allocations and answers its id' })
  @Allow('matching.run')
  proposeAllocations(@Args('roundId', id) roundId: string): Promise<string> {
    return this.service.propose(roundId);
  }

  @Mutation(() => Allocation)
  @Allow('matching.publish')
  async acceptAllocation(@Args('id', id) allocationId: string, @Args('version', version) known: number): Promise<Allocation> {
    await this.service.accept(allocationId, known);
    return this.reads.allocation(allocationId);
  }

  @Mutation(() => Allocation)
  @Allow('matching.publish')
  async withdrawAllocation(@Args('id', id) allocationId: string, @Args('version', version) known: number, @Args('reason') reason: string): Promise<Allocation> {
    await this.service.withdraw(allocationId, known, reason);
    return this.reads.allocation(allocationId);
  }

  @Mutation(() => Int, { description: 'accepts what is still proposed, publishes the round and answers the number of accepted allocations' })
  @Allow('matching.publish')
  publishAllocations(@Args('roundId', id) roundId: string, @Args('version', version) known: number): Promise<number> {
    return this.service.publish(roundId, known);
  }
}
