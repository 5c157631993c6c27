import type { AccessTable, ResourceTable } from '@mintforge/ui-kit';
import { administrationResources } from './administration/resources';
import { activityResources } from './activities/resources';
import type { ConsoleResource } from './common/console-resource';
import { consentResources } from './consent/resources';
import { oversightResources } from './oversight/resources';
import { peopleResources } from './people/resources';
import { partnerResources } from './partners/resources';
import { recordResources } from './privacy/record/resources';
import { requestResources } from './privacy/requests/resources';
import { retentionResources } from './privacy/retention/resources';
import { limitResources } from './rounds/limits/resources';
import { roundResources } from './rounds/resources';
import { taskResources } from './today/tasks/resources';

/** Every resource of the console, by the name that stands in its address. */
export const resources: Record<string, ConsoleResource> = {
  ...activityResources,
  ...peopleResources,
  ...consentResources,
  ...partnerResources,
  ...roundResources,
  ...limitResources,
  ...taskResources,
  ...requestResources,
  ...recordResources,
  ...retentionResources,
  ...administrationResources,
  ...oversightResources,
};

const each = <Value>(pick: (resource: ConsoleResource) => Value | undefined): Record<string, Value> =>
  Object.fromEntries(Object.entries(resources).flatMap(([name, resource]) => {
    const value = pick(resource);
    return value === undefined ? [] : [[name, value]];
  }));

export const accessTable: AccessTable = each(({ access }) => access);
export const resourceTable: ResourceTable = each(({ entry }) => entry);
