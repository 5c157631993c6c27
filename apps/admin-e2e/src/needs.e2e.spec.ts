import { anOffice, onDatabase } from '@mintforge/e2e';
import { dialog, fill, openMenu, press, sees, signIn } from './console';
import { journey, openTab } from './tab';

const tab = openTab();
const step = journey(tab);

/** An office with two schools that need workshops and a host that offers one of them, and a visit nobody asked for. */
async function anOfficeWithNeeds() {
  const office = await anOffice();
  await onDatabase(async (database) => {
    const organisation = async (name: string, role: string) =>
      (await database.query<{ id: string }>('insert into organisation (region_id, name, name_key, roles) values ($1, $2, lower($2), array[$3]) returning id', [office.regionId, name, role])).rows[0]!.id;
    const need = (school: string, title: string, size: number, grades: number[]) =>
      database.query(`insert into need (region_id, organisation_id, title, format, topics, grades, size) values ($1, $2, $3, 'TECH_WORKSHOP', '{ROBOTICS}', $4, $5)`, [office.regionId, school, title, grades, size]);
    const offer = (host: string, title: string, format: string, capacity: number) =>
      database.query(`insert into offer (region_id, organisation_id, title, format, topics, grades, capacity) values ($1, $2, $3, $4, '{ROBOTICS}', '{8,9,10}', $5)`, [office.regionId, host, title, format, capacity]);
    const [north, south, host] = [await organisation('Nordschule', 'SCHOOL'), await organisation('Südschule', 'SCHOOL'), await organisation('Werft', 'COMPANY')];
    await need(north, 'Roboter bauen', 20, [8, 9]);
    await need(south, 'Erste Roboter', 15, [5]);
    await offer(host, 'Roboterwerkstatt', 'TECH_WORKSHOP', 25);
    await offer(host, 'Werksbesuch', 'COMPANY_VISIT', 30);
  });
  return office;
}

describe('a coordination office with needs and offers', () => {
  step('makes a round of them and takes in what is open', async (page) => {
    await signIn(page, await anOfficeWithNeeds());
    await openMenu(page, 'Runden');
    await press(page, /^(Neu anlegen|Anlegen|Neue Runde)$/);
    await fill(page, /^Titel/, 'Bedarfe Frühjahr');
    await page.getByRole('radio', { name: /^Bedarfe und Angebote/ }).check();
    await press(page, 'Speichern');
    await press(page, 'Alle offenen aufnehmen');
    await sees(page, '4 Einträge aufgenommen');
  });

  step('has a proposal computed and reads who gets what and why', async (page) => {
    await press(page, 'Vorschlag berechnen');
    await sees(page, 'Vorschlag berechnet');
    await page.getByRole('tab', { name: 'Vorschläge' }).click();
    const row = page.getByRole('row', { name: /Roboter bauen/ });
    await sees(row, 'Roboterwerkstatt');
    await sees(row, 'Gleiche Themen: Robotik');
    await sees(row, 'neue Partner');
  });

  step('sees why a need stays open, and what fits it', async (page) => {
    await page.getByRole('tab', { name: 'Bedarfe' }).click();
    await sees(page.getByRole('row', { name: /Erste Roboter/ }), /keine gemeinsame Klassenstufe/);
    await press(page, 'Angebote dazu: Erste Roboter');
    const fits = dialog(page, /Angebote zu/);
    await sees(fits.getByRole('row', { name: /Werksbesuch/ }), 'anderes Format');
    await press(fits, 'Festlegen: Roboterwerkstatt');
    await fill(dialog(page, 'Paar festlegen'), /^Plätze/, '5');
    await fill(dialog(page, 'Paar festlegen'), /^Notiz/, 'mit der Werft besprochen');
    await press(dialog(page, 'Paar festlegen'), 'Speichern');
    await sees(page, /Festlegung gespeichert/);
  });

  step('computes anew with the pin, accepts all at once and publishes', async (page) => {
    await page.getByRole('tab', { name: 'Vorschläge' }).click();
    await press(page, 'Neu berechnen');
    const pinned = page.getByRole('row', { name: /Erste Roboter/ });
    await sees(pinned, 'von Ihnen festgelegt');
    await sees(pinned, 'trotz: keine gemeinsame Klassenstufe');
    await press(page, 'Alle zusagen und veröffentlichen');
    await press(dialog(page, 'Runde veröffentlichen?'), 'Alle zusagen und veröffentlichen');
    await sees(page, '2 Zusagen veröffentlicht');
    await sees(page.getByRole('row', { name: /Roboter bauen/ }), 'Zugesagt');
    await page.getByRole('link', { name: /^Aktivität daraus machen: Roboter bauen/ }).waitFor();
  });
});
