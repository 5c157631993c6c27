import { readFileSync } from 'node:fs';
import pg from 'pg';

/** Healthy is a worker whose own connection, waiting for jobs, is seen by the database. */
const { DATABASE_URL = '', DATABASE_APP_PASSWORD_FILE = '' } = process.env;
const url = Object.assign(new URL(DATABASE_URL), { username: 'mintforge_app', password: readFileSync(DATABASE_APP_PASSWORD_FILE, 'utf8').trim() });
const client = new pg.Client({ connectionString: url.href, connectionTimeoutMillis: 5000, application_name: 'mintforge-worker-health' });
await client.connect();
const { rowCount } = await client.query(`select from pg_stat_activity where application_name = 'mintforge-worker' and client_addr = inet_client_addr()`);
await client.end();
process.exit(rowCount ? 0 : 1);
