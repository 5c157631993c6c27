/** @typedef {{ kind: string, name: string, passed: boolean }} Check one thing that was checked, and how it went */

const KIND_OF_TARGET = { lint: 'lint', typecheck: 'types', build: 'build' };

/**
 * The checks of an Nx run. A task Nx did not report (it crashed, or a task before failed) counts as failed.
 * @param {string[]} expected task ids, "project:target"
 * @param {{ taskId: string, status: number }[]} reported
 * @returns {Check[]}
 */
export function nxChecks(expected, reported) {
  const passed = new Set(reported.filter(({ status }) => status === 0).map(({ taskId }) => taskId));
  return expected.map((task) => ({ kind: KIND_OF_TARGET[task.split(':')[1] ?? ''] ?? 'other', name: task, passed: passed.has(task) }));
}

/**
 * The checks of a Jest run: every test, and one failed check for a file that did not come to its tests. Tests still to
 * be written count neither way.
 * @param {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} report Jest's --json
 * @returns {Check[]}
 */
export function jestChecks({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const kind = kindOfTest(name);
    const checks = assertionResults.filter((test) => test.status === 'passed' || test.status === 'failed').map((test) => ({ kind, name: test.fullName, passed: test.status === 'passed' }));
    const brokeOutsideTests = status === 'failed' && checks.every(({ passed }) => passed);
    return brokeOutsideTests ? [...checks, { kind, name, passed: false }] : checks;
  });
}

/**
 * The files whose worker died of a segmentation fault before it could answer: V8 now and then crashes where module
 * contexts (--experimental-vm-modules, which packages of ESM only need) are collected. No test can cause or fake it, so
 * such a file may be run once more; a worker killed otherwise (out of memory) or a failed test may not.
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: unknown[] }[] }} report Jest's --json
 * @returns {string[]} absolute paths
 */
export function crashedFiles({ testResults }) {
  return testResults
    .filter(({ status, message, assertionResults }) => status === 'failed' && assertionResults.length === 0 && /A jest worker process \(pid=\d+\) was terminated by another process: signal=SIGSEGV/.test(message ?? ''))
    .map(({ name }) => name);
}

/**
 * What failed, a table by kind, and the totals as the last line.
 * @param {Check[]} checks
 * @returns {string}
 */
export function summary(checks) {
  const failed = checks.filter(({ passed }) => !passed);
  const rows = [...new Set(checks.map(({ kind }) => kind))].map((kind) => {
    const ofKind = checks.filter((check) => check.kind === kind);
    const failures = ofKind.filter(({ passed }) => !passed).length;
    return `  ${kind.padEnd(10)}${String(ofKind.length - failures).padStart(6)} passed${String(failures).padStart(6)} failed`;
  });
  return [
    '',
    ...failed.map(({ kind, name }) => `  FAILED ${kind}: ${name}`),
    ...rows,
    '',
    `${checks.length - failed.length} passed, ${failed.length} failed`,
  ].join('\n');
}

function kindOfTest(path) {
  if (path.endsWith('.db.spec.ts')) return 'database';
  if (path.endsWith('.e2e.spec.ts')) return path.includes('admin-e2e') ? 'browser' : 'api';
  return 'unit';
}
