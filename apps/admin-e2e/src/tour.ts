import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(process.cwd(), 'docs', 'tour');

/**
 * Takes a picture for the tour of the README, when TOUR is set (npm run tour): a usual test run changes no file.
 * @param name number and English name, "04-calendar"
 */
export async function picture(page: Page, name: string, { dark = false } = {}): Promise<void> {
  if (!process.env['TOUR']) return;
  mkdirSync(folder, { recursive: true });
  if (dark) await page.emulateMedia({ colorScheme: 'dark' });
  // Nothing is pointed at, nothing is on its way, and what only passes by is gone.
  await page.mouse.move(640, 1);
  await page.waitForLoadState('networkidle');
  for (const passing of ['.MuiSnackbar-root', '.MuiSkeleton-root']) await page.waitForFunction((selector) => !document.querySelector(selector), passing);
  await page.screenshot({ path: join(folder, `${name}.png`), scale: 'css', caret: 'hide' });
  if (dark) await page.emulateMedia({ colorScheme: 'light' });
}
