import { Files } from '@mintforge/platform';
import type { TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { BelongingsReads } from './belongings/belongings.reads';
import { ContactsService } from './belongings/contacts.service';
import { CooperationService } from './cooperation/cooperation.service';
import { DuplicatesReads } from './duplicates/duplicates.reads';
import { ImportsReads } from './imports/imports.reads';
import { ImportsService } from './imports/imports.service';
import type { OrganisationInput } from './organisations/organisations.inputs';
import { MergeService } from './duplicates/merge.service';
import { OrganisationsReads } from './organisations/organisations.reads';
import { OrganisationsService } from './organisations/organisations.service';
import { OverviewReads } from './organisations/overview.reads';
import { PlacesService } from './belongings/places.service';
import { OrganisationReferences } from './references';

/** The services of the feature by hand, as its module would wire them. */
export function partnersOf({ db, jobs, crypto }: TestDatabase) {
  const references = new OrganisationReferences();
  const reads = new OrganisationsReads(db);
  const files = new Files(db, crypto);
  const imports = new ImportsService(db, files, jobs, references);
  imports.onModuleInit();
  return {
    references,
    organisations: new OrganisationsService(db, references),
    reads,
    belongings: new BelongingsReads(db),
    places: new PlacesService(db),
    contacts: new ContactsService(db),
    cooperation: new CooperationService(db),
    files,
    imports,
    importReads: new ImportsReads(db),
    duplicates: new DuplicatesReads(db, reads),
    merges: new MergeService(db, references),
    overview: new OverviewReads(db),
  };
}

/** A valid organisation; the name differs each time unless given. */
export const anOrganisation = (given: Partial<OrganisationInput> = {}): OrganisationInput => ({ name: `Werft ${randomUUID().slice(0, 8)}`, roles: ['COMPANY'], ...given });
