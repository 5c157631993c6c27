import { RegisterRequestDocument } from '@mintforge/contract';
import { aClass, anOffice, bearer, onDatabase, run, send, type SignedIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { barriers, withAxe } from './barriers';
import { choose, dialog, openMenu, press, sees, signIn, title, visit } from './console';
import { journey, openTab } from './tab';

const tab = openTab();
const step = journey(tab);
const question = 'Bitte bestätigen Sie, dass Sie es sind';

let office: Awaited<ReturnType<typeof anOffice>>;
let coordinator: SignedIn;
let colleague: SignedIn;
let pupil: { id: string; pseudonym: string };
let requestId: string;
let factor: Awaited<ReturnType<typeof secondFactorOf>>;

const row = async <Row>(sql: string, values: unknown[]): Promise<Row> => (await onDatabase(async (database) => (await database.query(sql, values)).rows as Row[]))[0]!;

beforeAll(async () => {
  await withAxe(tab().page);
  office = await anOffice();
  [coordinator, colleague] = [await office.signedIn(), await office.colleague('COORDINATOR')];
  factor = await secondFactorOf(colleague);
  await aClass(2, coordinator);
  pupil = await row('select id, pseudonym from pupil where region_id = $1 order by id limit 1', [office.regionId]);
  const input = { kind: 'ACCESS', subjectKind: 'PUPIL', subjectId: pupil.id, requester: 'OFFICE', channel: 'PAPER', receivedOn: '2026-11-20' } as const;
  requestId = (await run(RegisterRequestDocument, { input, idempotencyKey: randomUUID() }, coordinator)).registerRequest;
}, 60_000);

/** Sets up a second factor. */
async function secondFactorOf(somebody: SignedIn) {
  const { body: { secret } } = await send<{ secret: string }>('POST', '/auth/totp/start', { headers: bearer(somebody), body: {} });
  const totp = new TOTP({ secret });
  const { body: { recoveryCodes } } = await send<{ recoveryCodes: string[] }>('POST', '/auth/totp/confirm', { headers: bearer(somebody), body: { code: totp.generate() } });
  // The code of the next step counts already, and was not used before.
  return { recoveryCode: recoveryCodes[0] ?? '', nextCode: () => totp.generate({ timestamp: Date.now() + 30_000 }) };
}

/** Everybody of the office signed in more than ten minutes ago. */
const later = () => onDatabase((database) => database.query(`update session set factor_at = now() - interval '11 minutes' where region_id = $1`, [office.regionId]));
const copiesMade = () => row<{ exported: boolean }>('select exported_at is not null as exported from subject_request where id = $1', [requestId]);

describe('a grave act of somebody who signed in long ago', () => {
  step('asks who is there; given up, nothing was made, and the page says so', async (page) => {
    await signIn(page, office);
    await visit(page, `/requests/${requestId}/show`);
    await later();
    await press(page.getByRole('main'), 'Kopie erstellen');
    const field = dialog(page, question).getByLabel('Ihr Passwort');
    await field.waitFor();
    expect([await field.evaluate((input) => input === document.activeElement), await barriers(page, { within: '[role=dialog]' })]).toEqual([true, []]);
    await page.keyboard.press('Escape');
    await sees(page, /Nichts ist geschehen/);
    expect([await dialog(page).count(), await copiesMade()]).toEqual([0, { exported: false }]);
  });

  step('goes on by itself once they have proven it, by keyboard alone; what follows within ten minutes asks nothing', async (page) => {
    await press(page.getByRole('main'), 'Kopie erstellen');
    await dialog(page, question).getByLabel('Ihr Passwort').waitFor();
    await page.keyboard.type('geraten und falsch');
    await page.keyboard.press('Enter');
    await sees(dialog(page, question), 'Das Passwort stimmt nicht.');
    await page.keyboard.type(office.password);
    await page.keyboard.press('Enter');
    const fetched = page.getByRole('button', { name: 'PDF', exact: true });
    await fetched.waitFor();
    expect([await dialog(page).count(), await copiesMade()]).toEqual([0, { exported: true }]);
    const copy = page.waitForEvent('download');
    await fetched.click();
    expect((await copy).suggestedFilename()).toBe('auskunft.pdf');
  });

  step('asks before a file is fetched, too, and then hands it over', async (page) => {
    await later();
    const copy = page.waitForEvent('download');
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    await dialog(page, question).getByLabel('Ihr Passwort').fill(office.password);
    await press(dialog(page, question), 'Bestätigen und fortfahren');
    expect((await copy).suggestedFilename()).toBe('auskunft.json');
  });

  step('asks over the dialog of the act, which keeps what was entered', async (page) => {
    await visit(page, `/pupils/${pupil.id}/show`);
    await press(page.getByRole('main'), 'Löschen lassen');
    await press(dialog(page, 'Anfrage eintragen'), 'Eintragen');
    await sees(page, 'Schlüssel der Person');
    await later();
    await page.getByRole('main').getByRole('button', { name: 'Löschung vorschlagen' }).click();
    await choose(dialog(page), /Grund der Löschung/, 'nicht mehr nötig');
    await press(dialog(page), 'Löschung vorschlagen');
    await press(dialog(page, question), 'Abbrechen');
    await sees(dialog(page), /Nichts ist geschehen/);
    await sees(dialog(page), 'nicht mehr nötig');
    await press(dialog(page), 'Löschung vorschlagen');
    await dialog(page, question).getByLabel('Ihr Passwort').fill(office.password);
    await press(dialog(page, question), 'Bestätigen und fortfahren');
    await sees(page, /Eine andere Person muss sie ausführen/);
  });

  step('asks for a code where there is a second factor, and completes an erasure', async (page) => {
    const { email } = await row<{ email: string }>('select email from app_user where id = $1', [colleague.user.id]);
    const context = await page.context().browser()!.newContext({ locale: 'de-DE', baseURL: new URL(page.url()).origin });
    const other = await context.newPage();
    await withAxe(other);
    await other.goto('/admin/login');
    await other.getByLabel('E-Mail-Adresse').fill(email);
    await other.getByRole('textbox', { name: 'Passwort' }).fill(office.password);
    await press(other, 'Anmelden');
    await other.getByLabel('Code des zweiten Faktors').fill(factor.recoveryCode);
    await press(other, 'Anmelden');
    await title(other, 'Heute').waitFor();
    await openMenu(other, 'Anfragen');
    await other.getByRole('main').getByRole('link', { name: 'Löschung' }).click();
    await other.getByRole('main').getByRole('button', { name: 'Endgültig löschen' }).click();
    await dialog(other).getByRole('textbox').fill(pupil.pseudonym);
    await later();
    await press(dialog(other), 'Endgültig löschen');
    const field = dialog(other, question).getByLabel('Code des zweiten Faktors');
    await field.fill('falsch');
    await press(dialog(other, question), 'Bestätigen und fortfahren');
    await sees(dialog(other, question), /Der Code stimmt nicht/);
    expect(await barriers(other, { within: '[role=dialog]' })).toEqual([]);
    await field.fill(factor.nextCode());
    await press(dialog(other, question), 'Bestätigen und fortfahren');
    await sees(other, 'Das wurde gelöscht');
    await context.close();
  });
});

describe('one’s own account', () => {
  step('shows where one is signed in, and ends all but this at once', async (page) => {
    await Promise.all([office.signedIn(), office.signedIn()]);
    await visit(page, '/account');
    const devices = page.getByRole('region', { name: 'Angemeldete Geräte' });
    await press(devices, 'Alle anderen beenden');
    await sees(page, 'Alle anderen Sitzungen beendet');
    await devices.getByRole('button', { name: /^Beenden/ }).first().waitFor({ state: 'detached' });
    expect(await devices.getByRole('listitem').count()).toBe(1);
  });
});
