import type { AuditsDocument, JobsDocument, MailboxDocument, ResultOf, UserDocument, UsersDocument } from '@mintforge/contract';

/** What the screens of this area are given, as the documents ask for it. */
export type UserRow = ResultOf<typeof UsersDocument>['users']['items'][number];
export type User = ResultOf<typeof UserDocument>['user'];
export type AuditRow = ResultOf<typeof AuditsDocument>['audits']['items'][number];
export type JobRow = ResultOf<typeof JobsDocument>['jobs']['items'][number];
export type MailRow = ResultOf<typeof MailboxDocument>['mailbox']['items'][number];
