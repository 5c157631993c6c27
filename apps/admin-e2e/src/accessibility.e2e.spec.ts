import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { dialog, press, sees, signIn, title } from './console';
import { demoRecords, demoSignIn } from './demo';
import { screens } from './screens';
import { openTab, pictured } from './tab';

jest.setTimeout(60_000);

const tab = openTab();
let records: Awaited<ReturnType<typeof demoRecords>>;

beforeAll(async () => {
  records = await demoRecords();
  await tab().page.addInitScript({ path: createRequire(__filename).resolve('axe-core/axe.min.js') });
  await signIn(tab().page, demoSignIn('COORDINATOR'));
}, 120_000);

/** What stops people: findings of axe that are serious or worse, by the rules of WCAG 2.2 AA. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  const options: RunOptions = { runOnly: rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
  const { violations } = await page.evaluate<AxeResults, RunOptions>(async (given) => (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(given), options);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`));
}

/** Keys of texts that stand where words should: visible, as placeholder, or said by a screen reader. */
const keysShown = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label],[placeholder],[title],[alt]')].flatMap((element) => ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''));
    return [...new Set([document.title, document.body.innerText, ...spoken].flatMap((text) => text.match(/\b(?:app|resources|kit|ra)\.[a-z_]+[\w.]*/g) ?? []))];
  });

async function speak(page: Page, language: 'DE' | 'EN'): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: new RegExp(`^${language}`) }).click();
  await page.locator(`html[lang=${language.toLowerCase()}]`).waitFor();
}

describe('every screen is for everybody', () => {
  it.each(screens)('%s: no serious finding in light and dark, no word missing in German and English', async (name, path) => {
    await pictured(tab().page, name, async (page) => {
      await page.goto(`/admin${path(records)}`, { waitUntil: 'networkidle' });
      const found = { light: await barriers(page), dark: [] as string[], german: await keysShown(page), english: [] as string[] };
      await page.emulateMedia({ colorScheme: 'dark' });
      found.dark = await barriers(page, ['color-contrast']);
      await page.emulateMedia({ colorScheme: 'light' });
      await speak(page, 'EN');
      found.english = await keysShown(page);
      await speak(page, 'DE');
      expect(found).toEqual({ light: [], dark: [], german: [], english: [] });
    });
  });
});

describe('the keyboard alone', () => {
  /** Tabs on until something has the focus. */
  async function tabTo(target: Locator): Promise<void> {
    const page = target.page();
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('80 presses of Tab do not get there');
  }

  it('skips to the content', async () => {
    await pictured(tab().page, 'skip link', async (page) => {
      await page.goto('/admin/rounds', { waitUntil: 'networkidle' });
      await tabTo(page.getByRole('button', { name: 'Zum Inhalt springen' }).or(page.getByRole('link', { name: 'Zum Inhalt springen' })));
      await page.keyboard.press('Enter');
      await tabTo(page.getByPlaceholder('Titel suchen').or(page.getByLabel('Titel suchen')).first());
    });
  });

  it('goes by the menu, opens a row and comes back', async () => {
    await pictured(tab().page, 'menu and row', async (page) => {
      await page.goto('/admin/', { waitUntil: 'networkidle' });
      await tabTo(page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Gruppen' }));
      await page.keyboard.press('Enter');
      await title(page, 'Gruppen').waitFor();
      const first = page.getByRole('table').getByRole('row').nth(1);
      await first.waitFor();
      await tabTo(first.or(first.getByRole('link')).first());
      await page.keyboard.press('Enter');
      await sees(page, /namentlich bekannt/);
    });
  });

  it('fills in and saves a form', async () => {
    await pictured(tab().page, 'form', async (page) => {
      await page.goto('/admin/rounds/create', { waitUntil: 'networkidle' });
      await page.keyboard.type('Runde von der Tastatur');
      await tabTo(page.getByRole('button', { name: 'Speichern' }));
      await page.keyboard.press('Enter');
      await sees(page, 'Wählen Sie die Termine, die zur Wahl stehen.');
    });
  });

  it('leaves a dialog by Escape and has the focus where it was', async () => {
    await pictured(tab().page, 'dialog', async (page) => {
      const open = page.getByRole('main').getByRole('button', { name: 'Termine wählen' });
      await press(page, 'Termine wählen');
      await open.focus();
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      expect(await open.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });
});
