import { readReasons, type ReadReason } from '@mintforge/domain/oversight';
import { Allow, enumOf, ListOf, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Pupil, PupilNeeds } from './pupils.entities';
import { PupilInput, PupilLeavingArgs, PupilPatch, PupilShieldArgs, PupilsArgs } from './pupils.inputs';
import { PupilReads } from './pupils.reads';
import { Pupils } from './pupils.service';

const PupilList = ListOf(Pupil, 'PupilList');
const id = { type: () => ID };
const version = { type: () => Int };

/** Pupils for the console. */
@Resolver(() => Pupil)
export class PupilsResolver {
  constructor(
    private readonly writes: Pupils,
    private readonly reads: PupilReads,
  ) {}

  @Query(() => PupilList)
  @Allow('people.read')
  pupils(@Args() args: PupilsArgs): Promise<List<Pupil>> {
    return this.reads.list(args);
  }

  @Query(() => Pupil)
  @Allow('people.read')
  pupil(@Args('id', id) pupilId: string): Promise<Pupil> {
    return this.reads.one(pupilId);
  }

  @Query(() => PupilNeeds, { description: 'What a place must have for a pupil, never why; the look and its reason are audited' })
  @Allow('people.identify')
  pupilNeeds(@Args('id', id) pupilId: string, @Args('reason', { type: () => enumOf('ReadReason', readReasons) }) reason: ReadReason): Promise<PupilNeeds> {
    return this.reads.needs(pupilId, reason);
  }

  @Mutation(() => Pupil)
  @Allow('people.write')
  async createPupil(@Args('input') input: PupilInput, @Args('idempotencyKey') idempotencyKey: string): Promise<Pupil> {
    return this.reads.one(await this.writes.create(input, idempotencyKey));
  }

  @Mutation(() => Pupil)
  @Allow('people.write')
  async updatePupil(@Args('id', id) pupilId: string, @Args('version', version) seen: number, @Args('patch') patch: PupilPatch): Promise<Pupil> {
    await this.writes.update(pupilId, seen, patch);
    return this.reads.one(pupilId);
  }

  @Mutation(() => Pupil, { description: 'Into a group, also of another school; null = out of any' })
  @Allow('people.write')
  async movePupil(@Args('id', id) pupilId: string, @Args('version', version) seen: number, @Args('groupId', { type: () => ID, nullable: true }) groupId: string | null): Promise<Pupil> {
    await this.writes.move(pupilId, seen, groupId);
    return this.reads.one(pupilId);
  }

  @Mutation(() => Pupil)
  @Allow('people.write')
  async recordPupilLeaving(@Args() { id: pupilId, version: seen, leftOn }: PupilLeavingArgs): Promise<Pupil> {
    await this.writes.leave(pupilId, seen, leftOn ?? null);
    return this.reads.one(pupilId);
  }

  @Mutation(() => Pupil, { description: 'Records an address block: no list, file or host names the pupil from now on' })
  @Allow('people.write')
  async shieldPupil(@Args() { id: pupilId, version: seen, shielded, until }: PupilShieldArgs): Promise<Pupil> {
    await this.writes.shield(pupilId, seen, shielded ? { until: until ?? null } : null);
    return this.reads.one(pupilId);
  }
}
