import { chooseLocale, makeAuthProvider, makeDataProvider, makeHttp, makeI18nProvider, makeSession, makeStore, makeTransport } from '@mintforge/ui-kit';
import { secondFactorPath } from './account/second-factor';
import { english } from './i18n/en';
import { german } from './i18n/de';
import { accessTable, resourceTable } from './resources';
import { verbs } from './verbs';

/** The parts of the running console, put together once. */
export const store = makeStore();
export const i18nProvider = makeI18nProvider({ de: german, en: english }, chooseLocale(store.getItem<string>('locale'), navigator.languages));

export const http = makeHttp((path, init) => fetch(path, init), i18nProvider.getLocale);
export const session = makeSession(http);
export const authProvider = makeAuthProvider(session, accessTable, secondFactorPath);
export const dataProvider = makeDataProvider(resourceTable, makeTransport(http, session, i18nProvider.getLocale), i18nProvider.getLocale, verbs);

/** For `useDataProvider<ConsoleProvider>()`: React-Admin's verbs and our own, typed. */
export type ConsoleProvider = typeof dataProvider;
