import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../common/console-resource';

export const consentResources: Record<string, ConsoleResource> = {
  /** Groups are chosen by who may see pupils. */
  consents: { access: { read: 'people.read', write: 'consent.write' }, screens: { list: lazyNamed(() => import('./ConsentPage'), 'ConsentPage'), show: lazyNamed(() => import('./timeline/TimelinePage'), 'TimelinePage') } },
  disputes: { access: { read: 'consent.write' }, screens: { list: lazyNamed(() => import('./disputes/DisputesPage'), 'DisputesPage') } },
  'signer-rules': { access: { read: 'purposes.read', write: 'purposes.write' }, screens: { list: lazyNamed(() => import('./rules/RulesPage'), 'RulesPage') } },
  'consent-chase': { access: { read: 'consent.write' }, screens: { list: lazyNamed(() => import('./chase/ChasePage'), 'ChasePage') } },
  'paper-intake': { access: { read: 'people.identify', write: 'consent.write' }, screens: { list: lazyNamed(() => import('./paper/ClassSetPage'), 'ClassSetPage') } },
  'paper-checks': { access: { read: 'people.identify', write: 'consent.write' }, screens: { list: lazyNamed(() => import('./paper/ChecksPage'), 'ChecksPage') } },
  purposes: { access: { read: 'purposes.read', write: 'purposes.write' }, screens: { list: lazyNamed(() => import('./PurposesPage'), 'PurposesPage') } },
};
