import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';

const secret = () => randomBytes(32).toString('base64');
const whole = (): Record<string, string> => ({
  NODE_ENV: 'production', DATABASE_URL: 'postgres://db/mintforge', DATABASE_APP_PASSWORD: 'something',
  MINTFORGE_JWT_SECRET: secret(), MINTFORGE_MASTER_KEY: secret(), MINTFORGE_INDEX_KEY: secret(), MINTFORGE_COOKIE_SECRET: secret(), MINTFORGE_RECEIPT_KEY: secret(), MINTFORGE_ANCHOR_KEY: secret(),
});
const refusal = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the configuration', () => {
  it('starts when it is whole', () => {
    expect(readConfig(whole())).toMatchObject({ NODE_ENV: 'production', PORT: 3000, HOST: '127.0.0.1' });
  });

  it('refuses to start without a secret, and says which', () => {
    expect(refusal({ ...whole(), MINTFORGE_INDEX_KEY: undefined })).toContain('MINTFORGE_INDEX_KEY: is missing');
    expect(refusal({ ...whole(), DATABASE_APP_PASSWORD: undefined })).toContain('DATABASE_APP_PASSWORD: is missing');
  });

  it.each([['short', 'c2hvcnQ='], ['of equal bytes', Buffer.alloc(32, 7).toString('base64')]])('refuses a secret that is %s, naming it and not its value', (_, weak) => {
    const message = refusal({ ...whole(), MINTFORGE_JWT_SECRET: weak });
    expect(message).toContain('MINTFORGE_JWT_SECRET');
    expect(message).not.toContain(weak);
  });

  it('refuses two secrets that are the same', () => {
    const env = whole();
    expect(refusal({ ...env, MINTFORGE_COOKIE_SECRET: env['MINTFORGE_MASTER_KEY'] })).toContain('MINTFORGE_COOKIE_SECRET: is the same as MINTFORGE_MASTER_KEY');
    expect(refusal({ ...env, MINTFORGE_ANCHOR_KEY: env['MINTFORGE_RECEIPT_KEY'] })).toContain('MINTFORGE_ANCHOR_KEY: is the same as MINTFORGE_RECEIPT_KEY');
  });

  it('refuses two secrets that are the same key in another spelling', () => {
    const env = { ...whole(), MINTFORGE_MASTER_KEY: Buffer.from('+/'.repeat(4).padEnd(43, 'aB3'), 'base64').toString('base64') };
    const spellings = [env.MINTFORGE_MASTER_KEY.replace(/=+$/, ''), env.MINTFORGE_MASTER_KEY.replaceAll('+', '-').replaceAll('/', '_')];
    for (const again of spellings) {
      expect(again).not.toBe(env.MINTFORGE_MASTER_KEY);
      expect(refusal({ ...env, MINTFORGE_INDEX_KEY: again })).toContain('MINTFORGE_INDEX_KEY: is the same as MINTFORGE_MASTER_KEY');
    }
  });

  it.each([
    ['is no base64, though enough of it could be read as such', `${randomBytes(32).toString('base64')} !!`, 'must be base64'],
    ['was typed', Buffer.from('mintforge production key, please do not tell').toString('base64'), 'is weak'],
    ['counts up', Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString('base64'), 'is weak'],
  ])('refuses a secret that %s', (_, weak, why) => {
    const message = refusal({ ...whole(), MINTFORGE_MASTER_KEY: weak });
    expect(message).toContain(`MINTFORGE_MASTER_KEY: ${why}`);
    expect(message).not.toContain(weak);
  });

  it('starts without a previous master key, and refuses a weak one and the current one again', () => {
    const env = whole();
    expect(readConfig(env).MINTFORGE_MASTER_KEY_PREVIOUS).toBeUndefined();
    expect(readConfig({ ...env, MINTFORGE_MASTER_KEY_PREVIOUS: secret() }).MINTFORGE_MASTER_KEY_PREVIOUS).toBeDefined();
    expect(refusal({ ...env, MINTFORGE_MASTER_KEY_PREVIOUS: Buffer.alloc(32, 7).toString('base64') })).toContain('MINTFORGE_MASTER_KEY_PREVIOUS: is weak');
    expect(refusal({ ...env, MINTFORGE_MASTER_KEY_PREVIOUS: env['MINTFORGE_MASTER_KEY'] })).toContain('MINTFORGE_MASTER_KEY_PREVIOUS: is the same as MINTFORGE_MASTER_KEY');
  });

  it('names every fault at once', () => {
    expect(refusal({ NODE_ENV: 'production', PORT: 'none' }).split('\n').length).toBeGreaterThan(6);
  });

  it('takes secrets from files, as containers hand them over', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mintforge-config-'));
    const [path, value] = [join(folder, 'jwt'), secret()];
    writeFileSync(path, `${value}\n`);
    const { MINTFORGE_JWT_SECRET: _, ...rest } = whole();
    expect(readConfig({ ...rest, MINTFORGE_JWT_SECRET_FILE: path }).MINTFORGE_JWT_SECRET).toBe(value);
    rmSync(folder, { recursive: true });
  });
});
