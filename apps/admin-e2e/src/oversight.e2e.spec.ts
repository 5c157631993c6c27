import { aClass, anOffice, onDatabase, type SignedIn } from '@mintforge/e2e';
import { choose, dialog, fill, openMenu, press, sees, signIn, title } from './console';
import { journey, openTab } from './tab';

const tab = openTab();
const step = journey(tab);

let region: Awaited<ReturnType<typeof anOffice>>;
let coordinator: SignedIn;

beforeAll(async () => {
  region = await anOffice('PLATFORM_ADMIN');
  coordinator = await region.colleague('COORDINATOR');
  await aClass(2, coordinator);
  await onDatabase((database) => database.query(
    `insert into security_alert (region_id, kind, actor_id, counted, first_at, last_at) values ($1, 'BULK_READING', $2, 240, now() - interval '20 minutes', now())`, [region.regionId, coordinator.user.id]));
  await onDatabase((database) => database.query(`insert into alert_rule (region_id, kind, threshold, window_minutes, source) values ($1, 'BULK_READING', 201, 60, 'Anforderung')`, [region.regionId]));
}, 60_000);

/** How the coordinator of the region signs in by the form. */
const coordinatorOf = async () => ({ password: region.password, email: await onDatabase(async (database) => (await database.query<{ email: string }>('select email from app_user where id = $1', [coordinator.user.id])).rows[0]?.email ?? '') });

describe('who watches over the data', () => {
  step('sees an alert, with the rules of the region and where its numbers come from, and closes it', async (page) => {
    await signIn(page, region);
    await openMenu(page, 'Sicherheitshinweise');
    await sees(page, '240 verschiedene Schüler:innen im Klartext angesehen');
    await press(page.getByRole('main'), 'Abschließen');
    await dialog(page, 'Was ist daraus geworden?').getByLabel('Maßnahmen ergriffen').check();
    await press(dialog(page), 'Abschließen');
    await sees(page, 'Keine Sicherheitshinweise');
  });

  step('changes from how many on the region is warned, and says why', async (page) => {
    await press(page.getByRole('region', { name: 'Regeln' }), 'Bearbeiten');
    await fill(dialog(page), /^Ab wie vielen/, '100');
    await fill(dialog(page), /^Woher die Zahlen/, 'Beschluss der Region');
    await press(dialog(page), 'Speichern');
    await sees(page, 'ab 100 in 60 Minuten');
    await sees(page, 'Beschluss der Region');
  });

  step('asks for break-glass with a reason, and sees nobody meanwhile', async (page) => {
    await openMenu(page, 'Notfallzugriffe');
    await press(page.getByRole('main'), 'Erbitten');
    await choose(dialog(page), 'Grund', 'Koordinierungsstelle nicht erreichbar');
    await fill(dialog(page), /Was ist geschehen/, 'Büro geschlossen, ein Betrieb ruft an');
    await press(dialog(page), 'Erbitten');
    await sees(page, 'Wartet auf zweite Person');
    expect(await page.getByRole('button', { name: 'Erlauben' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Schüler:innen', exact: true }).count()).toBe(0);
  });

  step('uses it once somebody of the region allowed it: names, a banner that says so, and nothing to change', async (page) => {
    const second = await page.context().browser()!.newContext({ locale: 'de-DE', baseURL: new URL(page.url()).origin });
    const other = await second.newPage();
    await signIn(other, await coordinatorOf());
    await openMenu(other, 'Notfallzugriffe');
    await press(other.getByRole('main'), 'Erlauben');
    await press(dialog(other), 'Erlauben');
    await sees(other, 'Offen');
    await second.close();
    await page.reload();
    await press(page.getByRole('main'), 'Benutzen');
    await sees(page, /Notfallzugriff in .* bis/);
    await openMenu(page, 'Schüler:innen');
    expect(await page.getByRole('button', { name: 'Anlegen' }).count()).toBe(0);
    await press(page, 'Zurück zur eigenen Rolle');
    await title(page, 'Heute').waitFor();
    expect(await page.getByText(/Notfallzugriff in .* bis/).count()).toBe(0);
  });

  step('looks at the console as another role, on invented data alone', async (page) => {
    await page.getByRole('banner').getByRole('button', { name: /Plattform-Verwaltung/ }).click();
    await page.getByRole('menuitem', { name: 'Als andere Rolle ansehen' }).click();
    await choose(dialog(page), 'Rolle', 'Koordination');
    await press(dialog(page), 'Ansehen');
    await sees(page, /Alle Daten sind erfunden/);
    await openMenu(page, 'Schüler:innen');
    await press(page, 'Zurück zur eigenen Rolle');
    await title(page, 'Heute').waitFor();
  });
});
