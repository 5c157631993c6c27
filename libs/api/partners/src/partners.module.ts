import { Module } from '@nestjs/common';
import { OrganisationsReads } from './organisations.reads';
import { ContactEventsResolver, OrganisationsResolver } from './organisations.resolver';
import { OrganisationsService } from './organisations.service';
import { OrganisationReferences } from './references';

/** Organisations and all that belongs to them: sites, contacts, equipment, needs, offers, partnerships, imports, merges. */
@Module({
  providers: [OrganisationReferences, OrganisationsReads, OrganisationsService, OrganisationsResolver, ContactEventsResolver],
  exports: [OrganisationReferences, OrganisationsReads],
})
export class PartnersModule {}
