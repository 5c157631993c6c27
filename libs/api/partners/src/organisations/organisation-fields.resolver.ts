import { ListOf, loaderOf, loaderOfMany, PageArgs, type GraphqlContext, type List } from '@mintforge/platform';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BelongingsReads } from '../belongings/belongings.reads';
import { Contact } from '../belongings/contacts.entities';
import { Need, Offer, Partnership } from '../cooperation/cooperation.entities';
import { ContactEvent, Organisation, OrganisationAlias } from './organisations.entities';
import { OrganisationsReads } from './organisations.reads';
import { Equipment, Site } from '../belongings/places.entities';

const ContactEventList = ListOf(ContactEvent, 'ContactEventList');

/** The organisation a row names, one read for all rows of the request; every feature may use it. */
export const organisationOf = (context: GraphqlContext, reads: OrganisationsReads, id: string): Promise<Organisation | null> =>
  loaderOf<Organisation>(context, 'organisation', (row) => row.id, (ids) => reads.byIds(ids)).load(id);

const ofOrganisation = (row: { organisationId: string }) => row.organisationId;

/** What belongs to an organisation; each list is read once for all organisations of the answer. */
@Resolver(() => Organisation)
export class OrganisationFieldsResolver {
  constructor(
    private readonly reads: OrganisationsReads,
    private readonly belongings: BelongingsReads,
  ) {}

  @ResolveField(() => [Site])
  sites(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<Site[]> {
    return loaderOfMany<Site>(context, 'organisation.sites', ofOrganisation, (ids) => this.belongings.sitesOf(ids)).load(id);
  }

  @ResolveField(() => [Contact])
  contacts(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<Contact[]> {
    return loaderOfMany<Contact>(context, 'organisation.contacts', ofOrganisation, (ids) => this.belongings.contactsOf(ids)).load(id);
  }

  @ResolveField(() => [Equipment])
  equipment(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<Equipment[]> {
    return loaderOfMany<Equipment>(context, 'organisation.equipment', ofOrganisation, (ids) => this.belongings.equipmentOf(ids)).load(id);
  }

  @ResolveField(() => [Need])
  needs(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<Need[]> {
    return loaderOfMany<Need>(context, 'organisation.needs', ofOrganisation, (ids) => this.belongings.needsOf(ids)).load(id);
  }

  @ResolveField(() => [Offer])
  offers(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<Offer[]> {
    return loaderOfMany<Offer>(context, 'organisation.offers', ofOrganisation, (ids) => this.belongings.offersOf(ids)).load(id);
  }

  @ResolveField(() => [Partnership], { description: 'As school and as partner' })
  partnerships(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<Partnership[]> {
    return loaderOfMany<Partnership & { of: string }>(context, 'organisation.partnerships', (row) => row.of, (ids) => this.belongings.partnershipsOf(ids)).load(id);
  }

  @ResolveField(() => [OrganisationAlias])
  aliases(@Parent() { id }: Organisation, @Context() context: GraphqlContext): Promise<OrganisationAlias[]> {
    return loaderOfMany<OrganisationAlias>(context, 'organisation.aliases', ofOrganisation, (ids) => this.reads.aliasesOf(ids)).load(id);
  }

  @ResolveField(() => ContactEventList, { description: 'Newest first' })
  history(@Parent() { id }: Organisation, @Args() page: PageArgs): Promise<List<ContactEvent>> {
    return this.reads.history(id, page);
  }

  @ResolveField(() => Organisation, { nullable: true })
  successor(@Parent() { successorId }: Organisation, @Context() context: GraphqlContext): Promise<Organisation | null> | null {
    return successorId ? organisationOf(context, this.reads, successorId) : null;
  }
}
