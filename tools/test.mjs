import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { withCommands } from './build.mjs';
import { dataHome, root } from './paths.mjs';
import { crashedFiles, jestChecks, nxChecks, summary } from './test-counts.mjs';

/** npm test [-- PATH …]: every check there is, or those of the given folders; the last line counts them. */
const paths = process.argv.slice(2);
const all = paths.length === 0;

const checks = [
  ...runNx(['lint', 'typecheck', 'build']),
  ...(all ? [
    check('lint', 'tools', ['eslint', '--max-warnings', '0', 'tools', 'jest.config.ts', 'eslint.config.mjs']),
    check('types', 'tools', [process.execPath, 'node_modules/typescript7/bin/tsc', '-p', 'tools']),
    check('schema', 'the committed contract is that of the code', [process.execPath, 'tools/schema.mjs', '--check']),
  ] : []),
  ...runJest(),
];
console.log(summary(checks));
process.exitCode = checks.every(({ passed }) => passed) ? 0 : 1;

/** Runs a command in the open; true when it succeeded. */
function run([program = '', ...words]) {
  return spawnSync(program, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: withCommands(), shell: process.platform === 'win32' }).status === 0;
}

function check(kind, name, command) {
  console.log(`\n${kind}: ${name}`);
  return { kind, name, passed: run(command) };
}

function runNx(targets) {
  const projects = globSync('{apps,libs}/**/project.json', { cwd: root, exclude: (path) => path.includes('node_modules') })
    .filter((file) => all || paths.some((path) => file.includes(path) || path.startsWith(`${dirname(file)}/`)))
    .map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')));
  const expected = projects.flatMap(({ name, targets: known }) => targets.filter((target) => target in known).map((target) => `${name}:${target}`));
  if (expected.length === 0) return [];
  const startedAt = Date.now();
  run(['nx', 'run-many', '-t', ...targets, '-p', ...projects.map(({ name }) => name), '--outputStyle=static']);
  const report = readReport(join(root, '.nx/cache/run.json'));
  const isOurs = report && Date.parse(report.run.startTime) >= startedAt;
  return nxChecks(expected, isOurs ? report.tasks : []);
}

function runJest() {
  // Jest would leave one core to the terminal; journeys mostly wait, so two workers pay even on two cores.
  const first = jestReport([...paths, `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`]);
  const crashed = crashedFiles(first.report);
  if (crashed.length === 0) return jestResults(first);
  console.log(`\nNode itself crashed (SIGSEGV) in a worker of Jest; these files are run again:\n  ${crashed.join('\n  ')}`);
  const others = first.report.testResults.filter(({ name }) => !crashed.includes(name));
  return [...jestChecks({ testResults: others }), ...jestResults(jestReport(['--runTestsByPath', ...crashed]))];
}

function jestReport(words) {
  const outputFile = join(dataHome, 'jest.json');
  mkdirSync(dataHome, { recursive: true });
  rmSync(outputFile, { force: true });
  const succeeded = run([process.execPath, 'tools/jest.mjs', ...words, '--ci', '--json', `--outputFile=${outputFile}`]);
  return { succeeded, report: readReport(outputFile) ?? { testResults: [] } };
}

function jestResults({ succeeded, report }) {
  const results = jestChecks(report);
  const unexplained = !succeeded && results.every(({ passed }) => passed);
  return unexplained ? [...results, { kind: 'unit', name: 'Jest ended with an error outside of any test', passed: false }] : results;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
