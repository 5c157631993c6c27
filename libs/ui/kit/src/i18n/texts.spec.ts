import englishMessages from 'ra-language-english';
import { germanMessages } from './de';
import { kitTexts } from './kit-texts';
import { chooseLocale } from './provider';

/** `path -> sorted placeholders` of every text. */
const outline = (texts: object, path = ''): Record<string, string[]> =>
  Object.assign({}, ...Object.entries(texts).map(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? { [`${path}${key}`]: [...new Set(value.match(/%?\{\w+\}/g))].sort() } : outline(value as object, `${path}${key}.`)));

describe('the texts of the kit', () => {
  it('have the same keys and placeholders in German and English', () => {
    expect(outline(kitTexts.de)).toEqual(outline(kitTexts.en));
  });
  it('translate every word of React-Admin into German', () => {
    expect(Object.keys(outline(germanMessages)).sort()).toEqual(Object.keys(outline(englishMessages)).sort());
  });
});

describe('the language', () => {
  it('is the stored choice, else the browser’s first that we speak, else German', () => {
    expect([chooseLocale('en', ['de-DE']), chooseLocale(undefined, ['fr-FR', 'en-GB', 'de']), chooseLocale('xx', ['fr']), chooseLocale(undefined, [])]).toEqual(['en', 'en', 'de', 'de']);
  });
});
