import { makeAuthProvider, makeDataProvider, makeTransport } from '@mintforge/ui-kit';
import { secondFactorPath } from './account/second-factor';
import { http, i18nProvider, session } from './connection';
import { accessTable, resourceTable } from './resources';
import { verbs, type ConsoleProvider } from './verbs';

/** What React-Admin is given: who may see what, and every verb over every resource. */
export const authProvider = makeAuthProvider(session, accessTable, secondFactorPath);
export const dataProvider: ConsoleProvider = makeDataProvider(resourceTable, makeTransport(http, session, i18nProvider.getLocale), i18nProvider.getLocale, verbs);
