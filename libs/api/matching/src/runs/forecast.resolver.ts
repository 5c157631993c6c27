import { can } from '@mintforge/domain/kernel';
import { Allow, currentActor } from '@mintforge/platform';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Forecasts } from './forecast.service';
import { Forecast } from './forecast.types';

const id = { type: () => ID };

@Resolver(() => Forecast)
export class ForecastResolver {
  constructor(private readonly forecasts: Forecasts) {}

  @Query(() => Forecast, { nullable: true })
  @Allow('matching.read')
  forecast(@Args('roundId', id) roundId: string): Promise<Forecast | null> {
    return this.forecasts.latest(roundId);
  }

  @ResolveField(() => Boolean, { nullable: true, description: 'whether the round changed since; null for who may not run it' })
  async outdated(@Parent() forecast: Forecast): Promise<boolean | null> {
    return can(currentActor().role, 'matching.run') ? this.forecasts.outdated(forecast) : null;
  }

  @Mutation(() => Forecast, { nullable: true, description: 'starts a forecast of the round under every rule; its job tells when it is done' })
  @Allow('matching.run')
  async forecastRound(@Args('roundId', id) roundId: string): Promise<Forecast | null> {
    await this.forecasts.start(roundId);
    return this.forecasts.latest(roundId);
  }
}
