import type { Locator, Page } from 'playwright-core';

/** The heading of the page. */
export const title = (page: Page, name: string | RegExp) => page.getByRole('banner').getByRole('heading', { level: 1, name });

/** Signs in by the form and waits for the first page. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/admin/login');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('textbox', { name: 'Passwort' }).fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await title(page, 'Heute').waitFor();
}

/** Waits until a page has all it shows: nothing asked and unanswered, no placeholder, twice in a row. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.calm = 0;
  });
  await page.waitForFunction(() => {
    const content = document.querySelector('#main-content');
    const busy = (window.underWay ?? 0) > 0 || !content?.textContent || content.querySelector('.MuiSkeleton-root, [aria-busy=true]') !== null;
    window.calm = busy ? 0 : (window.calm ?? 0) + 1;
    return window.calm > 2;
  }, undefined, { polling: 100 });
}

/** Goes to an address within the running console, as a link does, and waits until all of it is there. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/admin${path}`);
  await settled(page);
}

/** Opens a page of the menu. */
export async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name, exact: true }).click();
  await title(page, name).waitFor();
}

/** Writes into a field. */
export const fill = (within: Page | Locator, label: string | RegExp, text: string) => within.getByRole('textbox', { name: label, exact: true }).or(within.getByRole('spinbutton', { name: label, exact: true })).fill(text);

/** Chooses from a list that drops down. */
export async function choose(within: Page | Locator, label: string | RegExp, option: string | RegExp): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  await field.click();
  await field.page().getByRole('option', { name: option }).click();
}

/**
 * Finds one of many by typing and takes the first that fits. The list is drawn anew a moment after the last letter; a press
 * in this very moment takes nothing, and is done again as a person would.
 */
export async function find(within: Page | Locator, label: string | RegExp, typed: string, option: string | RegExp = new RegExp(typed)): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  const page = field.page();
  const chip = field.locator('xpath=ancestor::*[contains(@class, "MuiAutocomplete-root")]').locator('.MuiChip-label', { hasText: option });
  const taken = chip.or(field.and(page.locator('[aria-expanded="false"]'))).first();
  const take = async () => {
    await field.fill(typed);
    await page.getByRole('option', { name: option }).first().click();
    await taken.waitFor({ timeout: 5_000 });
  };
  await take().catch(take);
}

/** The dialog that is open. */
export const dialog = (page: Page, name?: string | RegExp) => page.getByRole('dialog', { name });

/** Waits until something is to be read on the page. */
export const sees = (within: Page | Locator, text: string | RegExp) => within.getByText(text).filter({ visible: true }).first().waitFor();

/** Follows a link or presses a button by its words. */
export const press = (within: Page | Locator, name: string | RegExp) => within.getByRole('button', { name }).or(within.getByRole('link', { name })).first().click();

/** Hands a file to the field for uploads. */
export async function upload(page: Page, name: string, content: Buffer | string): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Datei auswählen' }).click();
  await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}
