import { RetentionSweeps } from '@mintforge/platform';
import { Module } from '@nestjs/common';
import { AddressesReads } from './addresses.reads';
import { BelongingsReads } from './belongings.reads';
import { ContactResolver } from './contacts.resolver';
import { ContactsService } from './contacts.service';
import { NeedResolver, OfferResolver, PartnershipResolver } from './cooperation.resolver';
import { CooperationService } from './cooperation.service';
import { DuplicatesReads } from './duplicates.reads';
import { DuplicatesResolver } from './duplicates.resolver';
import { ImportsReads } from './imports.reads';
import { ImportsController, ImportsResolver } from './imports.resolver';
import { ImportsService } from './imports.service';
import { MergeService } from './merge.service';
import { OrganisationFieldsResolver } from './organisation-fields.resolver';
import { OrganisationsReads } from './organisations.reads';
import { ContactEventsResolver, OrganisationsResolver } from './organisations.resolver';
import { OrganisationsService } from './organisations.service';
import { OverviewReads } from './overview.reads';
import { OverviewResolver } from './overview.resolver';
import { EquipmentResolver, SiteResolver } from './places.resolver';
import { partnersSweeps } from './partners.sweeps';
import { PlacesService } from './places.service';
import { ReadinessReads } from './readiness.reads';
import { ReadinessResolver } from './readiness.resolver';
import { ReadinessService } from './readiness.service';
import { OrganisationReferences } from './references';
import { RoundPlacesReads } from './round-places.reads';
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
