import { Allow, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Placement } from '../matching.entities';
import { PlacementsArgs } from '../matching.inputs';
import { MatchingReads } from '../matching.reads';
import { PlacementList, PlacementRow } from '../matching.types';
import { Moves } from './moves.service';
import { MoveUp, Waiting } from './placements.types';
import { PlacementsService } from './placements.service';

const id = { type: () => ID };
const ids = { type: () => [ID] };
const version = { type: () => Int };
const key = { type: () => String, nullable: true };

@Resolver(() => Placement)
export class PlacementsResolver {
  constructor(
    private readonly service: PlacementsService,
    private readonly reads: MatchingReads,
    private readonly moves: Moves,
  ) {}

  @Query(() => PlacementList)
  @Allow('matching.read')
  placements(@Args() args: PlacementsArgs): Promise<List<PlacementRow>> {
    return this.reads.placements(args);
  }

  @Query(() => [MoveUp], { description: 'who would move up if this placement were withdrawn' })
  @Allow('matching.publish')
  withdrawalPreview(@Args('placementId', id) placementId: string): Promise<MoveUp[]> {
    return this.moves.withdrawalPreview(placementId);
  }

  @Query(() => [Waiting], { description: 'who waits for an occurrence in its latest published round, next first' })
  @Allow('matching.publish')
  waitingList(@Args('occurrenceId', id) occurrenceId: string): Promise<Waiting[]> {
    return this.moves.waitingList(occurrenceId);
  }

  @Query(() => [MoveUp], { description: 'the best wish still free for each who lost a place at an occurrence called off' })
  @Allow('matching.publish')
  rehousingPreview(@Args('occurrenceId', id) occurrenceId: string): Promise<MoveUp[]> {
    return this.moves.rehousingPreview(occurrenceId);
  }

  @Mutation(() => Int, { description: 'gives those who lost a place at an occurrence called off the best wish still free, and answers how many seats that are' })
  @Allow('matching.publish')
  rehouse(@Args('occurrenceId', id) occurrenceId: string): Promise<number> {
    return this.moves.rehouse(occurrenceId);
  }

  @Mutation(() => ID)
  @Allow('matching.publish')
  placePupil(@Args('occurrenceId', id) occurrenceId: string, @Args('pupilId', id) pupilId: string, @Args('idempotencyKey', key) idempotencyKey?: string): Promise<string> {
    return this.service.place(occurrenceId, pupilId, idempotencyKey);
  }

  @Mutation(() => Int, { description: 'accepts offered seats, all or none, and answers how many that changed' })
  @Allow('matching.publish')
  acceptPlacements(@Args('ids', ids) placementIds: string[]): Promise<number> {
    return this.service.accept(placementIds);
  }

  @Mutation(() => Int, { description: 'declines offered seats, all or none, and answers how many that changed' })
  @Allow('matching.publish')
  declinePlacements(@Args('ids', ids) placementIds: string[]): Promise<number> {
    return this.service.decline(placementIds);
  }

  @Mutation(() => Boolean)
  @Allow('matching.publish')
  async withdrawPlacement(@Args('id', id) placementId: string, @Args('version', version) known: number, @Args('reason') reason: string): Promise<boolean> {
    await this.service.withdraw(placementId, known, reason);
    return true;
  }
}
