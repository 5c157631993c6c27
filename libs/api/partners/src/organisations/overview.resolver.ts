import { Allow } from '@mintforge/platform';
import { Query, Resolver } from '@nestjs/graphql';
import { MapPoint, OverviewReads, PartnersOverview } from './overview.reads';

@Resolver()
export class OverviewResolver {
  constructor(private readonly reads: OverviewReads) {}

  @Query(() => PartnersOverview)
  @Allow('partners.read')
  partnersOverview(): Promise<PartnersOverview> {
    return this.reads.overview();
  }

  @Query(() => [MapPoint])
  @Allow('partners.read')
  mapPoints(): Promise<MapPoint[]> {
    return this.reads.mapPoints();
  }
}
