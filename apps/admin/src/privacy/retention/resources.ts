import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../../common/console-resource';

export const retentionResources: Record<string, ConsoleResource> = {
  retention: { access: { read: 'retention.read' }, screens: { list: lazyNamed(() => import('./RetentionPage'), 'RetentionPage') } },
  vault: { access: { read: 'vault.read', write: 'vault.write' }, screens: { list: lazyNamed(() => import('./VaultPage'), 'VaultPage') } },
};
