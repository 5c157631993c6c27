import { lazyNamed } from '@mintforge/ui-kit';

/** Where a user looks after the own account. */
export const accountPath = '/account';
export const AccountPage = lazyNamed(() => import('./AccountPage'), 'AccountPage');
