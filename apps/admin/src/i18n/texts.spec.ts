import { roles } from '@mintforge/domain/kernel';
import { navigation } from '../navigation';
import { german } from './de';
import { english } from './en';

/** `path -> sorted placeholders and number of plural forms` of every text. */
const outline = (texts: object, path = ''): Record<string, string> =>
  Object.assign({}, ...Object.entries(texts).map(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? { [`${path}${key}`]: [...[...new Set(value.match(/%\{\w+\}/g))].sort(), value.split('||||').length].join(' ') }
      : outline(value as object, `${path}${key}.`)));

describe('the texts of the console', () => {
  it('have the same keys, placeholders and plural forms in German and English', () => {
    expect(outline(german)).toEqual(outline(english));
  });
  it('name every role and every entry of the menu', () => {
    expect(Object.keys(german.app.roles).sort()).toEqual([...roles].sort());
    for (const { key, entries } of navigation) {
      expect(german.app.menu).toHaveProperty(key);
      for (const { resource } of entries) expect(german.resources).toHaveProperty(`${resource}.name`);
    }
  });
});
