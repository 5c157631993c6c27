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

/** An API with its database. */
export interface Server {
  url: string;
  databaseUrl: string;
}

/** The API that the test run started. */
export const sharedServer = (): Server => ({ url: setting('MINTFORGE_TEST_API_URL'), databaseUrl: setting('MINTFORGE_TEST_DATABASE_URL') });

interface Request {
  /** sent as JSON, a form as it is */
  body?: unknown;
  headers?: Record<string, string>;
  /** of the API, when it is not the shared one */
  url?: string;
}

const sentBody = (body: unknown) => (body === undefined || body instanceof FormData ? body : JSON.stringify(body));

/** One request and its answer as it came. */
export const request = (method: string, path: string, { body, headers = {}, url = sharedServer().url }: Request = {}): Promise<Response> =>
  fetch(new URL(path, url), { method, headers: { ...(typeof sentBody(body) === 'string' ? { 'content-type': 'application/json' } : {}), ...headers }, body: sentBody(body) });

/** One request and its answer with the JSON read. */
export async function send<Body = Record<string, unknown>>(method: string, path: string, details: Request = {}): Promise<Answer<Body>> {
  const response = await request(method, path, details);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {}) as Body };
}

/** The part of an error that both GraphQL and REST promise. */
export interface ErrorBody {
  code: string;
  params: Record<string, unknown>;
  /** input path -> rule */
  fields?: Record<string, string>;
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
  /** of the API signed in to, when it is not the shared one */
  url?: string;
}

/** The header that says who asks. */
export const bearer = ({ accessToken }: SignedIn): Record<string, string> => ({ authorization: `Bearer ${accessToken}` });

/** Sends a GraphQL operation, as a signed-in user or as nobody. */
export const graphql = (query: string, { variables, as }: { variables?: Record<string, unknown>; as?: SignedIn } = {}): Promise<Answer<GraphqlBody>> =>
  send<GraphqlBody>('POST', '/graphql', { body: { query, variables }, headers: as ? bearer(as) : {}, url: as?.url });

/** The refresh cookie that an answer sets, as a request sends it back. */
export const cookieOf = ({ headers }: Answer<unknown>): string => headers.getSetCookie().at(-1)?.split(';')[0] ?? '';

export const refresh = (cookie: string): Promise<Answer<SignedIn & ErrorBody>> => send('POST', '/auth/refresh', { headers: { cookie, 'x-mintforge': 'console' } });

export const signIn = (email: string, password: string, url?: string): Promise<Answer<SignedIn & ErrorBody>> => send('POST', '/auth/sign-in', { body: { email, password }, url });

const password = 'drei graue Kraniche';

/** A user in the database, with the password of all users of the journeys. */
async function insertUser(database: Client, regionId: string, role: Role): Promise<string> {
  const [email, nonce] = [`${randomUUID()}@example.test`, randomBytes(16)];
  const tag = argon2Sync('argon2id', { message: password, nonce, memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 });
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  await database.query(
    `with u as (insert into app_user (email, email_key, display_name, password_hash) values ($2, $2, 'Test Person', $3) returning id)
     insert into membership (region_id, user_id, role) select $1, u.id, $4 from u`,
    [regionId, email, `$argon2id$v=19$m=19456,t=2,p=1$${base64(nonce)}$${base64(tag)}`, role],
  );
  return email;
}

/** Bare SQL past the API: to arrange what no operation offers, and to look behind it. */
export async function onDatabase<T>(work: (database: Client) => Promise<T>, { databaseUrl } = sharedServer()): Promise<T> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

/** A new region with one user, arranged in the database itself: every journey has a region of its own. */
export async function anOffice(role: Role = 'COORDINATOR', server = sharedServer()) {
  const { regionId, email } = await onDatabase(async (database) => {
    const { rows } = await database.query<{ id: string }>(`insert into region (key, name, land) values ($1, $1, 'DE-MV') returning id`, [`r${randomUUID().slice(0, 8)}`]);
    const id = rows[0]?.id ?? '';
    return { regionId: id, email: await insertUser(database, id, role) };
  }, server);
  const entered = async (address: string): Promise<SignedIn> => ({ ...(await signIn(address, password, server.url)).body, url: server.url });
  return {
    email,
    password,
    regionId,
    signedIn: () => entered(email),
    /** Somebody else in the same region. */
    colleague: async (other: Role) => entered(await onDatabase((database) => insertUser(database, regionId, other), server)),
  };
}
