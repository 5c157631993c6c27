export { OrganisationsReads } from './organisations.reads';
export { Organisation } from './organisations.entities';
export { ActivityFormats, Topics } from './partners.enums';
export { PartnersModule } from './partners.module';
export { OrganisationReferences } from './references';
