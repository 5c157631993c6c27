import { Allow, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RegionService } from './regions.service';
import { Region, RegionInput, RegionList, RegionPatch, RegionsArgs } from './regions.types';

@Resolver(() => Region)
export class RegionsResolver {
  constructor(private readonly service: RegionService) {}

  @Query(() => RegionList)
  @Allow('regions.read')
  regions(@Args() args: RegionsArgs): Promise<List<Region>> {
    return this.service.list(args);
  }

  @Query(() => Region)
  @Allow('regions.read')
  region(@Args('id', { type: () => ID }) id: string): Promise<Region> {
    return this.service.one(id);
  }

  @Mutation(() => Region)
  @Allow('regions.write')
  createRegion(@Args('input') input: RegionInput, @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null): Promise<Region> {
    return this.service.create(input, idempotencyKey);
  }

  @Mutation(() => Region)
  @Allow('regions.write')
  updateRegion(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: RegionPatch): Promise<Region> {
    return this.service.update(id, version, patch);
  }
}
