import {
  ContactDocument, ContactsDocument, CreateContactDocument, CreateEquipmentDocument, CreateNeedDocument, CreateOfferDocument, CreateOrganisationDocument, CreatePartnershipDocument, CreateReadinessDocument, CreateSiteDocument,
  DeleteContactDocument, DeleteEquipmentDocument, DeleteNeedDocument, DeleteOfferDocument, DeleteOrganisationDocument, DeletePartnershipDocument, DeleteReadinessDocument, DeleteSiteDocument, DiscardImportDocument, EquipmentDocument, EquipmentsDocument,
  ImportDocument, ImportsDocument, NeedDocument, NeedsDocument, OfferDocument, OffersDocument, OrganisationDocument, OrganisationNamesDocument, OrganisationsDocument, PartnershipDocument, PartnershipsDocument, ReadinessDocument, SiteDocument, SitesDocument,
  UpdateContactDocument, UpdateEquipmentDocument, UpdateNeedDocument, UpdateOfferDocument, UpdateOrganisationDocument, UpdatePartnershipDocument, UpdateReadinessDocument, UpdateSiteDocument,
} from '@mintforge/contract';
import { lazyNamed } from '@mintforge/ui-kit';
import { createElement } from 'react';
import { Route } from 'react-router-dom';
import type { ConsoleResource } from '../common/console-resource';

const access = { read: 'partners.read', write: 'partners.write' } as const;
const MergePage = lazyNamed(() => import('./duplicates/MergePage'), 'MergePage');

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';
const isNothing = (value: unknown): boolean => isEmpty(value) || (typeof value === 'object' && !Array.isArray(value) && Object.values(value as object).every(isEmpty));

/** Fields left empty in a form of something new are not sent, so that the API's own defaults hold. */
const filledIn = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => !isNothing(value)));

/** Organisations and everything that belongs to them; sites, contacts, equipment and partnerships are looked after on the page of their organisation. */
export const partnerResources: Record<string, ConsoleResource> = {
  organisations: {
    access,
    entry: { list: OrganisationsDocument, one: OrganisationDocument, many: OrganisationNamesDocument, create: CreateOrganisationDocument, update: UpdateOrganisationDocument, remove: DeleteOrganisationDocument, toInput: filledIn },
    screens: {
      list: lazyNamed(() => import('./organisations/OrganisationList'), 'OrganisationList'),
      show: lazyNamed(() => import('./organisations/OrganisationPage'), 'OrganisationPage'),
      create: lazyNamed(() => import('./organisations/OrganisationForms'), 'OrganisationCreate'),
      edit: lazyNamed(() => import('./organisations/OrganisationForms'), 'OrganisationEdit'),
      recordRepresentation: 'name',
    },
  },
  sites: { access, entry: { list: SitesDocument, one: SiteDocument, create: CreateSiteDocument, update: UpdateSiteDocument, remove: DeleteSiteDocument, toInput: filledIn }, screens: {} },
  contacts: { access, entry: { list: ContactsDocument, one: ContactDocument, create: CreateContactDocument, update: UpdateContactDocument, remove: DeleteContactDocument, toInput: filledIn }, screens: { recordRepresentation: 'name' } },
  equipments: { access, entry: { list: EquipmentsDocument, one: EquipmentDocument, create: CreateEquipmentDocument, update: UpdateEquipmentDocument, remove: DeleteEquipmentDocument, toInput: filledIn }, screens: { recordRepresentation: 'name' } },
  partnerships: { access, entry: { list: PartnershipsDocument, one: PartnershipDocument, create: CreatePartnershipDocument, update: UpdatePartnershipDocument, remove: DeletePartnershipDocument, toInput: filledIn }, screens: {} },
  // Proofs are read with their host alone.
  readiness: { access, entry: { list: ReadinessDocument, one: ReadinessDocument, create: CreateReadinessDocument, update: UpdateReadinessDocument, remove: DeleteReadinessDocument, toInput: filledIn }, screens: {} },
  needs: {
    access,
    entry: { list: NeedsDocument, one: NeedDocument, create: CreateNeedDocument, update: UpdateNeedDocument, remove: DeleteNeedDocument, toInput: filledIn },
    screens: {
      list: lazyNamed(() => import('./cooperation/NeedList'), 'NeedList'),
      show: lazyNamed(() => import('./cooperation/NeedPage'), 'NeedPage'),
      create: lazyNamed(() => import('./cooperation/NeedForms'), 'NeedCreate'),
      edit: lazyNamed(() => import('./cooperation/NeedForms'), 'NeedEdit'),
      recordRepresentation: 'title',
    },
  },
  offers: {
    access,
    entry: { list: OffersDocument, one: OfferDocument, create: CreateOfferDocument, update: UpdateOfferDocument, remove: DeleteOfferDocument, toInput: filledIn },
    screens: {
      list: lazyNamed(() => import('./cooperation/OfferList'), 'OfferList'),
      show: lazyNamed(() => import('./cooperation/OfferPage'), 'OfferPage'),
      create: lazyNamed(() => import('./cooperation/OfferForms'), 'OfferCreate'),
      edit: lazyNamed(() => import('./cooperation/OfferForms'), 'OfferEdit'),
      recordRepresentation: 'title',
    },
  },
  duplicates: {
    access,
    screens: {
      list: lazyNamed(() => import('./duplicates/DuplicatesPage'), 'DuplicatesPage'),
      children: createElement(Route, { path: ':firstId/:secondId', element: createElement(MergePage) }),
    },
  },
  imports: {
    access: { read: 'imports.write', write: 'imports.write' },
    entry: { list: ImportsDocument, one: ImportDocument, remove: DiscardImportDocument },
    screens: {
      list: lazyNamed(() => import('./imports/ImportList'), 'ImportList'),
      create: lazyNamed(() => import('./imports/ImportStart'), 'ImportStart'),
      show: lazyNamed(() => import('./imports/ImportPage'), 'ImportPage'),
      recordRepresentation: 'fileName',
    },
  },
};
