import { can } from '@mintforge/domain/kernel';
import { AllowSignedIn, currentActor } from '@mintforge/platform';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TodayReads } from './today.reads';
import { NextOccurrence, Task, Today } from './today.types';

/** The first page of the day; each part is read only when asked for, and empty for who may not see its rows. */
@Resolver(() => Today)
export class TodayResolver {
  constructor(private readonly reads: TodayReads) {}

  @Query(() => Today)
  @AllowSignedIn()
  today(): Partial<Today> {
    return {};
  }

  @ResolveField(() => [Task])
  tasks(): Promise<Task[]> {
    return this.reads.tasks();
  }

  @ResolveField(() => [NextOccurrence])
  async nextOccurrences(): Promise<NextOccurrence[]> {
    return can(currentActor().role, 'activities.read') ? this.reads.nextOccurrences() : [];
  }
}
