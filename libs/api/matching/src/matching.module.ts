import { ActivitiesModule } from '@mintforge/activities';
import { PartnersModule } from '@mintforge/partners';
import { PeopleModule } from '@mintforge/people';
import { Module } from '@nestjs/common';
import { MatchingReads } from './matching.reads';
import { PlacementsResolver, RoundsResolver, RunsResolver } from './matching.resolver';
import { Names, ParticipantNamesResolver, PlacementNamesResolver, ResultNamesResolver } from './names.resolver';
import { PlacementsService } from './placements.service';
import { PublishedMails } from './published-mails';
import { RoundSnapshots } from './round-snapshot';
import { RoundsService } from './rounds.service';
import { RunsService } from './runs.service';

/** Rounds, wishes, runs and placements. */
@Module({
  imports: [ActivitiesModule, PartnersModule, PeopleModule],
  providers: [RoundsResolver, RunsResolver, PlacementsResolver, RoundsService, RunsService, PlacementsService, RoundSnapshots, PublishedMails, MatchingReads, Names, ParticipantNamesResolver, ResultNamesResolver, PlacementNamesResolver],
  exports: [MatchingReads],
})
export class MatchingModule {}
