import type { Role } from '@mintforge/domain/kernel';
import { argon2Sync, randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: journeys run with the Jest project "api", whose globalSetup starts the API`);
  return value;
};

/** An answer of the API: status, headers and the parsed body. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

/** One request with a JSON body. */
export async function send<Body = Record<string, unknown>>(method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer<Body>> {
  const response = await fetch(new URL(path, setting('MINTFORGE_TEST_API_URL')), { method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, body: body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {}) as Body };
}

/** The part of an error that both GraphQL and REST promise. */
export interface ErrorBody {
  code: string;
  params: Record<string, unknown>;
  requestId: string;
}

/** What GraphQL answers. */
export interface GraphqlBody {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: string[]; extensions: ErrorBody }[];
}

/** Who is signed in, as the sign-in answered. */
export interface SignedIn {
  accessToken: string;
  user: { id: string };
  active: { regionId: string; role: Role };
}

/** Sends a GraphQL operation, as a signed-in user or as nobody. */
export const graphql = (query: string, { variables, as }: { variables?: Record<string, unknown>; as?: SignedIn } = {}): Promise<Answer<GraphqlBody>> =>
  send<GraphqlBody>('POST', '/graphql', { body: { query, variables }, headers: as ? { authorization: `Bearer ${as.accessToken}` } : {} });

/** The refresh cookie that an answer sets, as a request sends it back. */
export const cookieOf = ({ headers }: Answer<unknown>): string => headers.getSetCookie().at(-1)?.split(';')[0] ?? '';

export const refresh = (cookie: string): Promise<Answer<SignedIn & ErrorBody>> => send('POST', '/auth/refresh', { headers: { cookie, 'x-mintforge': 'console' } });

export const signIn = (email: string, password: string): Promise<Answer<SignedIn & ErrorBody>> => send('POST', '/auth/sign-in', { body: { email, password } });

/** A new region with one user, arranged in the database itself: every journey has a region of its own. */
export async function anOffice(role: Role = 'COORDINATOR'): Promise<{ email: string; password: string; regionId: string; signedIn: () => Promise<SignedIn> }> {
  const [email, password, nonce] = [`${randomUUID()}@example.test`, 'drei graue Kraniche', randomBytes(16)];
  const tag = argon2Sync('argon2id', { message: password, nonce, memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 });
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  const database = new Client({ connectionString: setting('MINTFORGE_TEST_DATABASE_URL') });
  await database.connect();
  const { rows } = await database.query<{ region: string }>(
    `with r as (insert into region (key, name, land) values ($1, $1, 'DE-MV') returning id),
       u as (insert into app_user (email, email_key, display_name, password_hash) values ($2, $2, 'Test Person', $3) returning id)
     insert into membership (region_id, user_id, role) select r.id, u.id, $4 from r, u returning region_id as region`,
    [`r${randomUUID().slice(0, 8)}`, email, `$argon2id$v=19$m=19456,t=2,p=1$${base64(nonce)}$${base64(tag)}`, role],
  );
  await database.end();
  return { email, password, regionId: rows[0]?.region ?? '', signedIn: async () => (await signIn(email, password)).body };
}
