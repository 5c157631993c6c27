import { anOffice, onDatabase } from '@mintforge/e2e';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(process.cwd(), 'docs', 'tour');

interface Setting {
  dark?: boolean;
  /** of the window, where the usual 800 show too little or more than needed */
  height?: number;
}

/** An office whose name may be seen in the pictures of the tour. */
export async function aPresentableOffice() {
  const office = await anOffice();
  await onDatabase(async (database) => {
    await database.query("update region set name = 'MINT-Region Küste' where id = $1", [office.regionId]);
    await database.query("update app_user set display_name = 'Kim Koordination' where email = $1", [office.email]);
  });
  return office;
}

/**
 * Takes a picture for the tour of the README, when TOUR is set (npm run tour): a usual test run changes no file.
 * @param name number and English name, "04-calendar"
 */
export async function picture(page: Page, name: string, { dark = false, height = 800 }: Setting = {}): Promise<void> {
  if (!process.env['TOUR']) return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1280, height });
  if (dark) await page.emulateMedia({ colorScheme: 'dark' });
  // Nothing is pointed at, nothing is on its way, and what only passes by is gone.
  await page.mouse.move(640, 1);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.MuiSnackbar-root, .MuiSkeleton-root'));
  await page.screenshot({ path: join(folder, `${name}.png`), scale: 'css', caret: 'hide' });
  if (dark) await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}
