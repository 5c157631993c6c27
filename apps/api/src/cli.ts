import 'reflect-metadata';
import { ConsentLedger, verifyReceipts } from '@mintforge/consent';
import { createUserWithPassword } from '@mintforge/identity';
import { AuditAnchors, Db, KeyRotation, migrate, readConfig, runInContext, verifyAudit } from '@mintforge/platform';
import { GuardianIdentities, PupilIdentities, rebuildBlindIndexes } from '@mintforge/people';
import { ErasureReplay } from '@mintforge/privacy';
import { NestFactory } from '@nestjs/core';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { seedDemo } from '../seeds';
import { AppModule } from './app.module';
import { makeLogger, nestLogger } from './logging';
import { consoleSchema } from './schema';

const migrationsFolder = resolve(import.meta.dirname, '../migrations');
const schemaFile = resolve(import.meta.dirname, '../../../libs/contract/console.graphql');

/** Runs work in the application without HTTP, as nobody: commands use `db.system`. */
async function inApp<T>(work: (app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, { works: false }), { logger: nestLogger(makeLogger({ ...config, LOG_LEVEL: 'warn' })) });
  return runInContext({ requestId: randomUUID(), locale: 'de', action: `cli.${process.argv[2]}` }, () => work(app)).finally(() => app.close());
}

const usage = (words: string): number => {
  console.error(`Usage: ${words}`);
  return 2;
};

const commands: Record<string, (flags: string[]) => Promise<number>> = {
  async migrate() {
    const { DATABASE_URL, DATABASE_APP_PASSWORD } = readConfig(process.env);
    const applied = await migrate({ url: DATABASE_URL, appPassword: DATABASE_APP_PASSWORD, folder: migrationsFolder });
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}` : 'Database is up to date');
    return 0;
  },

  async seed(flags) {
    const signIns = await inApp((app) => seedDemo({ db: app.get(Db), identities: app.get(PupilIdentities, { strict: false }), contacts: app.get(GuardianIdentities, { strict: false }), ledger: app.get(ConsentLedger, { strict: false }), today: new Date(), small: flags.includes('--small') }));
    console.log(JSON.stringify({ signIns }));
    return 0;
  },

  async found(flags) {
    const [key, name, land, email] = flags;
    if (!key || !name || !land || !email) return usage('found KEY "Name of the region" DE-MV admin@example.org');
    const password = randomBytes(12).toString('base64url');
    await inApp((app) => app.get(Db).system('first region and administrator', null, async (tx) => {
      const region = await tx.one<{ id: string }>('insert into region (key, name, land) values ($1, $2, $3) returning id', [key, name, land]);
      await createUserWithPassword(tx, { email, displayName: email, locale: 'de', password, memberships: (['PLATFORM_ADMIN', 'COORDINATOR'] as const).map((role) => ({ regionId: region.id, role })) });
    }));
    console.log(`Sign in as ${email} with ${password} and change it at once.`);
    return 0;
  },

  async 'audit:verify'([folder]) {
    const reports = await inApp((app) => verifyAudit(app.get(Db), app.get(AuditAnchors), null, folder));
    for (const { regionId, rows, anchors, fault, brokenAt, about } of reports) console.log(`${regionId}  ${rows} rows, ${anchors} anchors  ${fault === null ? 'whole' : `${fault} at ${brokenAt}${about === null ? '' : `: ${about}`}`}`);
    return reports.some(({ fault }) => fault !== null) ? 1 : 0;
  },

  async 'audit:restored'() {
    await inApp(async (app) => {
      const regions = await app.get(Db).system('regions of the audit after a restore', null, (tx) => tx.query<{ id: string }>('select id from region order by id'));
      for (const regionId of [null, ...regions.map(({ id }) => id)]) await app.get(AuditAnchors).restored(regionId, new Date());
    });
    return 0;
  },

  async 'audit:key'() {
    console.log(await inApp(async (app) => app.get(AuditAnchors).publicKey));
    return 0;
  },

  async 'receipts:verify'() {
    const reports = await inApp(async (app) => {
      const db = app.get(Db);
      const regions = await db.system('receipt verification', null, (tx) => tx.query<{ id: string; key: string }>('select id, key from region order by key'));
      return Promise.all(regions.map(async ({ id, key }) => ({ key, ...(await verifyReceipts(db, id)) })));
    });
    for (const { key, receipts, forged, missing } of reports) console.log([`${key}  ${receipts} receipts stand`, ...forged.map((id) => `FORGED ${id}`), ...missing.map((id) => `MISSING ${id}`)].join('\n'));
    return reports.some(({ forged, missing }) => forged.length + missing.length > 0) ? 1 : 0;
  },

  async 'erasures:replay'() {
    // Every start compares ledger and database; the command says what it found, so that a restored system is opened knowingly.
    const reports = await inApp(async (app) => app.get(ErasureReplay, { strict: false }).atStart);
    for (const { regionId, replayed, rewritten } of reports) console.log(`${regionId}  ${replayed} erasures done again, ${rewritten} entries written anew`);
    console.log(reports.length === 0 ? 'Ledger and database agree' : 'Ledger and database agree now');
    return 0;
  },

  async 'keys:status'() {
    const counts = await inApp((app) => app.get(KeyRotation).status());
    for (const { key, standing, table, column, values } of counts) console.log(`${key}  ${standing.toLowerCase().padEnd(8)}  ${table}.${column}  ${values} values`);
    if (counts.some(({ standing }) => standing === 'PREVIOUS')) console.log('Values of the previous key are left: run keys:rotate before the previous key is taken out of the configuration.');
    return counts.some(({ standing }) => standing === 'UNKNOWN') ? 1 : 0;
  },

  async 'keys:rotate'() {
    let told = -1;
    const { rewrapped, left } = await inApp((app) => app.get(KeyRotation).rotate(async (progress) => {
      if (Math.floor(progress / 10) > told) console.log(`${(told = Math.floor(progress / 10)) * 10} %`);
    }));
    console.log(`${rewrapped} values sealed again by the current key, ${left} left under another`);
    return left > 0 ? 1 : 0;
  },

  async 'keys:anchor'() {
    if (!readConfig(process.env).MINTFORGE_ANCHOR_KEY_PREVIOUS) return usage('keys:anchor with MINTFORGE_ANCHOR_KEY = the new key and MINTFORGE_ANCHOR_KEY_PREVIOUS = the old one');
    const words = { DONE: 'handed over to the new key', NOTHING: 'nothing to hand over', FORGED: 'NOT handed over: its anchors do not stand under the old key' };
    const results = await inApp(async (app) => {
      const regions = await app.get(Db).system('regions of the anchors', null, (tx) => tx.query<{ id: string }>('select id from region order by id'));
      const done: { chain: string; result: keyof typeof words }[] = [];
      for (const regionId of [null, ...regions.map(({ id }) => id)]) done.push({ chain: regionId ?? 'outside regions', result: await app.get(AuditAnchors).handOver(regionId, new Date()) });
      return done;
    });
    for (const { chain, result } of results) console.log(`${chain}  ${words[result]}`);
    return results.some(({ result }) => result === 'FORGED') ? 1 : 0;
  },

  async 'keys:reindex'() {
    const counts = await inApp(async (app) => {
      const db = app.get(Db);
      const regions = await db.system('blind indexes anew', null, (tx) => tx.query<{ id: string; key: string }>('select id, key from region order by key'));
      const done: { key: string; people: number }[] = [];
      for (const { id, key } of regions) done.push({ key, people: await rebuildBlindIndexes(db, app.get(PupilIdentities, { strict: false }), app.get(GuardianIdentities, { strict: false }), id) });
      return done;
    });
    for (const { key, people } of counts) console.log(`${key}  ${people} people indexed anew`);
    return 0;
  },

  async schema(flags) {
    const printed = await consoleSchema();
    const known = existsSync(schemaFile) ? readFileSync(schemaFile, 'utf8') : '';
    if (flags.includes('--check')) {
      if (known !== printed) console.error('libs/contract/console.graphql differs from the code: run `npm run schema` and commit it');
      return known === printed ? 0 : 1;
    }
    if (known !== printed) writeFileSync(schemaFile, printed);
    return 0;
  },
};

const [, , name = '', ...flags] = process.argv;
const command = commands[name];
if (!command) console.error(`Commands: ${Object.keys(commands).join(', ')}`);
process.exit(command ? await command(flags) : 2);
