import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../../common/console-resource';

export const limitResources: Record<string, ConsoleResource> = {
  'working-time': { access: { read: 'matching.read', write: 'matching.run' }, screens: { list: lazyNamed(() => import('./LimitsPage'), 'LimitsPage') } },
};
