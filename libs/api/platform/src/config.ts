import { readFileSync } from 'node:fs';
import { z } from 'zod';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');
/** Random bytes are all printable, or all the same step apart, less than once in a quadrillion keys: such a secret was made by hand. */
const isTyped = (bytes: Buffer): boolean => bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
const isStepped = (bytes: Buffer): boolean => bytes.every((byte, at) => at < 2 || ((byte - bytes[at - 1]! - bytes[at - 1]! + bytes[at - 2]!) & 0xff) === 0);

const secret = z
  .string()
  .refine((text) => /^[\w+/-]+={0,2}$/.test(text) && bytesOf(text).length >= 32, 'must be base64 of at least 32 bytes')
  .refine((text) => new Set(bytesOf(text)).size >= 12, 'is weak: too few different bytes')
  .refine((text) => !isTyped(bytesOf(text)) && !isStepped(bytesOf(text)), 'is weak: made by hand and not at random');

const secretNames = ['MINTFORGE_JWT_SECRET', 'MINTFORGE_MASTER_KEY', 'MINTFORGE_MASTER_KEY_PREVIOUS', 'MINTFORGE_INDEX_KEY', 'MINTFORGE_COOKIE_SECRET', 'MINTFORGE_RECEIPT_KEY', 'MINTFORGE_ANCHOR_KEY', 'MINTFORGE_ANCHOR_KEY_PREVIOUS'] as const;

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.url(),
  DATABASE_APP_PASSWORD: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  TRUST_PROXY: z.stringbool().default(false),
  CONSOLE_DIR: z.string().optional(),
  WORKS: z.stringbool().default(true),
  TILE_URL: z.string().optional(),
  TILE_ATTRIBUTION: z.string().optional(),
  TRAVEL_TIMES_URL: z.url().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('mintforge <noreply@localhost>'),
  ANCHOR_DIR: z.string().min(1).default('.data/anchors'),
  MINTFORGE_LEDGER_DIR: z.string().min(1).default('.data/erasures'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  MINTFORGE_JWT_SECRET: secret,
  MINTFORGE_MASTER_KEY: secret,
  MINTFORGE_MASTER_KEY_PREVIOUS: secret.optional(),
  MINTFORGE_INDEX_KEY: secret,
  MINTFORGE_COOKIE_SECRET: secret,
  MINTFORGE_RECEIPT_KEY: secret,
  MINTFORGE_ANCHOR_KEY: secret,
  MINTFORGE_ANCHOR_KEY_PREVIOUS: secret.optional(),
});

export type Config = z.infer<typeof schema>;

/** Replaces every `NAME_FILE=path` by `NAME=content of the file`, as container secrets come. */
function withFiles(env: Record<string, string | undefined>): Record<string, string | undefined> {
  const filled = { ...env };
  for (const [key, path] of Object.entries(env)) {
    if (key.endsWith('_FILE') && path && key.slice(0, -5) in schema.shape) filled[key.slice(0, -5)] = readFileSync(path, 'utf8').trim();
  }
  return filled;
}

/**
 * The configuration, read once at start. Throws an error that names every missing, malformed, weak or duplicate
 * setting (never its value), so that the process refuses to start.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const filled = withFiles(env);
  const parsed = schema.safeParse(filled);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code === 'invalid_type' ? 'is missing' : issue.message}`);
  for (const [index, name] of secretNames.entries()) {
    const twin = secretNames.slice(0, index).find((other) => filled[name] && filled[other] && bytesOf(filled[name]).equals(bytesOf(filled[other])));
    if (twin) problems.push(`${name}: is the same as ${twin}`);
  }
  if (filled['NODE_ENV'] === 'production' && !filled['DATABASE_APP_PASSWORD']) problems.push('DATABASE_APP_PASSWORD: is missing');
  if (!parsed.success || problems.length > 0) throw new Error(`Refusing to start, configuration is not valid:\n  ${problems.join('\n  ')}`);
  return parsed.data;
}

/** Injection token of the configuration. */
export const CONFIG = Symbol('Config');
