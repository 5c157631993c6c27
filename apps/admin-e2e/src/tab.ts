import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/browser.mjs';
import { sharedServer } from '@mintforge/e2e';

declare global {
  interface Window {
    underWay?: number;
    calm?: number;
  }
}

/** Where pictures of failed steps lie. */
const failures = join(process.cwd(), '.data', 'journeys');

const settings: BrowserContextOptions = {
  locale: 'de-DE',
  timezoneId: 'Europe/Berlin',
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
  colorScheme: 'light',
};

/** A browser tab on the console for the length of a spec file, and what went wrong in it. */
export interface Tab {
  page: Page;
  /** Errors nobody should meet: of scripts, of the API, and any request to a third party. */
  faults: string[];
}

/** Opens a tab before the tests of a file and closes it after them. */
export function openTab(): () => Tab {
  let browser: Browser | undefined;
  let tab: Tab | undefined;
  beforeAll(async () => {
    const { url } = sharedServer();
    browser = await launchBrowser();
    const page = await (await browser.newContext({ ...settings, baseURL: url })).newPage();
    // Whoever runs this may have little machine left: waiting long costs nothing where nothing fails.
    page.setDefaultTimeout(30_000);
    await page.addInitScript(countRequests);
    tab = { page, faults: [] };
    watch(tab, new URL(url).host);
  }, 60_000);
  afterAll(() => browser?.close());
  return () => {
    if (!tab) throw new Error('The tab opens before the first test');
    return tab;
  };
}

/** A tab of somebody else, who has no scripts: the pages behind an action link. Close its context when done. */
export async function familyPage(tab: Tab): Promise<Page> {
  const context = await tab.page.context().browser()!.newContext({ ...settings, baseURL: sharedServer().url, javaScriptEnabled: false });
  return context.newPage();
}

/** Requests of the page under way; runs in the page before its own scripts. */
function countRequests(): void {
  const { fetch } = window;
  window.fetch = async (...given) => {
    window.underWay = (window.underWay ?? 0) + 1;
    return fetch(...given).finally(() => {
      window.underWay = (window.underWay ?? 0) - 1;
    });
  };
}

function watch({ page, faults }: Tab, home: string): void {
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    // What the API refuses is shown in the page; the browser's own line about its status says nothing more.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== home) faults.push(`A request to ${host}`);
  });
}

/**
 * Steps of one journey in one tab, each a test of its own: they build on each other, so after a failed one the rest
 * fails at once, and the picture of the failed one lies under .data/journeys.
 */
export function journey(tab: () => Tab): (title: string, work: (page: Page) => Promise<void>, timeout?: number) => void {
  let failed: string | undefined;
  return (title, work, timeout = 60_000) =>
    it(title, async () => {
      if (failed) throw new Error(`An earlier step failed: ${failed}`);
      failed = title;
      await pictured(tab(), title, work);
      failed = undefined;
    }, timeout);
}

/** Does something in the page that must meet no error, and leaves a picture of it when it fails. */
export async function pictured({ page, faults }: Tab, title: string, work: (page: Page) => Promise<void>): Promise<void> {
  try {
    await work(page);
    expect(faults.splice(0)).toEqual([]);
  } catch (error) {
    mkdirSync(failures, { recursive: true });
    await page.screenshot({ path: join(failures, `${title.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 80)}.png`) });
    throw error;
  }
}
