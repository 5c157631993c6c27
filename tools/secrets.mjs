import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const NAMES = ['MINTFORGE_JWT_SECRET', 'MINTFORGE_MASTER_KEY', 'MINTFORGE_INDEX_KEY', 'MINTFORGE_COOKIE_SECRET', 'MINTFORGE_RECEIPT_KEY', 'MINTFORGE_ANCHOR_KEY'];

/**
 * A fresh set of secrets, each base64 of 32 bytes, by the name of their setting.
 * @returns {Record<string, string>}
 */
export function freshSecrets() {
  return Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]));
}

/**
 * The secrets of this development machine: made once, kept in `path` for its owner alone, as the stored data is
 * encrypted with them; one that a later version needs is added. A setting of the environment (NAME or NAME_FILE) wins.
 * @param {string} path
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>}
 */
export function developmentSecrets(path, env) {
  mkdirSync(dirname(path), { recursive: true });
  /** @type {Record<string, string>} */
  const known = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const kept = { ...freshSecrets(), ...known };
  if (Object.keys(kept).length > Object.keys(known).length) writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !env[name] && !env[`${name}_FILE`]));
}
