import { anOffice, classList, imported, listsOfTheOffice, run } from '@mintforge/e2e';
import { CreateActivityFromOfferDocument, CreateOfferDocument, OrganisationsDocument, PublishActivityDocument } from '@mintforge/contract';
import { randomUUID } from 'node:crypto';
import { choose, dialog, find, openMenu, press, sees, signIn, title, upload } from './console';
import { journey, openTab } from './tab';
import { picture } from './tour';

const lists = listsOfTheOffice();
const tab = openTab();
const step = journey(tab);

/** Wishes of the pupil in this row: by number, by title and day, by number in words; the last two are those an office must look at. */
const wishesOf = (index: number) => (index === 29 ? ['Kuchen backen', '3'] : index === 28 ? [] : [['1', '2', '3'][index % 2] ?? '', 'Roboter löten 11.3.', `Termin ${2 - (index % 2)}`]);

describe(`a coordination office with ${lists.title}`, () => {
  step('signs in and finds an empty house', async (page) => {
    const office = await anOffice();
    await signIn(page, office);
    await sees(page, 'Nichts wartet');
    const as = await office.signedIn();
    await imported('SCHOOLS', lists.schools.name, lists.schools.content, as);
    await imported('SCHOOLS', lists.others.name, lists.others.content, as);
    const host = (await run(OrganisationsDocument, { page: 1, perPage: 1 }, as)).organisations.items[0]!;
    const { createOffer } = await run(CreateOfferDocument, { input: { organisationId: host.id, title: 'Roboter löten', format: 'TECH_WORKSHOP', topics: ['ROBOTICS'], grades: [8, 9, 10], capacity: 8, description: 'Ein Tag in der Lehrwerkstatt' }, idempotencyKey: randomUUID() }, as);
    const occurrence = (day: string) => ({ startsAt: `2027-03-${day}T08:00:00Z`, endsAt: `2027-03-${day}T13:00:00Z`, capacity: 8, minimum: 2, place: 'Lehrwerkstatt' });
    const { createActivityFromOffer: draft } = await run(CreateActivityFromOfferDocument, { offerId: createOffer.id, input: { schoolYear: '2026/27', occurrences: ['09', '10', '11'].map(occurrence) }, idempotencyKey: randomUUID() }, as);
    await run(PublishActivityDocument, { id: draft.id, version: draft.version }, as);
  }, 60_000);

  step('creates a class with its head count', async (page) => {
    await openMenu(page, 'Gruppen');
    await press(page, 'Neu anlegen');
    await find(page, 'Schule', lists.schoolOfTheClass);
    await page.getByLabel('Name').fill('9b');
    await choose(page, /^Klassenstufe/, '9');
    await page.getByLabel('Kopfzahl').fill('28');
    await press(page, 'Speichern');
    await sees(page, '0 von 28 namentlich bekannt');
  });

  step('imports the class list with wishes as the school exported it', async (page) => {
    await press(page, 'Klassenliste einlesen');
    await upload(page, 'klasse 9b.csv', classList(wishesOf));
    await sees(page, 'Was steht in welcher Spalte?');
    expect(await page.getByRole('combobox', { name: 'Bedeutung: Wunsch 1' }).inputValue()).toBe('WISH_1');
    await sees(page.getByRole('table', { name: 'So lesen wir die ersten Zeilen' }), 'Roboter löten 11.3.');
    await press(page, 'Zeilen prüfen');
    await sees(page, 'Alles entschieden.');
    await picture(page, '07-class-list');
    await press(page, '30 Personen übernehmen');
    await sees(page, 'Die Wünsche von 29 Personen sind vermerkt.');
    await press(page, 'Zur Gruppe');
    await sees(page, '30 von 30 namentlich bekannt');
    await sees(page, 'Çelik');
  });

  step('creates a round', async (page) => {
    await openMenu(page, 'Runden');
    await press(page, 'Neu anlegen');
    await page.getByLabel('Titel').fill('Praxistage Frühjahr 2027');
    await page.getByLabel('Losschlüssel').fill('Kranich');
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
    await picture(page, '08-participants');
  });

  step('runs twice with other settings', async (page) => {
    await page.getByRole('tab', { name: 'Läufe' }).click();
    await press(page, 'Lauf starten');
    await press(dialog(page), 'Lauf starten');
    const runs = page.getByRole('table', { name: 'Läufe' });
    await runs.getByRole('link', { name: 'Lauf 1' }).waitFor();
    await press(page.getByRole('main'), 'Lauf starten');
    await dialog(page).getByRole('radio', { name: 'Andere Regeln ausprobieren' }).check();
    await dialog(page).getByLabel('Losschlüssel').fill('Storch');
    await press(dialog(page), 'Lauf starten');
    await runs.getByRole('link', { name: 'Lauf 2' }).waitFor();
  });

  step('compares the two', async (page) => {
    for (const number of [1, 2]) await page.getByRole('checkbox', { name: `Lauf ${number} zum Vergleich wählen` }).check();
    await press(page, 'Lauf 1 und 2 vergleichen');
    await sees(page, 'Für wen sich etwas ändert');
    await page.getByRole('row', { name: /^Mit Platz 24 24 =/ }).waitFor();
    await picture(page, '09-compare');
  });

  step('pins a pair with a note', async (page) => {
    await press(page.getByRole('main'), 'Lauf 1');
    await choose(page, 'Ergebnis', 'Ohne Platz');
    await page.getByRole('button', { name: /^Festlegen oder sperren: / }).first().click();
    await choose(dialog(page), 'Termin', /^1 · /);
    await dialog(page).getByLabel('Notiz').fill('Anfahrt nur an diesem Tag möglich');
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
    await picture(page, '10-run', { dark: true });
  });

  step('publishes and sees the placements', async (page) => {
    await press(page, 'Veröffentlichen');
    await press(dialog(page), '24 Zuteilungen veröffentlichen');
    await sees(page, '24 Zuteilungen veröffentlicht');
    await sees(page.getByRole('table', { name: 'Zuteilungen' }), 'Zugeteilt');
    await sees(page, '1–24 von 24');
    await picture(page, '11-placements');
  });
});
