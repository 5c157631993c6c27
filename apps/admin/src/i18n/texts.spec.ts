import { roles } from '@mintforge/domain/kernel';
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { navigation } from '../navigation';
import { german } from './de';
import { english } from './en';

/** `path -> sorted placeholders and number of plural forms` of every text. */
const outline = (texts: object, path = ''): Record<string, string> =>
  Object.assign({}, ...Object.entries(texts).map(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? { [`${path}${key}`]: [...[...new Set(value.match(/%\{\w+\}/g))].sort(), value.split('||||').length].join(' ') }
      : outline(value as object, `${path}${key}.`)));

const folders = ['apps/admin/src', 'libs/ui/kit/src'].map((folder) => resolve(__dirname, '../../../..', folder));
const escaped = (text: string): string => text.replaceAll('.', '\\.');

/** Whether the console's code names a text: as a whole, by a template that it fits, or by the group it stands in. */
function shown(): (key: string) => boolean {
  const sources = folders.flatMap((folder) => globSync('**/*.{ts,tsx}', { cwd: folder }).filter((file) => !/^texts|\.spec\./.test(basename(file))).map((file) => readFileSync(join(folder, file), 'utf8')));
  const named = new Set(sources.flatMap((source) => [...source.matchAll(/['"`](app\.[\w.-]+)['"`]/g)].map(([, key]) => key)));
  const templates = sources.flatMap((source) => [...source.matchAll(/`(app\.[^`]*?\$\{[^`]*)`/g)].map(([, template]) => new RegExp(`^${template!.split(/\$\{[^}]*\}+/).map(escaped).join('[\\w.-]+')}$`)));
  const groups = (key: string): string[] => key.split('.').slice(2, -1).map((_, at) => key.split('.').slice(0, at + 3).join('.'));
  return (key) => named.has(key) || templates.some((template) => template.test(key)) || groups(key).some((group) => named.has(group));
}

describe('the texts of the console', () => {
  it('have the same keys, placeholders and plural forms in German and English', () => {
    expect(outline(german)).toEqual(outline(english));
  });
  it('are all shown somewhere', () => {
    const isShown = shown();
    expect(Object.keys(outline(german.app, 'app.')).filter((key) => !isShown(key))).toEqual([]);
  });
  it('name every role and every entry of the menu', () => {
    expect(Object.keys(german.app.roles).sort()).toEqual([...roles].sort());
    for (const { key, entries } of navigation) {
      expect(german.app.menu).toHaveProperty(key);
      for (const { resource } of entries) expect(german.resources).toHaveProperty(`${resource}.name`);
    }
  });
});
