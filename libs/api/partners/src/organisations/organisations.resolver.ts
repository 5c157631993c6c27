import { Allow, ListOf, type List } from '@mintforge/platform';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { idArg, keyArg, versionArg } from '../arguments';
import { ContactEvent, Organisation } from './organisations.entities';
import { ClosingInput, ContactEventInput, OrganisationInput, OrganisationPatch, OrganisationsArgs } from './organisations.inputs';
import { OrganisationsReads } from './organisations.reads';
import { OrganisationsService } from './organisations.service';

const OrganisationList = ListOf(Organisation, 'OrganisationList');

@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(
    private readonly reads: OrganisationsReads,
    private readonly service: OrganisationsService,
  ) {}

  @Query(() => OrganisationList)
  @Allow('partners.read')
  organisations(@Args() args: OrganisationsArgs): Promise<List<Organisation>> {
    return this.reads.list(args);
  }

  @Query(() => Organisation, { description: 'A merged organisation answers with its survivor' })
  @Allow('partners.read')
  organisation(@Args('id', idArg) id: string): Promise<Organisation> {
    return this.reads.one(id);
  }

  @Mutation(() => Organisation)
  @Allow('partners.write')
  async createOrganisation(@Args('input') input: OrganisationInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Organisation> {
    return this.reads.one(await this.service.create(input, key));
  }

  @Mutation(() => Organisation)
  @Allow('partners.write')
  async updateOrganisation(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: OrganisationPatch): Promise<Organisation> {
    await this.service.update(id, version, patch);
    return this.reads.one(id);
  }

  @Mutation(() => Organisation)
  @Allow('partners.write')
  async closeOrganisation(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('input') input: ClosingInput): Promise<Organisation> {
    await this.service.close(id, version, input);
    return this.reads.one(id);
  }

  @Mutation(() => Organisation)
  @Allow('partners.write')
  async reopenOrganisation(@Args('id', idArg) id: string, @Args('version', versionArg) version: number): Promise<Organisation> {
    await this.service.reopen(id, version);
    return this.reads.one(id);
  }

  @Mutation(() => Boolean, { description: 'Only for entries nothing hangs on; close the others' })
  @Allow('partners.write')
  async deleteOrganisation(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }

  @Mutation(() => Organisation)
  @Allow('partners.write')
  async logContact(@Args('input') input: ContactEventInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Organisation> {
    await this.service.logContact(input, key);
    return this.reads.one(input.organisationId);
  }

  @Mutation(() => Organisation)
  @Allow('partners.write')
  async addOrganisationAlias(@Args('id', idArg) id: string, @Args('name') name: string): Promise<Organisation> {
    await this.service.addAlias(id, name);
    return this.reads.one(id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async removeOrganisationAlias(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.removeAlias(id);
    return true;
  }
}

/** What an entry of the history tells beside its words. */
@Resolver(() => ContactEvent)
export class ContactEventsResolver {
  @ResolveField(() => String, { description: 'JSON of an entry the system made: STAGE {from, to}, CLOSED {closedOn, successorId}, HAND_OVER {successorId}, MERGE {mergeId, name}, IMPORT {importId, fields}' })
  details(@Parent() event: ContactEvent): string {
    return JSON.stringify(event.details);
  }
}
