import { Allow } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InterestsService } from './interests.service';
import { WishProposals } from './interests.types';

const id = { type: () => ID };
const number = { type: () => Int, defaultValue: 3 };

/** Wishes proposed from interests. */
@Resolver()
export class InterestsResolver {
  constructor(private readonly service: InterestsService) {}

  @Query(() => WishProposals, { description: 'what proposing wishes would do now' })
  @Allow('matching.run')
  wishProposals(@Args('roundId', id) roundId: string, @Args('perParticipant', number) perParticipant: number): Promise<WishProposals> {
    return this.service.preview(roundId, perParticipant);
  }

  @Mutation(() => Int, { description: 'proposes wishes to those who have none and answers how many got some' })
  @Allow('matching.run')
  proposeWishes(@Args('roundId', id) roundId: string, @Args('perParticipant', number) perParticipant: number): Promise<number> {
    return this.service.propose(roundId, perParticipant);
  }

  @Mutation(() => Int, { description: 'takes proposed wishes back, of one participant or of all' })
  @Allow('matching.run')
  withdrawProposedWishes(@Args('roundId', id) roundId: string, @Args('participantId', { type: () => ID, nullable: true }) participantId: string | null): Promise<number> {
    return this.service.withdraw(roundId, participantId);
  }
}
