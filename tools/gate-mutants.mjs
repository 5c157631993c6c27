import './node-version.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Takes each gate of `gates.json` away, one after the other, and runs the test that must fail then; puts the file back.
 * Ends with 1 when a gate could be removed unnoticed. Works on files without changes only. `npm run gates -- PART` takes
 * those whose file or purpose holds PART.
 */
const { gates } = JSON.parse(readFileSync('tools/gates.json', 'utf8'));
const part = process.argv[2] ?? '';
const chosen = gates.filter(({ file, purpose }) => file.includes(part) || purpose.includes(part));
const changed = execFileSync('git', ['status', '--porcelain', '--', ...new Set(chosen.map(({ file }) => file))], { encoding: 'utf8' });
if (changed) throw new Error(`Commit these first, they are going to be changed and put back:\n${changed}`);

const fails = ({ spec, test }) => spawnSync(process.execPath, ['tools/jest.mjs', spec, '-t', test], { encoding: 'utf8', stdio: 'pipe' });
const unnoticed = [];
for (const { purpose, file, gate, without, spec, test } of chosen) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(gate, () => without));
  try {
    const { status, stdout, stderr } = fails({ spec, test });
    // A test that could not start has caught nothing.
    const caught = status !== 0 && /\d+ failed/.test(`${stdout}${stderr}`) && `${stdout}${stderr}`.includes(`✕ ${test}`);
    console.log(`${caught ? 'caught   ' : 'UNNOTICED'} ${purpose.padEnd(22)} ${file}`);
    if (!caught) unnoticed.push(file);
  } finally {
    writeFileSync(file, text);
  }
}
console.log(`${chosen.length - unnoticed.length} of ${chosen.length} gates are missed by a test when they are gone`);
process.exit(unnoticed.length > 0 ? 1 : 0);
