import type { Permission } from '@mintforge/domain/kernel';
import type { ResourceEntry } from '@mintforge/ui-kit';
import type { ResourceProps } from 'react-admin';

/** One kind of record (or page) of the console: who may see it, its documents, its screens. */
export interface ConsoleResource {
  access: { read: Permission; write?: Permission };
  /** Absent for a page that is no list of records, such as the calendar. */
  entry?: ResourceEntry;
  screens: Omit<ResourceProps, 'name'>;
}
