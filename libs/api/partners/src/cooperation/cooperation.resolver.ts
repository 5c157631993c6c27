import { Allow, ListOf, type GraphqlContext, type List } from '@mintforge/platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { organisationOf } from '../organisations/organisation-fields.resolver';
import { Organisation } from '../organisations/organisations.entities';
import { idArg, keyArg, versionArg } from '../arguments';
import { OrganisationsReads } from '../organisations/organisations.reads';
import { BelongingsReads } from '../belongings/belongings.reads';
import { Need, Offer, Partnership } from './cooperation.entities';
import { EndPartnershipInput, NeedInput, NeedPatch, NeedsArgs, OfferInput, OfferPatch, OffersArgs, PartnershipInput, PartnershipPatch, PartnershipsArgs } from './cooperation.inputs';
import { CooperationService } from './cooperation.service';

const NeedList = ListOf(Need, 'NeedList');
const OfferList = ListOf(Offer, 'OfferList');
const PartnershipList = ListOf(Partnership, 'PartnershipList');

@Resolver(() => Need)
export class NeedResolver {
  constructor(
    private readonly reads: BelongingsReads,
    private readonly service: CooperationService,
    private readonly organisations: OrganisationsReads,
  ) {}

  @Query(() => NeedList)
  @Allow('partners.read')
  needs(@Args() args: NeedsArgs): Promise<List<Need>> {
    return this.reads.needs(args);
  }

  @Query(() => Need)
  @Allow('partners.read')
  need(@Args('id', idArg) id: string): Promise<Need> {
    return this.reads.one(Need, id);
  }

  @Mutation(() => Need)
  @Allow('partners.write')
  async createNeed(@Args('input') input: NeedInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Need> {
    return this.reads.one(Need, await this.service.createNeed(input, key));
  }

  @Mutation(() => Need)
  @Allow('partners.write')
  async updateNeed(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: NeedPatch): Promise<Need> {
    await this.service.updateNeed(id, version, patch);
    return this.reads.one(Need, id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async deleteNeed(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.deleteNeed(id);
    return true;
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() { organisationId }: Need, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, this.organisations, organisationId);
  }
}

@Resolver(() => Offer)
export class OfferResolver {
  constructor(
    private readonly reads: BelongingsReads,
    private readonly service: CooperationService,
    private readonly organisations: OrganisationsReads,
  ) {}

  @Query(() => OfferList)
  @Allow('partners.read')
  offers(@Args() args: OffersArgs): Promise<List<Offer>> {
    return this.reads.offers(args);
  }

  @Query(() => Offer)
  @Allow('partners.read')
  offer(@Args('id', idArg) id: string): Promise<Offer> {
    return this.reads.one(Offer, id);
  }

  @Mutation(() => Offer)
  @Allow('partners.write')
  async createOffer(@Args('input') input: OfferInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Offer> {
    return this.reads.one(Offer, await this.service.createOffer(input, key));
  }

  @Mutation(() => Offer)
  @Allow('partners.write')
  async updateOffer(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: OfferPatch): Promise<Offer> {
    await this.service.updateOffer(id, version, patch);
    return this.reads.one(Offer, id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async deleteOffer(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.deleteOffer(id);
    return true;
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() { organisationId }: Offer, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, this.organisations, organisationId);
  }
}

@Resolver(() => Partnership)
export class PartnershipResolver {
  constructor(
    private readonly reads: BelongingsReads,
    private readonly service: CooperationService,
    private readonly organisations: OrganisationsReads,
  ) {}

  @Query(() => PartnershipList)
  @Allow('partners.read')
  partnerships(@Args() args: PartnershipsArgs): Promise<List<Partnership>> {
    return this.reads.partnerships(args);
  }

  @Query(() => Partnership)
  @Allow('partners.read')
  partnership(@Args('id', idArg) id: string): Promise<Partnership> {
    return this.reads.one(Partnership, id);
  }

  @Mutation(() => Partnership)
  @Allow('partners.write')
  async createPartnership(@Args('input') input: PartnershipInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Partnership> {
    return this.reads.one(Partnership, await this.service.createPartnership(input, key));
  }

  @Mutation(() => Partnership)
  @Allow('partners.write')
  async updatePartnership(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: PartnershipPatch): Promise<Partnership> {
    await this.service.updatePartnership(id, version, patch);
    return this.reads.one(Partnership, id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async deletePartnership(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.deletePartnership(id);
    return true;
  }

  @Mutation(() => Partnership)
  @Allow('partners.write')
  async endPartnership(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('input') input: EndPartnershipInput): Promise<Partnership> {
    await this.service.endPartnership(id, version, input);
    return this.reads.one(Partnership, id);
  }

  @ResolveField(() => Organisation)
  school(@Parent() { schoolId }: Partnership, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, this.organisations, schoolId);
  }

  @ResolveField(() => Organisation)
  partner(@Parent() { partnerId }: Partnership, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, this.organisations, partnerId);
  }
}
