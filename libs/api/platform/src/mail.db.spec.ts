import { SMTPServer } from 'smtp-server';
import { aRegion, asActor, aUser, drainJobs, openTestDatabase, testConfig, withoutGate, type TestDatabase } from './testing';
import { Jobs } from './jobs';
import { Mails } from './mail';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

/** A mail server on loopback that keeps what it is given, or refuses everything. */
async function aMailServer({ refusing = false } = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => done(refusing ? new Error('no') : null),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        received.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => new Promise<void>((closed) => server.close(closed)) };
}

/** Queues one mail as a coordinator's act and works off the jobs. */
async function deliver(smtpUrl: string | undefined) {
  const jobs = new Jobs(test.db);
  const mails = new Mails(test.db, jobs, { ...testConfig(test.url), SMTP_URL: smtpUrl }, test.crypto);
  mails.onModuleInit();
  mails.template('probe', { de: { subject: 'Neue Nachricht', body: 'Guten Tag {name}' }, en: { subject: 'New message', body: 'Hello {name}' } });
  const region = await aRegion(test);
  const actor = await aUser(test, region.id);
  await asActor(actor, () => test.db.write((tx) => mails.queue(tx, [{ template: 'probe', locale: 'de', recipient: 'empfang@example.test', params: { name: 'Jörg Ümläut' } }])));
  await drainJobs({ ...test, jobs });
  const { rows } = await test.admin.query<{ state: string; attempts: number; error: string | null }>('select state, attempts, error from mail where region_id = $1', [region.id]);
  return rows[0]!;
}

describe('a mail', () => {
  it('is sent by the configured server with umlauts, and its subject names nobody', async () => {
    const server = await aMailServer();
    expect(await deliver(server.url)).toMatchObject({ state: 'SENT', error: null });
    await server.close();
    const [message = ''] = server.received;
    expect(message).toContain('To: empfang@example.test');
    expect(message).toContain('Subject: Neue Nachricht');
    expect(message.replaceAll('=\r\n', '')).toContain('J=C3=B6rg =C3=9Cml=C3=A4ut');
  });

  it('waits in the mailbox when no server is configured', async () => {
    expect(await deliver(undefined)).toMatchObject({ state: 'KEPT', error: null });
  });

  it('is kept as failed with a code, and tried again later, when the server refuses', async () => {
    const server = await aMailServer({ refusing: true });
    expect(await deliver(server.url)).toMatchObject({ state: 'FAILED', error: 'EENVELOPE', attempts: 1 });
    await server.close();
    const { rows } = await test.admin.query(`select attempts, last_error as error from graphile_worker.jobs where task_identifier = 'mail' and run_at > now()`);
    expect(rows).toEqual([{ attempts: 1, error: 'mail not delivered: EENVELOPE' }]);
  });
});

describe('a mail to somebody whose address must not rest in clear', () => {
  /** Queues a mail with a secret to a guardian by reference and works off the jobs. */
  async function toGuardian({ address, smtpUrl, production = false }: { address: string | null; smtpUrl?: string; production?: boolean }) {
    const jobs = new Jobs(test.db);
    const mails = new Mails(test.db, jobs, { ...testConfig(test.url), SMTP_URL: smtpUrl, NODE_ENV: production ? 'production' : 'test' }, test.crypto);
    mails.onModuleInit();
    const texts = { subject: 'Bitte um Einwilligung', body: 'Antworten Sie hier: {link}' };
    mails.template('probe.secret', { de: texts, en: texts, secret: ['link'] });
    mails.addressesOf('GUARDIAN', () => Promise.resolve(address));
    const region = await aRegion(test);
    const actor = await aUser(test, region.id);
    const [id] = await asActor(actor, () => test.db.write((tx) => mails.queue(tx, [{ template: 'probe.secret', locale: 'de', recipient: { kind: 'GUARDIAN', id: region.id }, params: { link: 'https://beispiel.test/geheimer-weg' } }])));
    const atRest = async () => (await test.admin.query<{ row: string }>('select m::text as row from mail m where id = $1', [id])).rows[0]!.row;
    const waiting = await atRest();
    await drainJobs({ ...test, jobs });
    const { rows } = await test.admin.query<{ state: string; error: string | null; secret: Buffer | null }>('select region_id as "regionId", id, template, locale, params, state, error, secret from mail where id = $1', [id]);
    return { ...rows[0]!, shown: mails.show(rows[0] as unknown as Parameters<Mails['show']>[0]), texts: [waiting, await atRest()] };
  }

  it('finds the address when it leaves; neither the address nor the secret is ever at rest', async () => {
    const server = await aMailServer();
    const mail = await toGuardian({ address: 'amsel@vogelpost.test', smtpUrl: server.url, production: true });
    await server.close();
    expect(server.received[0]).toContain('To: amsel@vogelpost.test');
    expect(server.received[0]!.replaceAll('=\r\n', '')).toContain('geheimer-weg');
    expect(mail).toMatchObject({ state: 'SENT', secret: null });
    for (const text of mail.texts) expect(text).not.toMatch(/vogelpost|geheimer-weg/);
    expect(mail.shown.body).toBe('Antworten Sie hier: …');
  });

  it('has failed for good when there is no address any more', async () => {
    expect(await toGuardian({ address: null })).toMatchObject({ state: 'FAILED', error: 'NO_ADDRESS', secret: null });
    const { rows } = await test.admin.query(`select from graphile_worker.jobs where task_identifier = 'mail' and last_error like '%NO_ADDRESS%'`);
    expect(rows).toEqual([]);
  });

  it('shows its secret in the mailbox of a development server without mail, and masks it elsewhere', async () => {
    expect((await toGuardian({ address: 'amsel@vogelpost.test' })).shown.body).toContain('geheimer-weg');
    expect((await toGuardian({ address: 'amsel@vogelpost.test', production: true })).shown.body).toBe('Antworten Sie hier: …');
  });
});

describe('a mail that rests on a consent', () => {
  /** Queues a mail that needs EVALUATION_FOLLOWUP of a pupil, with a server to send it, and tells what became of it. */
  async function follow({ basis }: { basis: string | null }) {
    const server = await aMailServer();
    const jobs = new Jobs(test.db);
    const mails = new Mails(test.db, jobs, { ...testConfig(test.url), SMTP_URL: server.url }, test.crypto);
    mails.onModuleInit();
    mails.template('followUp', { de: { subject: 'Umfrage', body: '{link}' }, en: { subject: 'Survey', body: '{link}' } });
    const region = await aRegion(test);
    const actor = await aUser(test, region.id);
    const insert = async (sql: string, values: unknown[]) => (await test.admin.query<{ id: string }>(sql, values)).rows[0]!.id;
    const school = await insert(`insert into organisation (region_id, name, name_key, roles) values ($1, 'Schule', 'schule', '{SCHOOL}') returning id`, [region.id]);
    const pupilId = await insert(`insert into pupil (region_id, organisation_id, pseudonym) values ($1, $2, 'P-1') returning id`, [region.id, school]);
    if (basis) await test.admin.query(`insert into purpose (region_id, code, basis, article, signer_rule, validity_from, validity_months, effect, data, recipients, source) values ($1, 'EVALUATION_FOLLOWUP', $2, 'Art. 6', $3, 'DECISION', 12, 'NO_INVITATION', '{}', '{}', 'Test')`, [region.id, basis, basis === 'CONSENT' ? 'S1' : null]);
    await asActor(actor, () => test.db.write((tx) => mails.queue(tx, [{ template: 'followUp', locale: 'de', recipient: 'familie@example.test', params: { link: 'https://example.test/umfrage' }, purpose: 'EVALUATION_FOLLOWUP', pupilId }])));
    await drainJobs({ ...test, jobs });
    await server.close();
    const { rows } = await test.admin.query<{ state: string; params: object }>('select state, params from mail where region_id = $1', [region.id]);
    return { ...rows[0]!, received: server.received.length };
  }

  it('is withheld and emptied when that consent is not given when it is to leave', async () => {
    expect(await follow({ basis: 'CONSENT' })).toEqual({ state: 'WITHHELD', params: {}, received: 0 });
    expect(await follow({ basis: null })).toMatchObject({ state: 'WITHHELD', received: 0 });
  });

  it('leaves where the region sends it by law', async () => {
    expect(await follow({ basis: 'LEGAL_OBLIGATION' })).toMatchObject({ state: 'SENT', received: 1 });
  });

  it('would leave without the gate', async () => {
    expect(await withoutGate(test, () => follow({ basis: 'CONSENT' }))).toMatchObject({ state: 'SENT', received: 1 });
  });
});
