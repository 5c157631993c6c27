import { chooseLocale, makeHttp, makeI18nProvider, makeSession, makeStore } from '@mintforge/ui-kit';
import { QueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';
import { german } from './i18n/de';
import { english } from './i18n/en';

/** What every screen may need of the running console: what it remembers, its language, its way to the API, who is signed in. */
export const store = makeStore();
export const i18nProvider = makeI18nProvider({ de: german, en: english }, chooseLocale(store.getItem<string>('locale'), navigator.languages));
export const http = makeHttp((path, init) => fetch(path, init), i18nProvider.getLocale);
export const session = makeSession(http);

/** A refusal stays one however often it is asked for; what failed on the way, or came too fast, is asked for again. */
const refused = (error: Error) => error instanceof HttpError && error.status < 500 && error.status !== 429;
export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: (failures, error) => failures < 3 && !refused(error) } } });
