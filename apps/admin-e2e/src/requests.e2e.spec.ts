import { AdoptPurposesDocument } from '@mintforge/contract';
import { aClass, onDatabase, run, type SignedIn } from '@mintforge/e2e';
import { choose, dialog, openMenu, press, sees, signIn, title, visit } from './console';
import { journey, openTab } from './tab';
import { aPresentableOffice, picture } from './tour';

const tab = openTab();
const step = journey(tab);

let office: Awaited<ReturnType<typeof aPresentableOffice>>;
let colleague: SignedIn;
let pupil: { id: string; pseudonym: string };

beforeAll(async () => {
  office = await aPresentableOffice();
  colleague = await office.colleague('COORDINATOR');
  await aClass(2, await office.signedIn());
  pupil = await onDatabase(async (database) => (await database.query<{ id: string; pseudonym: string }>('select id, pseudonym from pupil where region_id = $1 order by id limit 1', [office.regionId])).rows[0]!);
}, 60_000);

/** How the other coordinator signs in by the form. */
const asColleague = async () => ({ password: office.password, email: await onDatabase(async (database) => (await database.query<{ email: string }>('select email from app_user where id = $1', [colleague.user.id])).rows[0]?.email ?? '') });

describe('a request of somebody whose data we hold', () => {
  step('for access is entered, examined, and answered with a copy to read', async (page) => {
    await signIn(page, office);
    await openMenu(page, 'Anfragen');
    await press(page.getByRole('main'), 'Anfrage eintragen');
    const register = dialog(page, 'Anfrage eintragen');
    await register.getByRole('combobox', { name: 'Schüler:in' }).fill(pupil.pseudonym);
    await page.getByRole('option', { name: new RegExp(pupil.pseudonym) }).click();
    await register.getByLabel('Was genau verlangt wird').fill('Bitte alles über die Wünsche');
    await press(register, 'Eintragen');
    await sees(page, /noch (2[89]|3[01]) Tage/);
    await press(page.getByRole('main'), 'Identität festhalten');
    await choose(dialog(page), /Woher Sie es wissen/, 'Schule hat bestätigt');
    await press(dialog(page), 'Identität festhalten');
    await press(page.getByRole('main'), 'Kopie erstellen');
    for (const [button, name] of [['PDF', 'auskunft.pdf'], ['Alles mit Dateien (ZIP)', 'auskunft.zip']] as const) {
      const copy = page.waitForEvent('download');
      await page.getByRole('button', { name: button, exact: true }).click();
      expect((await copy).suggestedFilename()).toBe(name);
    }
    await press(page.getByRole('main'), 'Als beantwortet vermerken');
    await sees(page, 'Die Anfrage ist beantwortet.');
  });

  step('for erasure is proposed by one, with what goes and what stays', async (page) => {
    await visit(page, `/pupils/${pupil.id}/show`);
    await press(page.getByRole('main'), 'Löschen lassen');
    await press(dialog(page, 'Anfrage eintragen'), 'Eintragen');
    await sees(page, 'Schlüssel der Person');
    await sees(page, 'bleibt als Nachweis unseres Handelns');
    await page.getByRole('main').getByRole('button', { name: 'Löschung vorschlagen' }).click();
    await choose(dialog(page), /Grund der Löschung/, 'nicht mehr nötig');
    await press(dialog(page), 'Löschung vorschlagen');
    await sees(page, /Eine andere Person muss sie ausführen/);
    expect(await page.getByRole('button', { name: 'Endgültig löschen' }).count()).toBe(0);
    await picture(page, '20-request', { height: 1100 });
  });

  step('is executed by another, after which nobody knows who it was', async (page) => {
    const context = await page.context().browser()!.newContext({ locale: 'de-DE', baseURL: new URL(page.url()).origin });
    const other = await context.newPage();
    await signIn(other, await asColleague());
    await openMenu(other, 'Anfragen');
    await other.getByRole('main').getByRole('link', { name: 'Löschung' }).click();
    await other.getByRole('main').getByRole('button', { name: 'Endgültig löschen' }).click();
    await dialog(other).getByRole('textbox').fill(pupil.pseudonym);
    await press(dialog(other), 'Endgültig löschen');
    await sees(other, 'Das wurde gelöscht');
    await visit(other, `/pupils/${pupil.id}/show`);
    await title(other, new RegExp(pupil.pseudonym)).waitFor();
    await sees(other, /Nur das Pseudonym ist geblieben/);
    await context.close();
  });

  step('leaves the record of processing as it was: made of the data map and the purposes of the region', async (page) => {
    await run(AdoptPurposesDocument, {}, await office.signedIn());
    await visit(page, '/data-map');
    await title(page, 'Verarbeitungsverzeichnis').waitFor();
    await sees(page, 'Vermittlung');
    await picture(page, '21-record', { height: 1100 });
    const table = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV', exact: true }).click();
    expect((await table).suggestedFilename()).toMatch(/\.csv$/);
  });
});
