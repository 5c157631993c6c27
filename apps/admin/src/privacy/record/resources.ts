import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../../common/console-resource';

export const recordResources: Record<string, ConsoleResource> = {
  'data-map': { access: { read: 'processing.read' }, screens: { list: lazyNamed(() => import('./RecordPage'), 'RecordPage') } },
  breaches: { access: { read: 'processing.read' }, screens: { list: lazyNamed(() => import('./BreachPage'), 'BreachPage') } },
};
