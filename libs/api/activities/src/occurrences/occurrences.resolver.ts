import type { OccurrenceWarning } from '@mintforge/domain/activities';
import { Allow, ListOf, loaderOf, type GraphqlContext, type List } from '@mintforge/platform';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Occurrence } from '../activities.entities';
import { OccurrenceWarnings } from '../activities.enums';
import { CancelArgs } from '../cancel.inputs';
import { AddOccurrencesArgs, OccurrencePatch, OccurrencesArgs } from './occurrences.inputs';
import { OccurrenceReads } from './occurrences.reads';
import { Occurrences } from './occurrences.service';

const OccurrenceList = ListOf(Occurrence, 'OccurrenceList');

/** Occurrences for the console. */
@Resolver(() => Occurrence)
export class OccurrencesResolver {
  constructor(
    private readonly writes: Occurrences,
    private readonly reads: OccurrenceReads,
  ) {}

  @Query(() => OccurrenceList)
  @Allow('activities.read')
  occurrences(@Args() args: OccurrencesArgs): Promise<List<Occurrence>> {
    return this.reads.list(args);
  }

  @Query(() => Occurrence)
  @Allow('activities.read')
  occurrence(@Args('id', { type: () => ID }) id: string): Promise<Occurrence> {
    return this.reads.one(id);
  }

  @Mutation(() => [Occurrence], { description: 'One or many at once: all of them or none' })
  @Allow('activities.write')
  async addOccurrences(@Args() { activityId, input, idempotencyKey }: AddOccurrencesArgs): Promise<Occurrence[]> {
    return this.reads.inOrder(await this.writes.add(activityId, input, idempotencyKey));
  }

  @Mutation(() => Occurrence)
  @Allow('activities.write')
  async updateOccurrence(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: OccurrencePatch): Promise<Occurrence> {
    await this.writes.update(id, version, patch);
    return this.reads.one(id);
  }

  @Mutation(() => Occurrence)
  @Allow('activities.write')
  async cancelOccurrence(@Args() { id, version, reason, note }: CancelArgs): Promise<Occurrence> {
    await this.writes.cancel(id, version, reason, note ?? null);
    return this.reads.one(id);
  }

  @Mutation(() => Boolean, { description: 'Deletes one that nothing depends on' })
  @Allow('activities.write')
  async deleteOccurrence(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.writes.delete(id);
    return true;
  }

  @ResolveField(() => [OccurrenceWarnings], { description: 'What to look at; nothing of it forbids the occurrence' })
  async warnings(@Parent() occurrence: Occurrence, @Context() context: GraphqlContext): Promise<OccurrenceWarning[]> {
    const loader = loaderOf<{ id: string; warnings: OccurrenceWarning[] }>(context, 'occurrenceWarnings', (row) => row.id, (ids) => this.reads.warnings(ids));
    return (await loader.load(occurrence.id))?.warnings ?? [];
  }
}
