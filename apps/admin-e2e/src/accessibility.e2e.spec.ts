import type { Page } from 'playwright-core';
import { barriers, withAxe } from './barriers';
import { settled, signIn, visit } from './console';
import { demoRecords, demoSignIn } from './demo';
import { screens } from './screens';
import { openTab, pictured } from './tab';

jest.setTimeout(60_000);

const tab = openTab();
let records: Awaited<ReturnType<typeof demoRecords>>;

beforeAll(async () => {
  records = await demoRecords();
  await withAxe(tab().page);
  await signIn(tab().page, demoSignIn('COORDINATOR'));
}, 120_000);

/** Keys of texts that stand where words should: visible, as placeholder, or said by a screen reader. */
const keysShown = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label],[placeholder],[title],[alt]')].flatMap((element) => ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''));
    return [...new Set([document.title, document.body.innerText, ...spoken].flatMap((text) => text.match(/\b(?:app|resources|kit|ra)\.[a-z_]+[\w.]*/g) ?? []))];
  });

type Theme = 'light' | 'dark';
type Language = 'DE' | 'EN';
let theme: Theme = 'light';
let language: Language = 'DE';

/** The other theme, once every colour has arrived. */
async function turnTheme(page: Page): Promise<void> {
  const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  theme = theme === 'light' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction((old) => getComputedStyle(document.body).backgroundColor !== old && !document.getAnimations().some((animation) => animation instanceof CSSTransition), before);
}

async function turnLanguage(page: Page): Promise<void> {
  language = language === 'DE' ? 'EN' : 'DE';
  await page.getByRole('banner').getByRole('button', { name: new RegExp(`^${language}`) }).click();
  await page.locator(`html[lang=${language.toLowerCase()}]`).waitFor();
}

describe('every screen is for everybody', () => {
  // Theme and language are turned once per screen and stay for the next one, which saves half of the turning.
  it.each(screens)('%s: no serious finding in light and dark, no word missing in German and English', async (name, path) => {
    await pictured(tab(), name, async (page) => {
      await visit(page, path(records));
      const barriersIn: Record<string, string[]> = { [theme]: await barriers(page) };
      await turnTheme(page);
      barriersIn[theme] = await barriers(page, { rules: ['color-contrast'] });
      const keysIn: Record<string, string[]> = { [language]: await keysShown(page) };
      await turnLanguage(page);
      await settled(page);
      keysIn[language] = await keysShown(page);
      expect({ ...barriersIn, ...keysIn }).toEqual({ light: [], dark: [], DE: [], EN: [] });
    });
  });
});
