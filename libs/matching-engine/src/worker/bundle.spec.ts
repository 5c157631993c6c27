import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const run = (args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

/** What a caller of the built package writes. */
const program = (index: string) => `
import { solve, solveInWorker } from ${JSON.stringify(pathToFileURL(index).href)};
const input = { seed: '1', occurrences: [{ id: 'x', capacity: 1 }], pupils: [{ id: 'a', wishes: [{ occurrence: 'x' }] }] };
const { outcome, explanations } = await solveInWorker(input);
console.log(JSON.stringify(outcome) === JSON.stringify(solve(input)), explanations.length);`;

describe('the package as it is published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matching-engine-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('starts its worker from a file beside it, and runs the command line', () => {
    expect(run(['node_modules/vite/bin/vite.js', 'build', 'libs/matching-engine', '--outDir', join(folder, 'dist'), '--logLevel', 'error'])).toMatchObject({ status: 0, stderr: '' });
    for (const part of ['package.json', 'bin']) cpSync(join('libs/matching-engine', part), join(folder, part), { recursive: true });
    expect(run(['--input-type=module', '--eval', program(join(folder, 'dist/index.js'))])).toMatchObject({ stderr: '', status: 0, stdout: 'true 1\n' });
    expect(run([join(folder, 'bin/matching-engine.mjs'), '--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('recompute') });
  });
});
