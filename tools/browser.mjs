import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const modules = resolve(import.meta.dirname, '../node_modules');
const packed = join(modules, '@sparticuz/chromium');

const INSTALLED = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing leaves the machine: no updates, no sync, no background requests. */
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none',
];

/**
 * A headless Chromium for the journeys: the one inside the npm package where it runs (Linux on x64), else the installed one.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { executablePath, env } = findBrowser();
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args: ARGUMENTS });
}

/** @returns {{ executablePath: string, env: Record<string, string> }} */
function findBrowser() {
  if (process.env['CHROMIUM_PATH']) return { executablePath: process.env['CHROMIUM_PATH'], env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedBrowser();
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new Error('The browser tests need Chromium or Chrome; set CHROMIUM_PATH to its executable.');
  return { executablePath, env: {} };
}

/** Unpacked once per version of the package, aside and then moved into place, as test workers do it at the same time. */
function unpackedBrowser() {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    unpackInto(draft);
    writeFileSync(join(draft, 'fonts.conf'), fontSettings(folder));
    if (existsSync(folder)) rmSync(draft, { recursive: true });
    else renameSync(draft, folder);
  }
  const executablePath = join(folder, 'chromium');
  // The fonts of the package on every machine, so that pages and screenshots look the same everywhere.
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const bareSystem = spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status !== 0;
  return { executablePath, env: bareSystem ? { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : env };
}

/** The package's own settings name the folders of a cloud provider. */
const fontSettings = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the system's temp folder; a child process with its own TMPDIR unpacks where we want. */
function unpackInto(folder) {
  const script = `
    import { inflate } from '@sparticuz/chromium';
    await Promise.all(['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate('${join(packed, 'bin')}/' + name)));`;
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: resolve(modules, '..'), env: { ...process.env, TMPDIR: folder }, encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Error(`Chromium cannot be unpacked:\n${unpacked.stderr}`);
}
