import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../libs/api/platform/src/config';

interface Service {
  image?: string;
  build?: { target: string };
  restart?: string;
  healthcheck?: { test: string[] };
  environment?: Record<string, string | null>;
  secrets?: string[];
  networks: string[];
  volumes?: string[];
  ports?: string[];
}

const root = resolve(__dirname, '..');
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
};
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const services = Object.entries(compose.services);

/** Runs the script in a copy, so that it leaves nothing behind; answers the folder of secrets. */
function madeSecrets(home: string): string {
  cpSync(join(root, 'docker'), join(home, 'docker'), { recursive: true });
  execFileSync(join(home, 'docker/make-secrets.sh'), { stdio: 'ignore' });
  return join(home, 'secrets');
}

/** What the process of a service sees, with nothing set outside and the secrets in `folder`. */
const environmentOf = (service: Service, folder: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service.environment ?? {})
      .filter((entry): entry is [string, string] => entry[1] !== null)
      .map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace('/run/secrets', folder)]),
  );

describe('docker-compose.yml', () => {
  it('runs PostgreSQL 18 with its data where that image keeps it', () => {
    expect(compose.services['database']).toMatchObject({ image: 'postgres:18', volumes: ['database:/var/lib/postgresql'] });
  });

  it.each(services)('watches the health of %s, or runs it once', (_name, service) => {
    expect(service.restart === 'no' ? [] : service.healthcheck?.test).toBeDefined();
  });

  it('declares exactly the secrets, networks and volumes its services use', () => {
    const used = (of: (service: Service) => string[] | undefined) => [...new Set(services.flatMap(([, service]) => of(service) ?? []))].sort();
    expect(used(({ secrets }) => secrets)).toEqual(Object.keys(compose.secrets).sort());
    expect(used(({ networks }) => networks)).toEqual(Object.keys(compose.networks).sort());
    expect(used(({ volumes }) => volumes?.map((volume) => volume.split(':')[0] ?? '').filter((volume) => !volume.startsWith('.')))).toEqual(Object.keys(compose.volumes).sort());
  });

  it.each(services)('hands secrets to %s as files only, and only those it was given', (_name, service) => {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (/_FILE$/.test(name)) expect(service.secrets).toContain(value?.replace('/run/secrets/', ''));
      else expect(name).not.toMatch(/SECRET|KEY|PASSWORD/);
      expect(value ?? '').not.toMatch(/:\/\/[^/]*:[^/]*@/);
    }
  });

  it('opens the proxy alone to the outside and keeps the database inside', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy']);
    expect(compose.services['database']?.networks).toEqual(['inside']);
    expect(compose.networks['inside']).toEqual({ internal: true });
  });

  it('starts from the secrets its script makes, with settings the API accepts in production', () => {
    const home = mkdtempSync(join(tmpdir(), 'docker-spec-'));
    try {
      const folder = madeSecrets(home);
      for (const { file } of Object.values(compose.secrets)) expect(existsSync(join(home, file))).toBe(true);
      for (const name of ['migrate', 'api', 'worker']) {
        const config = readConfig({ ...environmentOf(compose.services[name]!, folder), HOST: '0.0.0.0' });
        expect(config).toMatchObject({ NODE_ENV: 'production', TRUST_PROXY: true });
      }
      expect(() => madeSecrets(home)).toThrow('Command failed');
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});

describe('the Dockerfile', () => {
  it('has every image the compose file builds', () => {
    for (const [, { build }] of services) if (build) expect(dockerfile).toMatch(new RegExp(`^FROM \\S+ AS ${build.target}$`, 'm'));
  });

  it('copies only what the repository has', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
