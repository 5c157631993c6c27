import { maxSeedLength } from '@mintforge/domain/matching';
import { Allow, TextField } from '@mintforge/platform';
import { Args, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Round } from '../matching.entities';
import { MatchingReads } from '../matching.reads';
import { SecondCalls } from './second-call.service';

const id = { type: () => ID };

@InputType()
export class SecondCallInput {
  @TextField(200) title!: string;
  @TextField(maxSeedLength, { description: 'the lottery is drawn anew' }) seed!: string;
}

@Resolver(() => Round)
export class SecondCallResolver {
  constructor(
    private readonly service: SecondCalls,
    private readonly reads: MatchingReads,
  ) {}

  @Mutation(() => Round, { description: 'ends an open round without publishing' })
  @Allow('matching.run')
  async closeRound(@Args('id', id) roundId: string, @Args('version', { type: () => Int }) version: number): Promise<Round> {
    await this.service.close(roundId, version);
    return this.reads.round(roundId);
  }

  @Mutation(() => Round, { description: 'opens a round for the seats left and the participants without a place' })
  @Allow('matching.run')
  async secondCall(@Args('roundId', id) roundId: string, @Args('input') { title, seed }: SecondCallInput, @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string): Promise<Round> {
    return this.reads.round(await this.service.open(roundId, title, seed, idempotencyKey));
  }
}
