import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const NAMES = ['MINTFORGE_JWT_SECRET', 'MINTFORGE_MASTER_KEY', 'MINTFORGE_INDEX_KEY', 'MINTFORGE_COOKIE_SECRET'];

/**
 * A fresh set of secrets, each base64 of 32 bytes, by the name of their setting.
 * @returns {Record<string, string>}
 */
export function freshSecrets() {
  return Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]));
}

/**
 * The secrets of this development machine: made once, kept in `path` for its owner alone, as the stored data is
 * encrypted with them. A setting of the environment (NAME or NAME_FILE) wins.
 * @param {string} path
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>}
 */
export function developmentSecrets(path, env) {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, `${JSON.stringify(freshSecrets(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  /** @type {Record<string, string>} */
  const kept = JSON.parse(readFileSync(path, 'utf8'));
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !env[name] && !env[`${name}_FILE`]));
}
