import { Allow, ListOf, loaderOfMany, type GraphqlContext, type List } from '@mintforge/platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Activity, Occurrence } from './activities.entities';
import { ActivitiesArgs, ActivityFromOfferInput, ActivityInput, ActivityPatch } from './activities.inputs';
import { ActivityReads } from './activities.reads';
import { Activities } from './activities.service';
import { CancelArgs } from './cancel.inputs';
import { OccurrenceReads } from './occurrences/occurrences.reads';

const ActivityList = ListOf(Activity, 'ActivityList');

/** Activities for the console. */
@Resolver(() => Activity)
export class ActivitiesResolver {
  constructor(
    private readonly writes: Activities,
    private readonly reads: ActivityReads,
    private readonly occurrences: OccurrenceReads,
  ) {}

  @Query(() => ActivityList)
  @Allow('activities.read')
  activities(@Args() args: ActivitiesArgs): Promise<List<Activity>> {
    return this.reads.list(args);
  }

  @Query(() => Activity)
  @Allow('activities.read')
  activity(@Args('id', { type: () => ID }) id: string): Promise<Activity> {
    return this.reads.one(id);
  }

  @Mutation(() => Activity)
  @Allow('activities.write')
  async createActivity(@Args('input') input: ActivityInput, @Args('idempotencyKey') idempotencyKey: string): Promise<Activity> {
    return this.reads.one(await this.writes.create(input, idempotencyKey));
  }

  @Mutation(() => Activity)
  @Allow('activities.write')
  async createActivityFromOffer(
    @Args('offerId', { type: () => ID }) offerId: string,
    @Args('input') input: ActivityFromOfferInput,
    @Args('idempotencyKey') idempotencyKey: string,
  ): Promise<Activity> {
    return this.reads.one(await this.writes.createFromOffer(offerId, input, idempotencyKey));
  }

  @Mutation(() => Activity)
  @Allow('activities.write')
  async updateActivity(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: ActivityPatch): Promise<Activity> {
    await this.writes.update(id, version, patch);
    return this.reads.one(id);
  }

  @Mutation(() => Activity)
  @Allow('activities.write')
  async publishActivity(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number): Promise<Activity> {
    await this.writes.publish(id, version);
    return this.reads.one(id);
  }

  @Mutation(() => Activity, { description: 'Calls it off with all its planned occurrences' })
  @Allow('activities.write')
  async cancelActivity(@Args() { id, version, reason, note }: CancelArgs): Promise<Activity> {
    await this.writes.cancel(id, version, reason, note ?? null);
    return this.reads.one(id);
  }

  @Mutation(() => Boolean, { description: 'Deletes a draft' })
  @Allow('activities.write')
  async deleteActivity(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.writes.delete(id);
    return true;
  }

  @ResolveField('occurrences', () => [Occurrence])
  occurrencesOf(@Parent() activity: Activity, @Context() context: GraphqlContext): Promise<Occurrence[]> {
    return loaderOfMany<Occurrence>(context, 'occurrencesOfActivity', (row) => row.activityId, (ids) => this.occurrences.ofActivities(ids)).load(activity.id);
  }
}
