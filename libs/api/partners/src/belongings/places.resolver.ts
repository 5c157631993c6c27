import { Allow, ListOf, type GraphqlContext, type List } from '@mintforge/platform';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { organisationOf } from '../organisations/organisation-fields.resolver';
import { Organisation } from '../organisations/organisations.entities';
import { idArg, keyArg, versionArg } from '../arguments';
import { OrganisationsReads } from '../organisations/organisations.reads';
import { BelongingsReads } from './belongings.reads';
import { Equipment, PostcodeCentre, Site } from './places.entities';
import { EquipmentInput, EquipmentPatch, PlacesArgs, SiteInput, SitePatch } from './places.inputs';
import { PlacesService } from './places.service';

const SiteList = ListOf(Site, 'SiteList');
const EquipmentList = ListOf(Equipment, 'EquipmentList');

@Resolver(() => Site)
export class SiteResolver {
  constructor(
    private readonly reads: BelongingsReads,
    private readonly service: PlacesService,
    private readonly organisations: OrganisationsReads,
  ) {}

  @Query(() => SiteList)
  @Allow('partners.read')
  sites(@Args() args: PlacesArgs): Promise<List<Site>> {
    return this.reads.sites(args);
  }

  @Query(() => Site)
  @Allow('partners.read')
  site(@Args('id', idArg) id: string): Promise<Site> {
    return this.reads.one(Site, id);
  }

  @Mutation(() => Site)
  @Allow('partners.write')
  async createSite(@Args('input') input: SiteInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Site> {
    return this.reads.one(Site, await this.service.createSite(input, key));
  }

  @Mutation(() => Site)
  @Allow('partners.write')
  async updateSite(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: SitePatch): Promise<Site> {
    await this.service.updateSite(id, version, patch);
    return this.reads.one(Site, id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async deleteSite(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.deleteSite(id);
    return true;
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() { organisationId }: Site, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, this.organisations, organisationId);
  }

  @ResolveField(() => PostcodeCentre, { nullable: true, description: 'Middle of its postcode where known, to correct doubted coordinates by' })
  postcodeCentre(@Parent() { postcode }: Site): Promise<PostcodeCentre | null> | null {
    return postcode ? this.reads.centreOf(postcode) : null;
  }
}

@Resolver(() => Equipment)
export class EquipmentResolver {
  constructor(
    private readonly reads: BelongingsReads,
    private readonly service: PlacesService,
    private readonly organisations: OrganisationsReads,
  ) {}

  @Query(() => EquipmentList)
  @Allow('partners.read')
  equipments(@Args() args: PlacesArgs): Promise<List<Equipment>> {
    return this.reads.equipments(args);
  }

  @Query(() => Equipment)
  @Allow('partners.read')
  equipment(@Args('id', idArg) id: string): Promise<Equipment> {
    return this.reads.one(Equipment, id);
  }

  @Mutation(() => Equipment)
  @Allow('partners.write')
  async createEquipment(@Args('input') input: EquipmentInput, @Args('idempotencyKey', keyArg) key?: string): Promise<Equipment> {
    return this.reads.one(Equipment, await this.service.createEquipment(input, key));
  }

  @Mutation(() => Equipment)
  @Allow('partners.write')
  async updateEquipment(@Args('id', idArg) id: string, @Args('version', versionArg) version: number, @Args('patch') patch: EquipmentPatch): Promise<Equipment> {
    await this.service.updateEquipment(id, version, patch);
    return this.reads.one(Equipment, id);
  }

  @Mutation(() => Boolean)
  @Allow('partners.write')
  async deleteEquipment(@Args('id', idArg) id: string): Promise<boolean> {
    await this.service.deleteEquipment(id);
    return true;
  }

  @ResolveField(() => Organisation)
  organisation(@Parent() { organisationId }: Equipment, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, this.organisations, organisationId);
  }
}
