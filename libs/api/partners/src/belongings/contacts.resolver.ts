import { Allow, ListOf, type GraphqlContext, type List } from '@mintforge/platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { organisationOf } from '../organisations/organisation-fields.resolver';
import { Organisation } from '../organisations/organisations.entities';
import { idArg, keyArg, versionArg } from '../arguments';
import { OrganisationsReads } from '../organisations/organisations.reads';
import { BelongingsReads } from './belongings.reads';
import { Contact } from './contacts.entities';
import { ContactInput, ContactPatch, ContactsArgs, HandOverInput } from './contacts.inputs';
import { ContactsService } from './contacts.service';

const ContactList = ListOf(Contact, 'ContactList');

@Resolver(() => Contact)
export class ContactResolver {
  constructor(
    private readonly reads: BelongingsReads,
    private readonly service: ContactsService,
    private readonly organisations: OrganisationsReads,
  ) {}

  @Query(() => ContactList)
  @Allow('partners.read')
  contacts(@Args() args: ContactsArgs): Promise<List<Contact>> {
    return this.reads.contacts(args);
  }

  @Query(() => Contact)
  @Allow('partners.read')
  contact(@Args('id', idArg) id: string): Promise<Contact> {
    return this.reads.one(Contact, id);
  }

  @Mutation(() => Contact)
  @Allow('partners.write')
  async createContact(@Args('input') input: ContactInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Contact> {
    return this.reads.one(Contact, await this.service.create(input, key));
  }

  @Mutation(() => Contact)
  @Allow('partners.write')
  async updateContact(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: ContactPatch): Promise<Contact> {
    await this.service.update(id, version, patch);
    return this.reads.one(Contact, id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async deleteContact(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }

  @Mutation(() => Contact, { description: 'Answers the successor, who takes over all roles' })
  @Allow('partners.write')
  async handOverContact(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('input') input: HandOverInput): Promise<Contact> {
    return this.reads.one(Contact, await this.service.handOver(id, version, input));
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() { organisationId }: Contact, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, this.organisations, organisationId);
  }
}
