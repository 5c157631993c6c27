import { pageTexts } from './links.texts';

/** The language of a page: ISO 639, in plain words or not; written `de-plain` in addresses and forms. */
export interface PageLanguage {
  language: string;
  plain: boolean;
}

/** Languages that the page itself speaks; texts of purposes come in further ones. */
export const spoken: readonly PageLanguage[] = [{ language: 'de', plain: false }, { language: 'de', plain: true }, { language: 'en', plain: false }];

const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

export const keyOf = ({ language, plain }: PageLanguage): string => `${language}${plain ? '-plain' : ''}`;

/** Reads `de-plain`; null for anything else. */
export function readLanguage(text: unknown): PageLanguage | null {
  const match = typeof text === 'string' ? /^([a-z]{2,3})(-plain)?$/.exec(text) : null;
  return match ? { language: match[1]!, plain: match[2] !== undefined } : null;
}

/** What a language is called in itself. */
export function nameOf({ language, plain }: PageLanguage): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  if (!plain) return name;
  return language === 'de' ? 'Einfache Sprache' : `${name} (einfach)`;
}

/** Words that pages behind a link have of their own. */
export type PageWords = 'de' | 'plain' | 'en';

/** Which of them a language reads; plain German for one that the page itself does not speak. */
export const wordsOf = ({ language, plain }: PageLanguage): PageWords => (language === 'en' ? 'en' : language === 'de' && !plain ? 'de' : 'plain');

export const wordsFor = (own: PageLanguage) => pageTexts[wordsOf(own)];

/** Attributes of text in a language: which one, and where its lines begin. */
export const langAttributes = (language: string): string => `lang="${language}" dir="${rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'}"`;

/** Of the wordings of a text (German first) the one in a language, as plain as it is wanted if there is one, else German: shown, and put on record. */
export function wordingFor<Wording extends PageLanguage>(wordings: readonly Wording[], { language, plain }: PageLanguage): Wording {
  const same = wordings.filter((one) => one.language === language);
  return same.find((one) => one.plain === plain) ?? same[0] ?? wordings[0]!;
}

/** What a page opens in: what was chosen, else the signer's own language if any text has it, else German. */
export function openingLanguage(chosen: PageLanguage | null, own: PageLanguage | null, offered: readonly PageLanguage[]): PageLanguage {
  const known = own && offered.some(({ language }) => language === own.language) ? own : null;
  return chosen ?? known ?? spoken[0]!;
}
