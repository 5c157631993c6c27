import { PupilsDocument } from '@mintforge/contract';
import type { Role } from '@mintforge/domain/kernel';
import { run } from '@mintforge/e2e';
import type { Page } from 'playwright-core';
import { sees, signIn, visit } from './console';
import { demoActor, demoRecords, demoSignIn } from './demo';
import { openTab, pictured, type Tab } from './tab';

jest.setTimeout(90_000);

const tab = openTab();
let records: Awaited<ReturnType<typeof demoRecords>>;

beforeAll(async () => {
  records = await demoRecords();
}, 120_000);

/** A fresh start as somebody else: nothing of the one before stays in the tab. */
async function enterAs(role: Role): Promise<Tab> {
  const { page } = tab();
  await page.context().clearCookies();
  await signIn(page, demoSignIn(role));
  return tab();
}

const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link').allInnerTexts();

const writes = /anlegen|hinzufügen|bearbeiten|löschen|speichern|einlesen|eintragen|einladen|übergeben|zusammenführen|starten|veröffentlichen|zurückziehen|absagen|schließen|ändern|festlegen|aufnehmen|übernehmen|import|dublette/i;

/** Names of buttons and links of a page that would change something; finding and looking do not. */
async function writingOn(page: Page, path: string): Promise<string[]> {
  await visit(page, path);
  const names = await page.locator('#main-content').locator('button, a[href]').evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? element.textContent ?? ''));
  return names.filter((name) => writes.test(name) && !/filter|eingabe löschen/i.test(name)).map((name) => `${path}: ${name}`);
}

const partnersAndPlan = () => [
  '/organisations', `/organisations/${records.organisation}/show`, '/needs', `/needs/${records.need}/show`, '/offers', `/offers/${records.offer_to_take}/show`, '/duplicates',
  '/activities', `/activities/${records.activity}/show`, '/calendar', '/calendar/school-holidays', '/occurrences',
];

async function allWritingOn(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await writingOn(page, path)));
  return found;
}

describe('an auditor', () => {
  it('sees partners, plan, users and the audit log, and no button that writes', async () => {
    await pictured(await enterAs('AUDITOR'), 'auditor', async (page) => {
      expect(await menuOf(page)).toEqual(['Heute', 'Organisationen', 'Bedarfe', 'Angebote', 'Dubletten', 'Aktivitäten', 'Kalender', 'Zwecke und Texte', 'Wer unterschreibt', 'Anfragen', 'Löschfristen', 'Nachweistresor', 'Verarbeitungen', 'Datenpannen', 'Aufgaben', 'Benutzer:innen', 'Protokoll', 'Sicherheitshinweise', 'Notfallzugriffe']);
      expect(await allWritingOn(page, [...partnersAndPlan(), '/users', `/users/${records.user}/show`, '/audit', '/signer-rules', '/tasks'])).toEqual([]);
    });
  });

  it('is told that pupils are not for them', async () => {
    await pictured(tab(), 'auditor denied', async (page) => {
      await visit(page, '/pupils');
      await sees(page, /Ihre Rolle erlaubt (das|den Zugriff auf diese Seite) nicht\./);
    });
  });
});

describe('an evaluation manager', () => {
  it('sees pupils and rounds too, and no button that writes', async () => {
    await pictured(await enterAs('EVALUATION_MANAGER'), 'evaluation manager', async (page) => {
      expect(await menuOf(page)).toEqual(['Heute', 'Organisationen', 'Bedarfe', 'Angebote', 'Dubletten', 'Aktivitäten', 'Kalender', 'Gruppen', 'Schüler:innen', 'Einwilligungen', 'Zwecke und Texte', 'Wer unterschreibt', 'Runden', 'Arbeitszeit']);
      const { pupil_group: group, pupil, round, run: ran, occurrence } = records;
      const people = ['/groups', `/groups/${group}/show`, '/pupils', `/pupils/${pupil}/show`, `/consents?group=${group}`, `/consents/${pupil}/show`, '/purposes', '/signer-rules'];
      const matching = ['/rounds', ...['', '/occurrences', '/participants', '/pins', '/precedence', '/runs'].map((tabOf) => `/rounds/${round}/show${tabOf}`), `/rounds/${round}/runs/${ran}`, '/working-time'];
      expect(await allWritingOn(page, [...people, ...matching, `/occurrences/${occurrence}/attendance`])).toEqual([]);
    });
  });

  it('sees pseudonyms and no name of a pupil, nor does one reach the browser', async () => {
    const { pupils } = await run(PupilsDocument, { page: 1, perPage: 25 }, await demoActor('COORDINATOR'));
    expect(pupils.items.every(({ firstName, lastName }) => firstName && lastName)).toBe(true);
    await pictured(tab(), 'pseudonyms', async (page) => {
      const answers: Promise<string>[] = [];
      page.on('response', (response) => {
        if (response.url().endsWith('/graphql')) answers.push(response.text().catch(() => ''));
      });
      await visit(page, '/pupils');
      const shown = await page.locator('#main-content').innerText();
      expect(pupils.items.filter(({ pseudonym }) => !shown.includes(pseudonym))).toEqual([]);
      for (const path of [`/groups/${records.pupil_group}/show`, `/pupils/${records.pupil}/show`, `/rounds/${records.round}/show/participants`, `/rounds/${records.round}/runs/${records.run}`]) await visit(page, path);
      const received = (await Promise.all(answers)).join('\n');
      expect(received).toContain(pupils.items[0]?.pseudonym);
      expect(pupils.items.filter(({ firstName, lastName }) => [`${lastName}, ${firstName}`, `${firstName} ${lastName}`].some((name) => received.includes(name)))).toEqual([]);
      expect(received.match(/"(firstName|lastName|birthDate)":"[^"]*"/g) ?? []).toEqual([]);
    });
  });
});

describe('the platform administrator', () => {
  it('looks after users, audit, jobs and mails, and finds no people', async () => {
    await pictured(await enterAs('PLATFORM_ADMIN'), 'platform administrator', async (page) => {
      expect(await menuOf(page)).toEqual(['Heute', 'Organisationen', 'Bedarfe', 'Angebote', 'Dubletten', 'Aktivitäten', 'Kalender', 'Zwecke und Texte', 'Wer unterschreibt', 'Anfragen', 'Löschfristen', 'Verarbeitungen', 'Datenpannen', 'Benutzer:innen', 'Protokoll', 'Sicherheitshinweise', 'Notfallzugriffe', 'Aufträge', 'Postfach']);
      for (const path of ['/pupils', '/groups', '/rounds', `/pupils/${records.pupil}/show`, `/rounds/${records.round}/runs/${records.run}`, `/occurrences/${records.occurrence}/attendance`]) {
        await visit(page, path);
        await sees(page, /Ihre Rolle erlaubt (das|den Zugriff auf diese Seite) nicht\./);
      }
    });
  });
});
