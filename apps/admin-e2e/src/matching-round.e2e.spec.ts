import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { choose, dialog, fill, press, sees, signIn, visit } from './console';
import { aLargeRound } from './matching-region';
import { journey, openTab } from './tab';
import { aPresentableOffice, picture } from './tour';

const tab = openTab();
const step = journey(tab);
const commandLine = join(process.cwd(), 'libs/matching-engine/bin/matching-engine.mjs');

const openRoundTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const runOf = (page: Page, number: number) => page.getByRole('table', { name: 'Läufe' }).getByRole('link', { name: `Lauf ${number}` });

async function startAndWait(page: Page, number: number): Promise<void> {
  await press(dialog(page), 'Lauf starten');
  await dialog(page).waitFor({ state: 'detached' });
  await openRoundTab(page, 'Läufe');
  await runOf(page, number).waitFor({ timeout: 60_000 });
}

/** Downloads what a button hands out, and gives the path of the file. */
async function downloaded(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await press(dialog(page), button);
  return (await download).path();
}

describe('a round of 3,000 pupils and 600 occurrences', () => {
  let roundId = '';

  step('is set up', async (page) => {
    const office = await aPresentableOffice();
    roundId = await aLargeRound(office.regionId, await office.signedIn());
    await signIn(page, office);
    await visit(page, `/rounds/${roundId}/show`);
    await sees(page, '3.000 sind dabei.');
    await sees(page, '600 Termine stehen zur Wahl.');
  });

  step('is forecast under every rule', async (page) => {
    await openRoundTab(page, 'Vorschau');
    await press(page, 'Vorschau rechnen');
    await page.getByRole('button', { name: 'Lauf mit dieser Regel: Fair, nur Los' }).waitFor({ timeout: 60_000 });
    await page.getByRole('row', { name: /^Fair, mit Vorrang und Garantien .* von / }).waitFor();
    await picture(page, '14-forecast');
  }, 90_000);

  step('is run under two rules', async (page) => {
    await press(page, 'Lauf mit dieser Regel: Fair, nur Los');
    await startAndWait(page, 1);
    await press(page.getByRole('main'), 'Lauf starten');
    await startAndWait(page, 2);
  }, 90_000);

  step('shows both runs side by side', async (page) => {
    for (const number of [1, 2]) await page.getByRole('checkbox', { name: `Lauf ${number} zum Vergleich wählen` }).check();
    await press(page, 'Lauf 1 und 2 vergleichen');
    await sees(page, 'Für wen sich etwas ändert');
    await page.getByRole('row', { name: /^Erfüllte Garantien / }).waitFor();
  });

  step('shows what a pin costs before it is saved', async (page) => {
    await press(page.getByRole('main'), 'Lauf 2');
    await sees(page, /niemand wird übergangen/i);
    await choose(page, 'Ergebnis', 'Ohne Platz');
    await page.getByRole('button', { name: /^Festlegen oder sperren: / }).first().click();
    await choose(dialog(page), 'Termin', /^1 · /);
    await sees(dialog(page), 'Was das gegenüber dem letzten Lauf ändert');
    await sees(dialog(page), /besser, .* schlechter/);
    await picture(page, '15-pin');
    await fill(dialog(page), 'Notiz', 'Anfahrt nur an diesem Tag möglich');
    await press(dialog(page), 'Speichern');
    await sees(page, 'Festlegung gespeichert.');
  });

  step('is run with the pin, shows who goes where, and is published', async (page) => {
    await visit(page, `/rounds/${roundId}/show/runs`);
    await press(page.getByRole('main'), 'Lauf starten');
    await startAndWait(page, 3);
    await runOf(page, 3).click();
    await page.getByRole('tab', { name: 'Wer geht wohin' }).click();
    await page.getByRole('img', { name: 'Von den Schulen zu den Gastgebern' }).waitFor();
    await page.getByRole('table', { name: 'Alle Wege' }).getByRole('row').nth(20).waitFor();
    await picture(page, '16-ways', { height: 1400 });
    await press(page, 'Veröffentlichen');
    await press(dialog(page), /Zuteilungen veröffentlichen$/);
    await sees(page, /Zuteilungen veröffentlicht$/);
  });

  step('fills the seat of a withdrawal again, and said before with whom', async (page) => {
    await choose(page, 'Termin', /^1 · /);
    await press(page, 'Warteliste');
    await dialog(page).getByRole('row').nth(1).getByText(/^P\d{5}$/).waitFor();
    await press(dialog(page), 'Schließen');
    await page.getByRole('button', { name: /^Zurückziehen: / }).first().click();
    // A seat of a guarantee goes to somebody it holds for, who need not be first of all who wait: the dialog knows.
    const next = await dialog(page).getByRole('listitem').filter({ hasText: /bekommt „Werkstatt/ }).first().getByText(/^P\d{5}$/).textContent() ?? '';
    await picture(page, '17-chain');
    await fill(dialog(page), 'Grund', 'Schule hat abgesagt');
    await press(dialog(page), 'Zurückziehen');
    await sees(page, 'Platz zurückgezogen');
    await page.getByRole('row', { name: new RegExp(`^${next} .*Frei geworden durch P`) }).waitFor();
  });

  step('hands out its record, which the command line recomputes to the same result', async (page) => {
    await visit(page, `/rounds/${roundId}/show/runs`);
    await runOf(page, 3).click();
    await press(page, 'Protokoll und Prüfblatt');
    await sees(dialog(page), 'npx matching-engine recompute lauf-3.json');
    const { stdout } = await promisify(execFile)(process.execPath, [commandLine, 'recompute', await downloaded(page, 'Protokoll (JSON)')]);
    expect(stdout).toContain('Result: identical.');
    expect(readFileSync(await downloaded(page, 'Prüfblatt (PDF)'), 'latin1').slice(0, 5)).toBe('%PDF-');
  });
});
