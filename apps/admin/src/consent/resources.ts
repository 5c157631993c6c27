import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../resources';

export const consentResources: Record<string, ConsoleResource> = {
  /** Groups are chosen by who may see pupils. */
  consents: { access: { read: 'people.read', write: 'consent.write' }, screens: { list: lazyNamed(() => import('./ConsentPage'), 'ConsentPage') } },
  'paper-intake': { access: { read: 'people.identify', write: 'consent.write' }, screens: { list: lazyNamed(() => import('./paper/ClassSetPage'), 'ClassSetPage') } },
  'paper-checks': { access: { read: 'people.identify', write: 'consent.write' }, screens: { list: lazyNamed(() => import('./paper/ChecksPage'), 'ChecksPage') } },
  'consent-chase': { access: { read: 'consent.write' }, screens: { list: lazyNamed(() => import('./chase/ChasePage'), 'ChasePage') } },
  purposes: { access: { read: 'purposes.read', write: 'purposes.write' }, screens: { list: lazyNamed(() => import('./PurposesPage'), 'PurposesPage') } },
};
