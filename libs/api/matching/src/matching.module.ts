import { ActivitiesModule } from '@mintforge/activities';
import { ConsentModule } from '@mintforge/consent';
import { PartnersModule } from '@mintforge/partners';
import { PeopleModule, PupilRegistrations } from '@mintforge/people';
import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { ForecastResolver } from './forecast.resolver';
import { Forecasts } from './forecast.service';
import { HostLinksController } from './host-links.controller';
import { HostLinks } from './host-links.service';
import { HostViewReads } from './host-view.reads';
import { HostViewController, HostViewResolver } from './host-view.resolver';
import { HostViews } from './host-view.service';
import { MatchingConsent } from './matching-consent';
import { MatchingReads } from './matching.reads';
import { RoundsResolver } from './matching.resolver';
import { matchingSweeps, placedIn } from './matching.sweeps';
import { Moves } from './moves.service';
import { Names, ParticipantNamesResolver, PlacementNamesResolver, ResultNamesResolver } from './names.resolver';
import { Offers } from './offers';
import { pairProviders } from './pairs';
import { PlacementLife } from './placement-life';
import { PlacementsResolver } from './placements.resolver';
import { PlacementsService } from './placements.service';
import { PublishedMails } from './published-mails';
import { Refills } from './refills';
import { RoundChecks } from './round-check.service';
import { RoundFactsReads } from './round-facts.reads';
import { RoundRules } from './round-rules.service';
import { RoundSetupReads } from './round-setup.reads';
import { RoundSetupResolver } from './round-setup.resolver';
import { RoundSnapshots } from './round-snapshot';
import { RoundsService } from './rounds.service';
import { RunJobs } from './run-job';
import { RunsController } from './runs.controller';
import { RunReads } from './runs.reads';
import { RunsResolver } from './runs.resolver';
import { RunsService } from './runs.service';
import { SecondCallResolver } from './second-call.resolver';
import { SecondCalls } from './second-call.service';
import { TravelTimes } from './travel-times';
import { WorkingTime } from './working-time.service';
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
