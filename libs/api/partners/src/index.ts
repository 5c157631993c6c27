export { BelongingsReads } from './belongings.reads';
export { organisationOf } from './organisation-fields.resolver';
export { OrganisationsReads } from './organisations.reads';
export { Organisation } from './organisations.entities';
export { ActivityFormats, Topics } from './partners.enums';
export { PartnersModule } from './partners.module';
export { OrganisationReferences } from './references';
