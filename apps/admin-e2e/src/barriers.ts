import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = { run: (within: string, options: RunOptions) => Promise<AxeResults> };

/** Lets `barriers` look at pages that this one goes to from now on. */
export const withAxe = (page: Page): Promise<unknown> => page.addInitScript({ path: createRequire(__filename).resolve('axe-core/axe.min.js') });

/** What stops people: findings of axe that are serious or worse, by the rules of WCAG 2.2 AA. */
export async function barriers(page: Page, { rules, within = 'html' }: { rules?: string[]; within?: string } = {}): Promise<string[]> {
  const options: RunOptions = { runOnly: rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
  const { violations } = await page.evaluate<AxeResults, [string, RunOptions]>(async ([part, given]) => (window as unknown as { axe: Axe }).axe.run(part, given), [within, options]);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`));
}
