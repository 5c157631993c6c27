import { ActivitiesModule } from '@mintforge/activities';
import { ConsentModule } from '@mintforge/consent';
import { PartnersModule } from '@mintforge/partners';
import { PeopleModule, PupilRegistrations } from '@mintforge/people';
import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { ForecastResolver } from './runs/forecast.resolver';
import { Forecasts } from './runs/forecast.service';
import { HostLinksController } from './host-view/host-links.controller';
import { HostLinks } from './host-view/host-links.service';
import { HostViewReads } from './host-view/host-view.reads';
import { HostViewController, HostViewResolver } from './host-view/host-view.resolver';
import { HostViews } from './host-view/host-view.service';
import { MatchingConsent } from './placements/matching-consent';
import { MatchingReads } from './matching.reads';
import { RoundsResolver } from './matching.resolver';
import { matchingSweeps, placedIn } from './matching.sweeps';
import { Moves } from './placements/moves.service';
import { Names, ParticipantNamesResolver, PlacementNamesResolver, ResultNamesResolver } from './rounds/names.resolver';
import { Offers } from './placements/offers';
import { pairProviders } from './allocations/pairs';
import { PlacementLife } from './placements/placement-life';
import { PlacementsResolver } from './placements/placements.resolver';
import { PlacementsService } from './placements/placements.service';
import { PublishedMails } from './placements/published-mails';
import { Refills } from './placements/refills';
import { RoundChecks } from './rounds/round-check.service';
import { RoundFactsReads } from './rounds/round-facts.reads';
import { RoundRules } from './rounds/round-rules.service';
import { RoundSetupReads } from './rounds/round-setup.reads';
import { RoundSetupResolver } from './rounds/round-setup.resolver';
import { RoundSnapshots } from './rounds/round-snapshot';
import { RoundsService } from './rounds/rounds.service';
import { RunJobs } from './runs/run-job';
import { RunsController } from './runs/runs.controller';
import { RunReads } from './runs/runs.reads';
import { RunsResolver } from './runs/runs.resolver';
import { RunsService } from './runs/runs.service';
import { SecondCallResolver } from './rounds/second-call.resolver';
import { SecondCalls } from './rounds/second-call.service';
import { TravelTimes } from './rounds/travel-times';
import { WorkingTime } from './rounds/working-time.service';
import './matching.data-map';

const setup = [RoundSetupResolver, RoundRules, RoundChecks, RoundSetupReads, RoundFactsReads, WorkingTime, TravelTimes];

const running = [RunsResolver, RunsService, RunReads, RunJobs, Forecasts, ForecastResolver];
const placing = [MatchingConsent, SecondCalls, SecondCallResolver, PlacementsResolver, PlacementsService, PlacementLife, Refills, Moves, Offers, PublishedMails, HostViewReads, HostViews, HostLinks, HostViewResolver];

/** Rounds, wishes, runs and placements. */
@Module({
  imports: [ActivitiesModule, ConsentModule, PartnersModule, PeopleModule],
  controllers: [RunsController, HostViewController, HostLinksController],
  providers: [RoundsResolver, RoundsService, RoundSnapshots, ...setup, ...running, ...placing, MatchingReads, Names, ParticipantNamesResolver, ResultNamesResolver, PlacementNamesResolver, ...pairProviders],
  exports: [MatchingReads],
})
export class MatchingModule {
  constructor(sweeps: RetentionSweeps, registrations: PupilRegistrations) {
    sweeps.register(...matchingSweeps);
    registrations.register(placedIn);
  }
}
