import { chooseLocale, makeHttp, makeI18nProvider, makeSession, makeStore } from '@mintforge/ui-kit';
import { german } from './i18n/de';
import { english } from './i18n/en';

/** What every screen may need of the running console: what it remembers, its language, its way to the API, who is signed in. */
export const store = makeStore();
export const i18nProvider = makeI18nProvider({ de: german, en: english }, chooseLocale(store.getItem<string>('locale'), navigator.languages));
export const http = makeHttp((path, init) => fetch(path, init), i18nProvider.getLocale);
export const session = makeSession(http);
