import { Allow, ListOf, type List } from '@mintforge/platform';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Group } from './groups.entities';
import { GroupInput, GroupPatch, GroupsArgs } from './groups.inputs';
import { GroupReads } from './groups.reads';
import { Groups } from './groups.service';

const GroupList = ListOf(Group, 'GroupList');

/** Groups of pupils for the console. */
@Resolver(() => Group)
export class GroupsResolver {
  constructor(
    private readonly writes: Groups,
    private readonly reads: GroupReads,
  ) {}

  @Query(() => GroupList)
  @Allow('people.read')
  groups(@Args() args: GroupsArgs): Promise<List<Group>> {
    return this.reads.list(args);
  }

  @Query(() => Group)
  @Allow('people.read')
  group(@Args('id', { type: () => ID }) id: string): Promise<Group> {
    return this.reads.one(id);
  }

  @Mutation(() => Group)
  @Allow('people.write')
  async createGroup(@Args('input') input: GroupInput, @Args('idempotencyKey') idempotencyKey: string): Promise<Group> {
    return this.reads.one(await this.writes.create(input, idempotencyKey));
  }

  @Mutation(() => Group)
  @Allow('people.write')
  async updateGroup(@Args('id', { type: () => ID }) id: string, @Args('version', { type: () => Int }) version: number, @Args('patch') patch: GroupPatch): Promise<Group> {
    await this.writes.update(id, version, patch);
    return this.reads.one(id);
  }

  @Mutation(() => Boolean)
  @Allow('people.write')
  async deleteGroup(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.writes.delete(id);
    return true;
  }
}
