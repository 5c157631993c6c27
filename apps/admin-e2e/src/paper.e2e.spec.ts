import { AdoptPurposesDocument, ConsentFormsDocument, ConsentMatrixDocument, PurposesDocument, ReleaseConsentTextDocument, SetControllerDocument, type ResultOf } from '@mintforge/contract';
import { berlinDay } from '@mintforge/domain/kernel';
import { aClass, anOffice, bearer, onDatabase, request, run, type SignedIn } from '@mintforge/e2e';
import { degrees, PDFDocument } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { choose, dialog, press, sees, signIn, visit } from './console';
import { journey, openTab } from './tab';

const tab = openTab();
const step = journey(tab);

type Form = ResultOf<typeof ConsentFormsDocument>['consentForms'][number];

let office: SignedIn;
let groupId = '';
let forms: Form[] = [];

/** A class of 25, most of them 14, in a region whose texts on matching and pictures a second person released. */
async function aClassToPrint() {
  const region = await anOffice();
  office = await region.signedIn();
  const colleague = await region.colleague('COORDINATOR');
  await run(AdoptPurposesDocument, {}, office);
  await run(SetControllerDocument, { input: { name: 'Landkreis Küste', address: 'Am Markt 1, 18000 Küste', contact: 'mint@example.test', officer: 'datenschutz@example.test', authority: 'LfDI M-V' } }, office);
  const { purposes } = await run(PurposesDocument, {}, office);
  for (const code of ['MATCHING', 'PHOTO_PUBLICATION']) await run(ReleaseConsentTextDocument, { id: purposes.find((purpose) => purpose.code === code)?.texts[0]?.id ?? '', validFrom: berlinDay(new Date()) }, colleague);
  groupId = (await aClass(25, office)).groupId;
  return region;
}

/** Chooses from the menu of the matrix, ticks purposes in the dialog that opens, and prints; the paper comes in a tab of its own. */
async function printed(page: Page, entry: string, act: string, purposes: string[]): Promise<void> {
  await press(page, 'Papier und Telefon');
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
  for (const purpose of purposes) await dialog(page).getByRole('checkbox', { name: purpose }).check();
  const paper = page.waitForEvent('popup');
  await press(dialog(page), act);
  await dialog(page).waitFor({ state: 'detached' });
  await (await paper).close();
}

/** The hand scanner: it types the number and Enter. */
async function scanned(page: Page, form: Form): Promise<void> {
  await page.getByRole('textbox', { name: 'Nummer vom Zettel' }).fill(form.number);
  await page.keyboard.press('Enter');
  await page.locator(`[data-form]:last-of-type [data-step] button:focus`).waitFor();
}

/** The forms that lie in the pile, in its order. */
const inPile = [2, 0, 3, 1];
let pagesOfForm = 0;

/** The printed pages of four forms as they come out of the scanner: shuffled, every other one upside down, a blank back, and a letter without a code at the end. */
async function aPile(): Promise<{ content: Buffer; pages: number }> {
  const [set] = await onDatabase(async (database) => (await database.query<{ id: string }>('select set_id as id from consent_form where number = $1', [forms[0]!.number])).rows);
  const paper = await PDFDocument.load(await (await request('GET', `/consent-forms/${set!.id}/forms.pdf`, { headers: bearer(office) })).arrayBuffer());
  pagesOfForm = paper.getPageCount() / forms.length;
  const made = await PDFDocument.create();
  const places = inPile.map((at) => at * pagesOfForm).concat(inPile.toReversed().flatMap((at) => Array.from({ length: pagesOfForm - 1 }, (_, page) => at * pagesOfForm + page + 1)));
  for (const [at, page] of (await made.copyPages(paper, places)).entries()) {
    made.addPage(page).setRotation(degrees(at % 2 === 0 ? 0 : 180));
    if (at === 1) made.addPage([595, 842]);
  }
  made.addPage([595, 842]).drawText('Anlage ohne Code', { x: 90, y: 600, size: 30 });
  return { content: Buffer.from(await made.save()), pages: made.getPageCount() };
}

describe('a class of 25 on paper', () => {
  step('gets its forms printed, one for each whose answer is missing, and claim slips', async (page) => {
    await signIn(page, await aClassToPrint());
    await visit(page, `/consents?group=${groupId}`);
    await printed(page, 'Zettel drucken', 'Drucken', ['Vermittlung', 'Fotos, öffentlich']);
    forms = (await run(ConsentFormsDocument, { groupId }, office)).consentForms;
    expect(forms).toHaveLength(25);
    await printed(page, 'Abholzettel drucken', 'Links erzeugen und drucken', ['Vermittlung']);
  }, 120_000);

  step('comes back as one PDF, in no order, some pages upside down: each page finds its form, one without a code is laid by hand', async (page) => {
    await visit(page, `/paper-intake?group=${groupId}`);
    await sees(page, '0 von 25 Zetteln dieser Gruppe sind zurück.');
    const { content, pages } = await aPile();
    await page.locator('input[type=file]').setInputFiles({ name: 'stapel.pdf', mimeType: 'application/pdf', buffer: content });
    await sees(page, `4 Zettel auf ${pages} Seiten gefunden.`);
    await page.locator(`[data-form="${forms[2]!.id}"] button:focus`).waitFor();
    await page.getByRole('img', { name: new RegExp(`^Scan: ${forms[2]!.lastName}`) }).waitFor();
    await page.getByRole('img', { name: `Seite ${pages}` }).waitFor();
    await choose(page, 'Gehört zu', new RegExp(forms[0]!.lastName ?? ''));
    await press(page, 'Zum Zettel legen');
    await page.locator(`[data-form="${forms[0]!.id}"]`).getByText(`Scan mit ${pagesOfForm + 1} Seiten liegt bei`).waitFor();
    await page.getByText('Alle Seiten zeigen').click();
    await sees(page, new RegExp(`^Seite ${pages}: ${forms[0]!.lastName}`));
  }, 120_000);

  step('is entered with scanner and keyboard alone, one with a no, one without a signature, and saved as one pile', async (page) => {
    await page.locator(`[data-form="${forms[2]!.id}"] [data-step] button`).first().focus();
    for (const at of [...inPile, ...[...forms.keys()].filter((one) => !inPile.includes(one))]) {
      const form = forms[at]!;
      if (!inPile.includes(at)) await scanned(page, form);
      for (const _ of form.purposes) await page.keyboard.press(at === 3 ? 'n' : 'j');
      for (const signer of form.signers) await page.keyboard.press(at === 7 && signer === 'GUARDIAN_2' ? 'n' : 'j');
      await page.keyboard.press('Enter');
    }
    await sees(page, 'Unterschrift fehlt');
    await press(page, '25 Zettel speichern');
    await sees(page, '24 Zettel sind vollständig.');
    await sees(page, /Fotos, öffentlich, es fehlt Sorgeberechtigte:r 2/);
    await sees(page, '25 Zettel warten auf eine zweite Person.');
    const { consentMatrix } = await run(ConsentMatrixDocument, { groupId }, office);
    const states = consentMatrix.rows.flatMap(({ cells }) => cells.filter(({ code }) => code === 'PHOTO_PUBLICATION').map(({ state }) => state));
    expect([states.filter((state) => state === 'GIVEN').length, states.filter((state) => state === 'REFUSED').length, states.filter((state) => state === 'REQUESTED').length]).toEqual([23, 1, 1]);
  }, 180_000);

  step('refuses a form that was entered already, and a number that is none', async (page) => {
    await press(page, 'Nächster Stapel');
    await page.getByRole('textbox', { name: 'Nummer vom Zettel' }).fill(forms[0]!.number);
    await page.keyboard.press('Enter');
    await sees(page, 'Dieser Zettel wurde schon eingegeben.');
    await page.getByRole('textbox', { name: 'Nummer vom Zettel' }).fill('CDF-GHJ-KMN');
    await page.keyboard.press('Enter');
    await sees(page, 'Diese Nummer gibt es hier nicht. Bitte prüfen Sie sie.');
  });

  step('waits for a second person, who is not the first', async (page) => {
    await visit(page, '/paper-checks');
    await sees(page, 'Diesen Zettel haben Sie selbst eingegeben.');
    expect(await page.getByRole('button', { name: 'Stimmt überein' }).count()).toBe(0);
    await page.getByRole('img', { name: /^Scan von Zettel/ }).first().waitFor();
  });

  step('is not asked for pictures by telephone', async (page) => {
    await visit(page, `/consents?group=${groupId}`);
    await press(page, 'Papier und Telefon');
    await page.getByRole('menuitem', { name: 'Telefonnotiz' }).click();
    await sees(dialog(page), /Rufen Sie selbst zurück/);
  });
});
