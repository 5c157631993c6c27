import {
  AddParticipantsDocument, AdoptPurposesDocument, CreateRoundDocument, PublishRunDocument, PurposesDocument, ReleaseConsentTextDocument, RoundDocument, SetControllerDocument, SetRoundOccurrencesDocument, StartRunDocument,
} from '@mintforge/contract';
import { berlinDay } from '@mintforge/domain/kernel';
import { aClass, aPublishedOccurrence, aSignedPaper, ended, onDatabase, run, type SignedIn } from '@mintforge/e2e';
import type { Page } from 'playwright-core';
import { toBuffer } from 'qrcode';
import { choose, dialog, fill, press, sees, signIn, title, visit } from './console';
import { familyPage, journey, openTab } from './tab';
import { aPresentableOffice, picture } from './tour';

const tab = openTab();
const step = journey(tab);

interface Slip {
  /** as the matrix names the pupil */
  pupil: string;
  signer: string;
  url: string;
  code: string;
}

let office: SignedIn;
let groupId = '';
let slips: Slip[] = [];
let manage: Slip | undefined;

/** A class of 25, most of them 14, in a region whose text on matching a second person released. */
async function aClassToAsk() {
  const region = await aPresentableOffice();
  office = await region.signedIn();
  const colleague = await region.colleague('COORDINATOR');
  await run(AdoptPurposesDocument, {}, office);
  await run(SetControllerDocument, { input: { name: 'Landkreis Küste', address: 'Am Markt 1, 18000 Küste', contact: 'mint@example.test', officer: 'datenschutz@example.test', authority: 'LfDI M-V' } }, office);
  const { purposes } = await run(PurposesDocument, {}, office);
  const text = purposes.find(({ code }) => code === 'MATCHING')?.texts[0]?.id ?? '';
  await run(ReleaseConsentTextDocument, { id: text, validFrom: berlinDay(new Date()) }, colleague);
  groupId = (await aClass(25, office)).groupId;
  await onDatabase((database) => database.query(`update organisation set name = 'Gesamtschule am Hafen' where region_id = $1 and 'SCHOOL' = any(roles)`, [region.regionId]));
  return region;
}

const cell = (page: Page, pupil: string) => page.getByRole('button', { name: new RegExp(`^${pupil}, Vermittlung: `) });
/** The matrix of the class, as it is now. */
async function matrix(page: Page): Promise<void> {
  await visit(page, '/');
  await visit(page, `/consents?group=${groupId}`);
}
const reads = (page: Page, pupil: string, state: string) => page.getByRole('button', { name: new RegExp(`^${pupil}, Vermittlung: ${state}`) }).waitFor();

/** A family opens its link without scripts and answers; gives the link to change the answer with. */
async function answered({ url, code }: Slip, choice: string, told?: RegExp): Promise<string> {
  const page = await familyPage(tab());
  await page.goto(url);
  await page.getByRole('textbox').fill(code);
  await page.getByRole('button', { name: 'Weiter' }).click();
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  if (told) await sees(page, told);
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('textbox', { name: 'Ihr Vor- und Nachname' }).fill('Alex Elternteil');
  await page.getByRole('button', { name: 'Entscheidung absenden' }).click();
  await page.getByRole('status').waitFor();
  const link = page.getByRole('link', { name: /einwilligung/ });
  const next = (await link.count()) > 0 ? ((await link.getAttribute('href')) ?? '') : '';
  await page.context().close();
  return next;
}

const slipsOf = (pupil: string) => slips.filter((slip) => slip.pupil === pupil);

describe('the consents of a class of 25', () => {
  step('are asked for by links with a code of the letter', async (page) => {
    await signIn(page, await aClassToAsk());
    await visit(page, `/consents?group=${groupId}`);
    await page.getByRole('button', { name: 'Fragen', exact: true }).click();
    await dialog(page).getByRole('checkbox', { name: 'Vermittlung' }).check();
    await dialog(page).getByRole('radio', { name: /^Links erzeugen/ }).check();
    await dialog(page).getByRole('checkbox', { name: /^Mit Code im Brief/ }).check();
    await press(dialog(page), 'Fragen');
    const rows = dialog(page, 'Links zum Austeilen').getByRole('row');
    await rows.nth(1).waitFor();
    const texts = await rows.evaluateAll((all) => all.slice(1).map((row) => [...row.querySelectorAll('td, th')].map((each) => each.textContent ?? '')));
    slips = texts.map(([pupil = '', signer = '', url = '', code = '']) => ({ pupil, signer, url, code }));
    expect(new Set(slips.map(({ pupil }) => pupil)).size).toBe(25);
    await page.keyboard.press('Escape');
  });

  step('come in online, a yes of guardian and pupil and a no', async (page) => {
    const [first = '', second = ''] = [...new Set(slips.map(({ pupil }) => pupil))];
    for (const slip of slipsOf(first)) manage = { ...slip, url: await answered(slip, 'Ja, ich willige ein') };
    for (const slip of slipsOf(second).slice(0, 1)) await answered(slip, 'Nein, ich willige nicht ein');
    await matrix(page);
    await reads(page, first, 'Gegeben');
    await reads(page, second, 'Abgelehnt');
    await picture(page, '18-consents');
  });

  step('leave the family its other rights: asked for without scripts, read by the office in the register', async (page) => {
    const family = await familyPage(tab());
    await family.goto(manage!.url);
    await family.getByRole('textbox').fill(manage!.code);
    await family.getByRole('button', { name: 'Weiter' }).click();
    await family.getByRole('button', { name: 'Ihre Rechte' }).click();
    await family.getByRole('heading', { level: 1, name: 'Ihre Rechte' }).waitFor();
    expect(await family.getByRole('radio', { checked: true }).count()).toBe(0);
    await family.getByRole('radio', { name: /^Berichtigung/ }).check();
    await family.getByRole('textbox').fill('Der Nachname schreibt sich mit th');
    await family.getByRole('button', { name: 'Anfrage absenden' }).click();
    await sees(family.getByRole('status'), 'Ihre Anfrage ist eingegangen.');
    await sees(family, /In Arbeit. Antwort spätestens am/);
    await family.context().close();

    await visit(page, '/requests');
    await page.getByRole('row', { name: /Berichtigung.*online/ }).getByRole('link').click();
    await sees(page, 'Der Nachname schreibt sich mit th');
    await sees(page, 'Code aus dem Schulbrief');
  });

  step('are disputed when two guardians disagree, and the office sees it as a task', async (page) => {
    const third = [...new Set(slips.map(({ pupil }) => pupil))][2] ?? '';
    for (const slip of slipsOf(third)) await answered(slip, 'Ja, ich willige ein');
    await matrix(page);
    await cell(page, third).click();
    await dialog(page).getByRole('radio', { name: 'Willigt nicht ein' }).check();
    await choose(dialog(page), 'Unterschrieben von', 'Sorgeberechtigte:r 2');
    await fill(dialog(page), 'Name auf dem Papier', 'Kim Elternteil');
    await dialog(page).getByRole('button', { name: 'Eintragen', exact: true, disabled: true }).waitFor();
    await dialog(page).locator('input[type=file]').setInputFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer: await aSignedPaper() });
    await sees(dialog(page), 'Scan liegt bei: brief.pdf');
    await press(dialog(page), 'Eintragen');
    await reads(page, third, 'Strittig');
  });

  step('come back on paper: a pile read by number and keyboard, one form with its scan, one without a signature', async (page) => {
    await matrix(page);
    await press(page, 'Papier und Telefon');
    await page.getByRole('menuitem', { name: 'Zettel drucken', exact: true }).click();
    await dialog(page).getByRole('checkbox', { name: 'Vermittlung' }).check();
    const [printed] = await Promise.all([page.waitForEvent('popup'), press(dialog(page), 'Drucken')]);
    await dialog(page).waitFor({ state: 'hidden' });
    await printed.close();
    const numbers = await onDatabase(async (database) =>
      (await database.query<{ number: string }>(`select f.number from consent_form f join consent_current c on c.region_id = f.region_id and c.pupil_id = f.pupil_id join pupil p on p.region_id = f.region_id and p.id = f.pupil_id
        where p.group_id = $1 and c.state = 'REQUESTED' order by f.id`, [groupId])).rows.map(({ number }) => number));
    expect(numbers).toHaveLength(22);

    await press(page, 'Papier und Telefon');
    await page.getByRole('menuitem', { name: 'Klassensatz eingeben' }).click();
    await title(page, 'Zettel eingeben').waitFor();
    for (const [at, number] of numbers.entries()) {
      await fill(page, 'Nummer vom Zettel', number);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: new RegExp(`^${at + 1}\\. `) }).waitFor();
      await page.locator('li[data-form]').last().getByRole('group').getByRole('button', { name: 'Ja' }).and(page.locator(':focus')).waitFor();
      for (const key of at === 0 ? ['j', 'j', 'n', 'Enter'] : ['j', 'j', 'j', 'Enter']) await page.keyboard.press(key);
    }
    await page.locator('input[type=file]').setInputFiles({ name: 'zettel.png', mimeType: 'image/png', buffer: await toBuffer(numbers[1] ?? '', { scale: 8 }) });
    await sees(page, 'Scan mit 1 Seite liegt bei');
    await picture(page, '19-paper');
    await press(page, '22 Zettel speichern');
    await sees(page.getByRole('status'), '21 Zettel sind vollständig.');
    await sees(page.getByRole('alert'), /Vermittlung, es fehlt Schüler:in/);
  }, 120_000);

  step('decide who gets a place; a withdrawal after publishing frees it at once', async (page) => {
    const occurrenceId = await aPublishedOccurrence(25, office);
    const rules = { consent: true, workingTime: false, reach: null, provisions: false, hostReadiness: false, onceOnly: false };
    const { createRound: round } = await run(CreateRoundDocument, { input: { title: 'Praxistag', unit: 'PUPILS', settings: { seed: 'Kranich', acceptanceDays: 7, rules } } }, office);
    await run(SetRoundOccurrencesDocument, { id: round.id, occurrenceIds: [occurrenceId] }, office);
    await run(AddParticipantsDocument, { roundId: round.id, input: { groupIds: [groupId], pupilIds: [] } }, office);
    const { startRun } = await run(StartRunDocument, { roundId: round.id }, office);
    await ended(startRun.jobId ?? '', office);
    const { version } = (await run(RoundDocument, { id: round.id }, office)).round;
    await run(PublishRunDocument, { id: startRun.id, roundVersion: version }, office);

    await visit(page, `/rounds/${round.id}/show/placements`);
    await page.getByRole('row', { name: /Angeboten/ }).nth(21).waitFor();
    await answered(manage!, 'Ich widerrufe meine Einwilligung', /Der angebotene Platz wird frei: Löten/);
    await matrix(page);
    await reads(page, manage?.pupil ?? '', 'Widerrufen');
    await visit(page, `/rounds/${round.id}/show/placements`);
    await sees(page, 'Zurückgezogen');
    expect(await page.getByRole('row', { name: /Angeboten/ }).count()).toBe(21);
  });
});
