import { lazyNamed } from '@mintforge/ui-kit';

/** Where a user sets up the second factor; the API sends those here who must. */
export const secondFactorPath = '/account/second-factor';
export const SecondFactorPage = lazyNamed(() => import('./SecondFactorPage'), 'SecondFactorPage');
