import type { Locator } from 'playwright-core';
import { dialog, press, sees, signIn, title } from './console';
import { demoSignIn } from './demo';
import { openTab, pictured } from './tab';

jest.setTimeout(60_000);

const tab = openTab();

beforeAll(() => signIn(tab().page, demoSignIn('COORDINATOR')));

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
    await pictured(tab(), 'skip link', async (page) => {
      await page.goto('/admin/rounds', { waitUntil: 'networkidle' });
      await tabTo(page.getByRole('button', { name: 'Zum Inhalt springen' }).or(page.getByRole('link', { name: 'Zum Inhalt springen' })));
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator('#main-content').evaluate((main) => main.contains(document.activeElement))).toBe(true);
    });
  });

  it('goes by the menu, opens a row and comes back', async () => {
    await pictured(tab(), 'menu and row', async (page) => {
      await page.goto('/admin/', { waitUntil: 'networkidle' });
      await tabTo(page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Gruppen' }));
      await page.keyboard.press('Enter');
      await title(page, 'Gruppen').waitFor();
      const first = page.getByRole('table').getByRole('row').nth(1);
      await first.waitFor();
      await tabTo(first);
      await page.keyboard.press('Enter');
      await sees(page, /namentlich bekannt/);
    });
  });

  it('fills in and saves a form', async () => {
    await pictured(tab(), 'form', async (page) => {
      await page.goto('/admin/rounds/create', { waitUntil: 'networkidle' });
      await page.keyboard.type('Runde von der Tastatur');
      await tabTo(page.getByRole('button', { name: 'Speichern' }));
      await page.keyboard.press('Enter');
      await sees(page, 'Wählen Sie die Termine, die zur Wahl stehen.');
    });
  });

  it('leaves a dialog by Escape and has the focus where it was', async () => {
    await pictured(tab(), 'dialog', async (page) => {
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
