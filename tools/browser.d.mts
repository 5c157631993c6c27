import type { Browser } from 'playwright-core';

/** A headless Chromium for the journeys: the one inside the npm package where it runs (Linux on x64), else the installed one. */
export function launchBrowser(): Promise<Browser>;
