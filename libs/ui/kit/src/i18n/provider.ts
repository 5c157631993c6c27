import type { Locale } from '@mintforge/domain/kernel';
import type { I18nProvider } from 'ra-core';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import { germanMessages } from './de';
import { kitTexts } from './kit-texts';

export const locales: { locale: Locale; name: string }[] = [
  { locale: 'de', name: 'Deutsch' },
  { locale: 'en', name: 'English' },
];

/** An app's texts: anything, and the names of its resources (`Schule |||| Schulen`). */
export interface AppTexts {
  resources: Record<string, { name: string }>;
}

const isLocale = (text: string | undefined): text is Locale => locales.some(({ locale }) => locale === text);

/** The language to start with: the stored choice, else the browser's first language we speak, else German. */
export function chooseLocale(stored: string | undefined, browser: readonly string[]): Locale {
  return [stored, ...browser.map((tag) => tag.slice(0, 2).toLowerCase())].find(isLocale) ?? 'de';
}

/** Resource names with their capital kept: React-Admin lowers it inside sentences, which German nouns do not allow. */
function withCapitals(texts: AppTexts): object {
  const named = Object.entries(texts.resources).map(([resource, words]) => [resource, { ...words, forcedCaseName: words.name }]);
  return { ...texts, resources: Object.fromEntries(named) as object };
}

/** React-Admin's words, the kit's and the app's in both languages; keeps the page's `lang` in step. */
export function makeI18nProvider(appTexts: Record<Locale, AppTexts>, start: Locale): I18nProvider & { getLocale(): Locale } {
  const messages = {
    de: { ...germanMessages, ...kitTexts.de, ...withCapitals(appTexts.de) },
    en: { ...englishMessages, ...kitTexts.en, ...appTexts.en },
  };
  const provider = polyglotI18nProvider((locale) => messages[isLocale(locale) ? locale : 'de'], start, locales);
  const show = (locale: string) => {
    document.documentElement.lang = locale;
  };
  show(start);
  return {
    ...provider,
    getLocale: () => provider.getLocale() as Locale,
    changeLocale: async (locale, options) => {
      await provider.changeLocale(locale, options);
      show(locale);
    },
  };
}
