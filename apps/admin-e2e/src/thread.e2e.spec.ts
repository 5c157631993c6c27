import { classList, listsOfTheOffice, type ListToImport } from '@mintforge/e2e';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { choose, dialog, fill, find, openMenu, press, sees, signIn, upload } from './console';
import { demoSignIn } from './demo';
import { journey, openTab } from './tab';
import { aPresentableOffice, picture } from './tour';

const lists = listsOfTheOffice();
const tab = openTab();
const step = journey(tab);

/** Tuesday to Thursday, some three months from now. */
const days = [0, 1, 2].map((later) => {
  const day = new Date(Date.now() + 100 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((9 - day.getUTCDay()) % 7) + later);
  return day.toISOString().slice(0, 10);
});
const [, month, lastDay] = (days.at(-1) ?? '').split('-').map(Number);
const lastInWords = `Roboter löten ${lastDay}.${month}.`;

/** Wishes of the pupil in this row: by number, by title and day, by number in words; the last two are those an office must look at. */
const wishesOf = (row: number) => (row === 29 ? ['Kuchen backen', '3'] : row === 28 ? [] : [String((row % 2) + 1), lastInWords, `Termin ${2 - (row % 2)}`]);

/** A number as a tile shows it. */
const figure = (label: string, count: number) => `${count.toLocaleString('de')} ${label}`;

async function importList(page: Page, kind: string, { name, content, ...expected }: ListToImport & { skip?: number; refuse?: number }, atColumns: () => Promise<void> = async () => {}) {
  await openMenu(page, 'Importe');
  await press(page, /^(Neuer Import|Neu anlegen)$/);
  await page.getByRole('radio', { name: new RegExp(`^${kind} `) }).check();
  await upload(page, name, content);
  await sees(page, 'Welche Spalte ist was?');
  await atColumns();
  await press(page, 'Weiter zur Vorschau');
  await page.getByRole('heading', { name: 'Das würde geschehen' }).waitFor({ timeout: 60_000 });
  const { rows, create, skip = 0, refuse = 0 } = expected;
  for (const [label, count] of Object.entries({ 'Alle Zeilen': rows, neu: create, übersprungen: skip, abgelehnt: refuse })) await page.getByRole('button', { name: figure(label, count) }).waitFor();
  await press(page, 'Übernehmen');
  await press(dialog(page, 'Liste übernehmen?'), 'Übernehmen');
  await page.getByText(/^Übernommen am/).waitFor({ timeout: 60_000 });
}

async function enterCompany(page: Page, name: string) {
  await fill(page, 'Name', name);
  await find(page, 'Rollen', 'Unternehmen');
  await page.keyboard.press('Escape');
  await fill(page, 'Straße und Hausnummer', 'Werftstraße 1');
  await fill(page, 'Postleitzahl', '18057');
  await fill(page, 'Ort', 'Rostock');
}

describe(`a coordination office with ${lists.title}`, () => {
  step('signs in and finds an empty house', async (page) => {
    await signIn(page, await aPresentableOffice());
    await sees(page, 'Nichts wartet');
    await sees(page, 'Noch keine Orte mit Koordinaten.');
  });

  step('imports its schools: columns recognised, a preview of every row, one commit', async (page) => {
    await importList(page, 'Schulen', lists.schools, async () => {
      await picture(page, '02-import-columns');
    });
  }, 120_000);

  step('imports the schools its partners belong to', async (page) => {
    await importList(page, 'Schulen', lists.others, () => sees(page, 'Diese Überschriften kennen wir'));
  }, 120_000);

  step('imports its partners, each once, and sees why rows were refused', async (page) => {
    await importList(page, 'Partnerschaften', lists.partners);
    await page.getByRole('button', { name: figure('abgelehnt', lists.partners.refuse) }).click();
    await sees(page.getByRole('table', { name: 'Das würde geschehen' }), 'abgelehnt');
    await picture(page, '03-import-result');
  }, 120_000);

  step('enters a company', async (page) => {
    await openMenu(page, 'Organisationen');
    await press(page, 'Neu anlegen');
    await enterCompany(page, 'Nordlicht Maschinenbau GmbH');
    await fill(page, 'E-Mail', 'info@nordlicht.example');
    await press(page, 'Speichern');
    await page.getByRole('heading', { name: 'Nordlicht Maschinenbau GmbH' }).first().waitFor();
  });

  step('enters it a second time with a typing error, though the console asks whether it is there already', async (page) => {
    await openMenu(page, 'Organisationen');
    await press(page, 'Neu anlegen');
    await enterCompany(page, 'Nordlicht Maschienenbau');
    await fill(page, 'Telefon', '0381 4711');
    await sees(page, 'Gibt es diese Organisation schon?');
    await page.getByRole('link', { name: 'Vorhandene öffnen: Nordlicht Maschinenbau GmbH' }).waitFor();
    await press(page, 'Speichern');
    await sees(page, 'Mögliche Dubletten: 1');
  });

  step('merges the two, and the other spelling stays findable', async (page) => {
    await page.getByRole('alert').getByRole('link', { name: 'Nordlicht Maschinenbau GmbH' }).click();
    await page.getByRole('radio', { name: 'Name: Nordlicht Maschinenbau GmbH' }).check();
    await picture(page, '04-merge');
    await press(page, 'Zusammenführen');
    await press(dialog(page, 'Wirklich zusammenführen?'), 'Zusammenführen');
    await page.getByRole('heading', { name: 'Nordlicht Maschinenbau GmbH' }).first().waitFor();
    await sees(page, 'Nordlicht Maschienenbau');
    await sees(page, '0381 4711');
    await picture(page, '05-organisation');
  });

  step('notes what the company offers', async (page) => {
    await openMenu(page, 'Angebote');
    await press(page, 'Neu anlegen');
    await find(page, 'Organisation', 'Nordlicht Masch');
    await fill(page, 'Titel', 'Roboter löten');
    await choose(page, /^Format/, 'MINT-Werkstatt');
    await fill(page, 'Personen je Termin', '8');
    await find(page, 'Themen', 'Robotik');
    await page.keyboard.press('Escape');
    for (const grade of ['8', '9', '10']) await find(page, 'Klassenstufen', grade, new RegExp(`^${grade}$`));
    await page.keyboard.press('Escape');
    await fill(page, 'Beschreibung', 'Ein Tag in der Lehrwerkstatt: jede und jeder lötet einen kleinen Roboter und nimmt ihn mit.');
    await press(page, 'Speichern');
    await press(page, 'Aktivität daraus machen');
  });

  step('makes an activity of it with three occurrences and publishes it', async (page) => {
    await sees(page, 'Aus dem Angebot übernommen');
    for (const [at, day] of days.entries()) {
      if (at > 0) await press(page, 'Weiterer Termin');
      await page.getByRole('listitem', { name: `Termin ${at + 1}` }).getByLabel('Tag').fill(day);
    }
    await fill(page, 'Raum', 'Lehrwerkstatt');
    await fill(page, 'Mindestgröße', '2');
    await press(page, 'Aktivität mit 3 Terminen anlegen');
    await sees(page, 'Alles da: Die Aktivität kann veröffentlicht werden.');
    await press(page, 'Veröffentlichen');
    await sees(page, 'Die Aktivität ist veröffentlicht');
    await page.getByRole('heading', { name: '3 Termine' }).waitFor();
    await picture(page, '06-activity');
  });

  step('creates a class with its head count', async (page) => {
    await openMenu(page, 'Gruppen');
    await press(page, 'Neu anlegen');
    await find(page, 'Schule', lists.schoolOfTheClass);
    await fill(page, 'Name', '9b');
    await choose(page, /^Klassenstufe/, '9');
    await fill(page, 'Kopfzahl', '28');
    await press(page, 'Speichern');
    await sees(page, '0 von 28 namentlich bekannt');
  });

  step('imports the class list with wishes as the school exported it', async (page) => {
    await press(page, 'Klassenliste einlesen');
    await upload(page, 'klasse 9b.csv', classList(wishesOf, ['Müller', 'Weiß', 'Ährenfeld', 'Çelik', 'Großmann', 'Jürgens']));
    await sees(page, 'Was steht in welcher Spalte?');
    expect(await page.getByRole('combobox', { name: 'Bedeutung: Wunsch 1' }).inputValue()).toBe('WISH_1');
    await sees(page.getByRole('table', { name: 'So lesen wir die ersten Zeilen' }), lastInWords);
    await press(page, 'Zeilen prüfen');
    await sees(page, 'Alles entschieden.');
    await picture(page, '08-class-list');
    await press(page, '30 Personen übernehmen');
    await sees(page, 'Die Wünsche von 29 Personen sind vermerkt.');
    await press(page, 'Zur Gruppe');
    await sees(page, '30 von 30 namentlich bekannt');
    await sees(page, 'Çelik');
  });

  step('creates a round', async (page) => {
    await openMenu(page, 'Runden');
    await press(page, 'Neu anlegen');
    await fill(page, 'Titel', 'Praxistage Frühjahr 2027');
    await fill(page, 'Losschlüssel', 'Kranich');
    await press(page, 'Speichern');
    await sees(page, 'Wählen Sie die Termine, die zur Wahl stehen.');
  });

  step('chooses its occurrences', async (page) => {
    await press(page, 'Termine wählen');
    await page.getByRole('tab', { name: 'Termine' }).and(page.locator('[aria-selected=true]')).waitFor();
    await press(page.getByRole('main'), 'Termine wählen');
    await press(dialog(page), 'Alle Treffer wählen');
    await press(dialog(page), '3 Termine aufnehmen');
    await page.getByRole('table', { name: 'Termine' }).getByRole('link', { name: 'Roboter löten' }).nth(2).waitFor();
  });

  step('adds the class, whose wishes come along, and looks at the ones that could not be read', async (page) => {
    await page.getByRole('tab', { name: 'Teilnehmende' }).click();
    await press(page, 'Gruppen hinzufügen');
    await dialog(page).getByRole('checkbox', { name: /^9b, / }).check();
    await press(dialog(page), '1 Gruppe aufnehmen');
    await sees(page, 'Ein Wunsch aus einer Klassenliste ließ sich nicht zuordnen');
    await sees(page, 'Kuchen backen');
    await sees(page.getByRole('table', { name: 'Teilnehmende' }), /1\. Roboter löten/);
    await picture(page, '09-participants');
  });

  step('runs twice with other settings', async (page) => {
    await page.getByRole('tab', { name: 'Läufe' }).click();
    await press(page, 'Lauf starten');
    await press(dialog(page), 'Lauf starten');
    const runs = page.getByRole('table', { name: 'Läufe' });
    await runs.getByRole('link', { name: 'Lauf 1' }).waitFor();
    await press(page.getByRole('main'), 'Lauf starten');
    await dialog(page).getByRole('radio', { name: 'Andere Regeln ausprobieren' }).check();
    await fill(dialog(page), 'Losschlüssel', 'Storch');
    await press(dialog(page), 'Lauf starten');
    await runs.getByRole('link', { name: 'Lauf 2' }).waitFor();
  });

  step('compares the two', async (page) => {
    for (const number of [1, 2]) await page.getByRole('checkbox', { name: `Lauf ${number} zum Vergleich wählen` }).check();
    await press(page, 'Lauf 1 und 2 vergleichen');
    await sees(page, 'Für wen sich etwas ändert');
    await page.getByRole('row', { name: /^Mit Platz 24 24 =/ }).waitFor();
    await picture(page, '10-compare');
  });

  step('pins a pair with a note', async (page) => {
    await press(page.getByRole('main'), 'Lauf 1');
    await choose(page, 'Ergebnis', 'Ohne Platz');
    await page.getByRole('button', { name: /^Festlegen oder sperren: / }).first().click();
    await choose(dialog(page), 'Termin', /^1 · /);
    await fill(dialog(page), 'Notiz', 'Anfahrt nur an diesem Tag möglich');
    await press(dialog(page), 'Speichern');
    await sees(page, 'Festlegung gespeichert.');
  });

  step('runs again, as a run from before the pin is out of date', async (page) => {
    await press(page, 'Veröffentlichen');
    await press(dialog(page), '24 Zuteilungen veröffentlichen');
    await press(dialog(page), 'Neu rechnen');
    await page.getByRole('table', { name: 'Läufe' }).getByRole('link', { name: 'Lauf 3' }).click();
    await sees(page, 'Teilnehmende nach erfülltem Wunsch');
    await sees(page, 'Festgelegt');
    await picture(page, '11-run', { dark: true });
  });

  step('publishes and sees the placements', async (page) => {
    await press(page, 'Veröffentlichen');
    await press(dialog(page), '24 Zuteilungen veröffentlichen');
    await sees(page, '24 Zuteilungen veröffentlicht');
    const placements = page.getByRole('table', { name: 'Zuteilungen' }).getByRole('row', { name: /Zugeteilt/ });
    await placements.nth(23).waitFor();
    await choose(page, 'Termin', /^1 · /);
    await placements.nth(8).waitFor({ state: 'detached' });
    expect(await placements.count()).toBe(8);
    await picture(page, '12-placements', { height: 740 });
  });

  step('opens the attendance list of the first occurrence and marks who came', async (page) => {
    await page.getByRole('link', { name: 'Teilnahmeliste: Roboter löten' }).first().click();
    await sees(page, '8 offen');
    await press(page, 'Alle anwesend');
    await page.getByRole('group', { name: /^Teilnahme von / }).first().getByRole('button', { name: 'Zu spät' }).click();
    await press(page, '8 Änderungen speichern');
    await sees(page, 'Die Teilnahme ist gespeichert');
    await sees(page, '7 anwesend');
    await picture(page, '13-attendance');
  });

  step('opens the list as a PDF', async (page) => {
    const opened = page.waitForEvent('popup');
    // This Chromium has no viewer for PDF, so the new tab hands the file over: perhaps while the button is still being pressed.
    const handedOver = opened.then((tab) => tab.waitForEvent('download'));
    await press(page, 'PDF zum Drucken');
    const pdf = readFileSync(await (await handedOver).path(), 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    await (await opened).close();
  });

  step('finds the day in the calendar and the house no longer empty', async (page) => {
    await openMenu(page, 'Kalender');
    await page.goto(`/admin/calendar?day=${days[0]}`);
    await sees(page, 'Roboter löten');
    await picture(page, '07-calendar', { dark: true });
    await openMenu(page, 'Heute');
    await sees(page, /\d+ Standorte? mit zweifelhafter Lage|Nichts wartet/);
    await page.getByRole('link', { name: 'Roboter löten' }).nth(2).waitFor();
  });

  step('signs out; whoever comes next finds their own house', async (page) => {
    await press(page, 'Kim Koordination');
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await signIn(page, demoSignIn('COORDINATOR'));
    await sees(page, 'MINT-Region Warnhafen (Demo)');
    expect(await page.getByText('Roboter löten').count()).toBe(0);
    await picture(page, '01-today', { height: 1080 });
  });
});
