import { AuditsDocument, InviteUserDocument, JobDocument, JobsDocument, MailboxDocument, UpdateUserDocument, UserDocument, UsersDocument } from '@mintforge/contract';
import { lazyNamed } from '@mintforge/ui-kit';
import type { ConsoleResource } from '../common/console-resource';
import { auditFilter } from './audit-entry';

export const administrationResources: Record<string, ConsoleResource> = {
  users: {
    access: { read: 'users.read', write: 'users.write' },
    entry: { list: UsersDocument, one: UserDocument, create: InviteUserDocument, update: UpdateUserDocument },
    screens: {
      list: lazyNamed(() => import('./UserList'), 'UserList'),
      show: lazyNamed(() => import('./UserShow'), 'UserShow'),
      create: lazyNamed(() => import('./UserForms'), 'UserInvite'),
      edit: lazyNamed(() => import('./UserForms'), 'UserEdit'),
      recordRepresentation: 'displayName',
    },
  },
  audit: {
    access: { read: 'audit.read' },
    // Entries and mails are read in lists alone.
    entry: { list: AuditsDocument, one: AuditsDocument, toFilter: auditFilter },
    screens: { list: lazyNamed(() => import('./AuditList'), 'AuditList') },
  },
  jobs: {
    access: { read: 'jobs.read' },
    entry: { list: JobsDocument, one: JobDocument },
    screens: { list: lazyNamed(() => import('./JobList'), 'JobList') },
  },
  mailbox: {
    access: { read: 'mail.read' },
    entry: { list: MailboxDocument, one: MailboxDocument },
    screens: { list: lazyNamed(() => import('./Mailbox'), 'Mailbox') },
  },
};
