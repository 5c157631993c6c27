import { Allow, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Placement } from './matching.entities';
import { PlacementsArgs } from './matching.inputs';
import { MatchingReads } from './matching.reads';
import { PlacementList, PlacementRow } from './matching.types';
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
  ) {}

  @Query(() => PlacementList)
  @Allow('matching.read')
  placements(@Args() args: PlacementsArgs): Promise<List<PlacementRow>> {
    return this.reads.placements(args);
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
