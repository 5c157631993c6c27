import {
  AddGuardianDocument, AdoptPurposesDocument, AskConsentsByMailDocument, CreateConsentLinksDocument, CreatePupilDocument, FindGuardiansDocument, PurposesDocument, ReleaseConsentTextDocument, SetControllerDocument,
} from '@mintforge/contract';
import { berlinDay } from '@mintforge/domain/kernel';
import { aClass, anOffice, eventually, graphql, onDatabase, outcome, run, sendFile, signIn } from '@mintforge/e2e';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownApi } from '../../../tools/ownapi.mjs';

// Other work on the machine may slow every step; nothing here is a measurement.
jest.setTimeout(90_000);

const folder = mkdtempSync(join(tmpdir(), 'mintforge-log-'));
const path = join(folder, 'api.log');
const file = openSync(path, 'w');
const today = berlinDay(new Date());
/** Values that stand nowhere else, so that finding one in the log tells whose it is. */
const secret = { name: 'Quastenflosser', mail: 'zitteraal@example.test', birthDate: `${Number(today.slice(0, 4)) - 12}-02-17`, guess: 'Nacktmull', path: 'Axolotl' };

let server: Awaited<ReturnType<typeof ownApi>>;
let running: Awaited<ReturnType<typeof server.start>>;

beforeAll(async () => {
  // A mail server that takes nothing: what cannot be delivered is what gets logged.
  server = await ownApi('mintforge_logging', { env: { LOG_LEVEL: 'debug', SMTP_URL: 'smtp://127.0.0.1:9' }, output: file });
  running = await server.start();
});
afterAll(async () => {
  await running.stop();
  closeSync(file);
  rmSync(folder, { recursive: true });
});

it('the log of a process says what happened, and of nobody who they are, whatever goes right or wrong', async () => {
  const region = await anOffice('COORDINATOR', server);
  const [office, colleague] = [await region.signedIn(), await region.colleague('COORDINATOR')];
  const { groupId } = await aClass(1, office);
  await run(AdoptPurposesDocument, {}, office);
  await run(SetControllerDocument, { input: { name: 'Landkreis', address: 'Am Markt 1', contact: 'mint@example.test', officer: 'dsb@example.test', authority: 'LfDI M-V' } }, office);
  const { purposes } = await run(PurposesDocument, {}, office);
  await run(ReleaseConsentTextDocument, { id: purposes.find(({ code }) => code === 'MATCHING')!.texts[0]!.id, validFrom: today }, colleague);

  const input = { groupId, firstName: secret.name, lastName: secret.name, birthDate: secret.birthDate };
  const { createPupil: { id: pupilId } } = await run(CreatePupilDocument, { input, idempotencyKey: randomUUID() }, office);
  await run(AddGuardianDocument, { pupilId, slot: 'GUARDIAN_1', input: { name: secret.name, email: secret.mail, language: 'de', plain: false }, idempotencyKey: randomUUID() }, office);
  await run(FindGuardiansDocument, { email: secret.mail }, office);
  await run(AskConsentsByMailDocument, { pupilIds: [pupilId], purposes: ['MATCHING'], idempotencyKey: randomUUID() }, office);
  await eventually(() => onDatabase(async (database) => (await database.query<{ n: number }>(`select count(*)::int as n from mail where state = 'FAILED'`)).rows[0]!.n, server), (failed) => failed > 0);

  const { createConsentLinks: [link] } = await run(CreateConsentLinksDocument, { pupilIds: [pupilId], purposes: ['MATCHING'], withCode: true }, office);
  const token = link!.url.split('/').at(-1)!;
  await fetch(`${server.url}/einwilligung/${token}`, { method: 'POST', body: new URLSearchParams({ angabe: link!.code! }) });
  await fetch(`${server.url}/einwilligung/${token}`, { method: 'POST', body: new URLSearchParams({ angabe: secret.guess }) });
  await fetch(`${server.url}/einwilligung/${token}${secret.path}${'x'.repeat(100)}`, { method: 'POST' });
  await fetch(`${server.url}/${secret.path}?name=${secret.name}`);
  await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"query":"{ ${secret.name}` });
  await graphql(`{ pupils(filter: { q: "${secret.name}", ${secret.name}: 1 }) { total } }`, { as: office });
  await outcome(CreatePupilDocument, { input, idempotencyKey: randomUUID() }, office);
  await outcome(CreatePupilDocument, { input: { ...input, lastName: `${secret.name}\u0000`, birthDate: `${secret.name}` }, idempotencyKey: randomUUID() }, office);
  await outcome(CreatePupilDocument, { input: { ...input, groupId: randomUUID() }, idempotencyKey: randomUUID() }, office);
  await sendFile(`${secret.name}.csv`, `Vorname;Nachname\n${secret.name};${secret.name}`, office);
  await signIn(secret.mail, secret.guess, server.url);
  // What nobody foresaw: the database itself refuses, and says in its own words which row it was.
  await onDatabase((database) => database.query(`create function app.quarrel() returns trigger language plpgsql as $$ begin raise exception '% is not wanted', '${secret.name}'; end $$; create trigger quarrel before insert on pupil for each row execute function app.quarrel()`), server);
  expect(await outcome(CreatePupilDocument, { input: { ...input, lastName: `${secret.name}a` }, idempotencyKey: randomUUID() }, office)).toBe('INTERNAL');

  const log = readFileSync(path, 'utf8');
  expect(log).toContain('unexpected error');
  expect(log.split('\n').filter((line) => line.includes('/einwilligung/:token')).length).toBeGreaterThan(1);
  for (const [what, value] of Object.entries({ ...secret, token, code: link!.code!, spoken: secret.birthDate.split('-').reverse().join('.') })) expect([what, log.toLowerCase().includes(value.toLowerCase())]).toEqual([what, false]);
});
