import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../../common/console-resource';

export const requestResources: Record<string, ConsoleResource> = {
  requests: { access: { read: 'requests.read', write: 'requests.write' }, screens: { list: lazyNamed(() => import('./RequestsPage'), 'RequestsPage'), show: lazyNamed(() => import('./RequestPage'), 'RequestPage') } },
};
