import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { AddressesReads } from './belongings/addresses.reads';
import { BelongingsReads } from './belongings/belongings.reads';
import { ContactResolver } from './belongings/contacts.resolver';
import { ContactsService } from './belongings/contacts.service';
import { NeedResolver, OfferResolver, PartnershipResolver } from './cooperation/cooperation.resolver';
import { CooperationService } from './cooperation/cooperation.service';
import { DuplicatesReads } from './duplicates/duplicates.reads';
import { DuplicatesResolver } from './duplicates/duplicates.resolver';
import { ImportsReads } from './imports/imports.reads';
import { ImportsController, ImportsResolver } from './imports/imports.resolver';
import { ImportsService } from './imports/imports.service';
import { MergeService } from './duplicates/merge.service';
import { OrganisationFieldsResolver } from './organisations/organisation-fields.resolver';
import { OrganisationsReads } from './organisations/organisations.reads';
import { ContactEventsResolver, OrganisationsResolver } from './organisations/organisations.resolver';
import { OrganisationsService } from './organisations/organisations.service';
import { OverviewReads } from './organisations/overview.reads';
import { OverviewResolver } from './organisations/overview.resolver';
import { EquipmentResolver, SiteResolver } from './belongings/places.resolver';
import { partnersSweeps } from './partners.sweeps';
import { PlacesService } from './belongings/places.service';
import { ReadinessReads } from './readiness/readiness.reads';
import { ReadinessResolver } from './readiness/readiness.resolver';
import { ReadinessService } from './readiness/readiness.service';
import { OrganisationReferences } from './references';
import { RoundPlacesReads } from './cooperation/round-places.reads';
import './partners.data-map';

const resolvers = [OrganisationsResolver, OrganisationFieldsResolver, ContactEventsResolver, SiteResolver, EquipmentResolver, ContactResolver, NeedResolver, OfferResolver, PartnershipResolver, ImportsResolver, DuplicatesResolver, OverviewResolver, ReadinessResolver];
const services = [OrganisationsService, PlacesService, ContactsService, CooperationService, ImportsService, MergeService, ReadinessService];

/** Organisations and all that belongs to them: sites, contacts, equipment, needs, offers, partnerships, proofs, imports, merges. */
@Module({
  controllers: [ImportsController],
  providers: [AddressesReads, OrganisationReferences, OrganisationsReads, BelongingsReads, ImportsReads, DuplicatesReads, OverviewReads, ReadinessReads, RoundPlacesReads, ...services, ...resolvers],
  exports: [AddressesReads, OrganisationReferences, OrganisationsReads, BelongingsReads, OverviewReads, ReadinessReads, RoundPlacesReads],
})
export class PartnersModule {
  constructor(sweeps: RetentionSweeps) {
    sweeps.register(...partnersSweeps);
  }
}
