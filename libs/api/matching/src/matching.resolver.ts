import { Allow, type GraphqlContext, type List } from '@mintforge/platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PinKind, Round } from './matching.entities';
import { NewParticipants, ParticipantsArgs, RoundInput, RoundPatch, RoundsArgs } from './matching.inputs';
import { MatchingReads } from './matching.reads';
import { AddedParticipants, RoundCounts, RoundList, RoundOccurrence, RoundOccurrenceList, RoundParticipant, RoundParticipantList, RoundPin } from './matching.types';
import { RoundsService } from './rounds/rounds.service';

const id = { type: () => ID };
const version = { type: () => Int };
const key = { type: () => String, nullable: true };

@Resolver(() => Round)
export class RoundsResolver {
  constructor(
    private readonly service: RoundsService,
    private readonly reads: MatchingReads,
  ) {}

  @Query(() => RoundList)
  @Allow('matching.read')
  rounds(@Args() args: RoundsArgs): Promise<List<Round>> {
    return this.reads.rounds(args);
  }

  @Query(() => Round)
  @Allow('matching.read')
  round(@Args('id', id) roundId: string): Promise<Round> {
    return this.reads.round(roundId);
  }

  @ResolveField(() => RoundCounts)
  counts(@Parent() round: Round, @Context() context: GraphqlContext): Promise<RoundCounts | null> {
    return this.reads.counts(context, round.id);
  }

  @Query(() => RoundOccurrenceList)
  @Allow('matching.read')
  roundOccurrences(@Args('roundId', id) roundId: string, @Args('page', { type: () => Int, defaultValue: 1 }) page: number, @Args('perPage', { type: () => Int, defaultValue: 100 }) perPage: number): Promise<List<RoundOccurrence>> {
    return this.reads.occurrences(roundId, page, perPage);
  }

  @Query(() => RoundParticipantList)
  @Allow('matching.read')
  participants(@Args() args: ParticipantsArgs): Promise<List<RoundParticipant>> {
    return this.reads.participants(args);
  }

  @Query(() => [RoundPin])
  @Allow('matching.read')
  pins(@Args('roundId', id) roundId: string): Promise<RoundPin[]> {
    return this.reads.pins(roundId);
  }

  @Mutation(() => Round)
  @Allow('matching.run')
  async createRound(@Args('input') input: RoundInput, @Args('idempotencyKey', key) idempotencyKey?: string): Promise<Round> {
    return this.reads.round(await this.service.create(input, idempotencyKey));
  }

  @Mutation(() => Round)
  @Allow('matching.run')
  async updateRound(@Args('id', id) roundId: string, @Args('version', version) known: number, @Args('patch') patch: RoundPatch): Promise<Round> {
    await this.service.update(roundId, known, patch);
    return this.reads.round(roundId);
  }

  @Mutation(() => Boolean)
  @Allow('matching.run')
  async deleteRound(@Args('id', id) roundId: string): Promise<boolean> {
    await this.service.delete(roundId);
    return true;
  }

  @Mutation(() => Round)
  @Allow('matching.run')
  async setRoundOccurrences(@Args('id', id) roundId: string, @Args('occurrenceIds', { type: () => [ID] }) occurrenceIds: string[]): Promise<Round> {
    await this.service.setOccurrences(roundId, occurrenceIds);
    return this.reads.round(roundId);
  }

  @Mutation(() => AddedParticipants)
  @Allow('matching.run')
  addParticipants(@Args('roundId', id) roundId: string, @Args('input') input: NewParticipants): Promise<AddedParticipants> {
    return this.service.addParticipants(roundId, input);
  }

  @Mutation(() => Boolean)
  @Allow('matching.run')
  async removeParticipant(@Args('id', id) participantId: string): Promise<boolean> {
    await this.service.removeParticipant(participantId);
    return true;
  }

  @Mutation(() => Boolean)
  @Allow('matching.run')
  async setWishes(@Args('participantId', id) participantId: string, @Args('occurrenceIds', { type: () => [ID] }) occurrenceIds: string[]): Promise<boolean> {
    await this.service.setWishes(participantId, occurrenceIds);
    return true;
  }

  @Mutation(() => ID)
  @Allow('matching.run')
  setPin(@Args('roundId', id) roundId: string, @Args('participantId', id) participantId: string, @Args('occurrenceId', id) occurrenceId: string, @Args('kind', { type: () => PinKind }) kind: PinKind, @Args('note') note: string): Promise<string> {
    return this.service.setPin(roundId, participantId, occurrenceId, kind, note);
  }

  @Mutation(() => Boolean)
  @Allow('matching.run')
  async removePin(@Args('id', id) pinId: string): Promise<boolean> {
    await this.service.removePin(pinId);
    return true;
  }
}
