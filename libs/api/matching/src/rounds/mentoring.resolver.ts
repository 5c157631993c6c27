import type { UnrankedRule } from '@mintforge/domain/matching';
import { Allow, type GraphqlContext } from '@mintforge/platform';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MentoringReads } from './mentoring.reads';
import { MentoringService } from './mentoring.service';
import { MentorCandidate, MentoringRound, MentorOrderArgs, UnrankedRules } from './mentoring.types';
import { Names } from './names.resolver';

const id = { type: () => ID };

@Resolver(() => MentorCandidate)
export class MentoringResolver {
  constructor(
    private readonly service: MentoringService,
    private readonly reads: MentoringReads,
    private readonly names: Names,
  ) {}

  @Query(() => MentoringRound)
  @Allow('matching.read')
  mentoringRound(@Args('roundId', id) roundId: string): Promise<MentoringRound> {
    return this.reads.round(roundId);
  }

  @Query(() => [MentorCandidate])
  @Allow('matching.read')
  mentorCandidates(@Args('roundId', id) roundId: string, @Args('occurrenceId', id) occurrenceId: string): Promise<MentorCandidate[]> {
    return this.reads.candidates(roundId, occurrenceId);
  }

  @ResolveField(() => String, { nullable: true })
  name(@Parent() row: MentorCandidate, @Context() context: GraphqlContext): Promise<string | null> {
    return this.names.of(row.pupilId, context);
  }

  @Mutation(() => MentoringRound)
  @Allow('matching.run')
  async setUnranked(@Args('roundId', id) roundId: string, @Args('unranked', { type: () => UnrankedRules }) unranked: UnrankedRule): Promise<MentoringRound> {
    await this.service.setUnranked(roundId, unranked);
    return this.reads.round(roundId);
  }

  @Mutation(() => MentoringRound, { description: 'replaces the order of one mentor' })
  @Allow('matching.run')
  async setMentorOrder(@Args() args: MentorOrderArgs): Promise<MentoringRound> {
    await this.service.setOrder(args);
    return this.reads.round(args.roundId);
  }
}
