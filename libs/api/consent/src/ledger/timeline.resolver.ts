import { Allow } from '@mintforge/platform';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ConsentTimelineReads } from './timeline.reads';
import { ConsentDispute, ConsentStep } from './timeline.types';

/** The ledger as people read it, for the console. */
@Resolver()
export class ConsentTimelineResolver {
  constructor(private readonly reads: ConsentTimelineReads) {}

  @Query(() => [ConsentStep], { description: 'Every step of a pupil, the latest first' })
  @Allow('consent.read')
  consentTimeline(@Args('pupilId', { type: () => ID }) pupilId: string): Promise<ConsentStep[]> {
    return this.reads.of(pupilId);
  }

  @Query(() => [ConsentDispute], { description: 'Guardians who disagree; at most two hundred' })
  @Allow('consent.write')
  consentDisputes(): Promise<ConsentDispute[]> {
    return this.reads.disputes();
  }
}
