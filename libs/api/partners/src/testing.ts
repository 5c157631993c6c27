import { Files } from '@mintforge/platform';
import type { TestDatabase } from '@mintforge/platform/testing';
import { randomUUID } from 'node:crypto';
import { BelongingsReads } from './belongings.reads';
import { ContactsService } from './contacts.service';
import { CooperationService } from './cooperation.service';
import { ImportsReads } from './imports.reads';
import { ImportsService } from './imports.service';
import type { OrganisationInput } from './organisations.inputs';
import { OrganisationsReads } from './organisations.reads';
import { OrganisationsService } from './organisations.service';
import { PlacesService } from './places.service';
import { OrganisationReferences } from './references';

/** The services of the feature by hand, as its module would wire them. */
export function partnersOf({ db, jobs, crypto }: TestDatabase) {
  const references = new OrganisationReferences();
  const files = new Files(db, crypto);
  const imports = new ImportsService(db, files, jobs, references);
  imports.onModuleInit();
  return {
    references,
    organisations: new OrganisationsService(db, references),
    reads: new OrganisationsReads(db),
    belongings: new BelongingsReads(db),
    places: new PlacesService(db),
    contacts: new ContactsService(db),
    cooperation: new CooperationService(db),
    files,
    imports,
    importReads: new ImportsReads(db),
  };
}

/** A valid organisation; the name differs each time unless given. */
export const anOrganisation = (given: Partial<OrganisationInput> = {}): OrganisationInput => ({ name: `Werft ${randomUUID().slice(0, 8)}`, roles: ['COMPANY'], ...given });
