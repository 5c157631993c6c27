import { ActivitiesModule } from '@mintforge/activities';
import { PartnersModule } from '@mintforge/partners';
import { PeopleModule } from '@mintforge/people';
import { Module } from '@nestjs/common';
import { ForecastResolver } from './forecast.resolver';
import { Forecasts } from './forecast.service';
import { MatchingReads } from './matching.reads';
import { RoundsResolver } from './matching.resolver';
import { Names, ParticipantNamesResolver, PlacementNamesResolver, ResultNamesResolver } from './names.resolver';
import { Offers } from './offers';
import { PlacementLife } from './placement-life';
import { PlacementsResolver } from './placements.resolver';
import { PlacementsService } from './placements.service';
import { PublishedMails } from './published-mails';
import { Refills } from './refills';
import { RoundSnapshots } from './round-snapshot';
import { RoundsService } from './rounds.service';
import { RunJobs } from './run-job';
import { RunsController } from './runs.controller';
import { RunsResolver } from './runs.resolver';
import { RunsService } from './runs.service';

/** Rounds, wishes, runs and placements. */
@Module({
  imports: [ActivitiesModule, PartnersModule, PeopleModule],
  controllers: [RunsController],
  providers: [RoundsResolver, RunsResolver, PlacementsResolver, RoundsService, RunsService, PlacementsService, RunJobs, Forecasts, ForecastResolver, PlacementLife, Refills, Offers, RoundSnapshots, PublishedMails, MatchingReads, Names, ParticipantNamesResolver, ResultNamesResolver, PlacementNamesResolver],
  exports: [MatchingReads],
})
export class MatchingModule {}
