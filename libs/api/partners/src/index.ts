export { AddressesReads, type MailAddress } from './addresses.reads';
export { BelongingsReads } from './belongings.reads';
export { organisationOf } from './organisation-fields.resolver';
export { OrganisationsReads } from './organisations.reads';
export { Organisation } from './organisations.entities';
export { OverviewReads } from './overview.reads';
export { PartnersModule } from './partners.module';
export { OrganisationReferences } from './references';
