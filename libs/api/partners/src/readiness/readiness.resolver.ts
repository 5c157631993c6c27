import { Allow, loaderOfMany, type GraphqlContext } from '@mintforge/platform';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { idArg, keyArg, versionArg } from '../arguments';
import { Organisation } from '../organisations/organisations.entities';
import { HostReadiness } from './readiness.entities';
import { ReadinessInput, ReadinessPatch } from './readiness.inputs';
import { ReadinessReads } from './readiness.reads';
import { ReadinessService } from './readiness.service';

@Resolver(() => Organisation)
export class ReadinessResolver {
  constructor(
    private readonly reads: ReadinessReads,
    private readonly service: ReadinessService,
  ) {}

  @ResolveField(() => [HostReadiness], { description: 'proofs of a host, the latest first' })
  readiness(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<HostReadiness[]> {
    return loaderOfMany<HostReadiness>(context, 'organisation.readiness', (row) => row.organisationId, (ids) => this.reads.shownOf(ids)).load(id);
  }

  @Mutation(() => HostReadiness)
  @Allow('partners.write')
  async createReadiness(@Args('input') input: ReadinessInput, @Args('idempotencyKey', keyArg) key?: string): Promise<HostReadiness> {
    return this.reads.one(await this.service.create(input, key));
  }

  @Mutation(() => HostReadiness)
  @Allow('partners.write')
  async updateReadiness(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: ReadinessPatch): Promise<HostReadiness> {
    await this.service.update(id, version, patch);
    return this.reads.one(id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async deleteReadiness(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }
}
