import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../../common/console-resource';

export const taskResources: Record<string, ConsoleResource> = {
  tasks: { access: { read: 'tasks.read', write: 'tasks.write' }, screens: { list: lazyNamed(() => import('./TasksPage'), 'TasksPage') } },
};
