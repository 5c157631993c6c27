import { benchTable } from './bench-table.mjs';
import { crashedFiles, jestChecks, nxChecks, summary } from './test-counts.mjs';

const file = (name: string, status: string, ...tests: string[]) => ({
  name, status, assertionResults: tests.map((test, index) => ({ fullName: `test ${index}`, status: test })),
});

describe('the count of checks', () => {
  it('takes a task Nx did not report for failed', () => {
    const checks = nxChecks(['api:lint', 'api:build', 'admin:typecheck'], [{ taskId: 'api:lint', status: 0 }, { taskId: 'api:build', status: 1 }]);
    expect(checks.map(({ kind, passed }) => [kind, passed])).toEqual([['lint', true], ['build', false], ['types', false]]);
  });

  it('sorts tests by the kind their file name tells', () => {
    const checks = jestChecks({ testResults: [
      file('libs/domain/src/money.spec.ts', 'passed', 'passed'),
      file('libs/api/partners/src/import.db.spec.ts', 'passed', 'passed'),
      file('apps/api-e2e/src/thread.e2e.spec.ts', 'passed', 'passed'),
      file('apps/admin-e2e/src/thread.e2e.spec.ts', 'passed', 'passed'),
    ] });
    expect(checks.map(({ kind }) => kind)).toEqual(['unit', 'database', 'api', 'browser']);
  });

  it('counts a file that broke before or after its tests as one failure', () => {
    expect(jestChecks({ testResults: [file('a.spec.ts', 'failed')] })).toEqual([{ kind: 'unit', name: 'a.spec.ts', passed: false }]);
    expect(jestChecks({ testResults: [file('a.spec.ts', 'failed', 'passed')] }).map(({ passed }) => passed)).toEqual([true, false]);
    expect(jestChecks({ testResults: [file('a.spec.ts', 'failed', 'passed', 'failed')] }).map(({ passed }) => passed)).toEqual([true, false]);
  });

  it('knows a file in whose worker Node itself crashed from one that failed or was killed', () => {
    const died = (name: string, signal: string) => ({ ...file(name, 'failed'), message: `A jest worker process (pid=7) was terminated by another process: signal=${signal}, exitCode=null.` });
    const failed = { ...died('c.spec.ts', 'SIGSEGV'), ...file('c.spec.ts', 'failed', 'failed') };
    expect(crashedFiles({ testResults: [died('a.spec.ts', 'SIGSEGV'), died('b.spec.ts', 'SIGKILL'), failed, file('d.spec.ts', 'failed')] })).toEqual(['a.spec.ts']);
  });

  it('leaves out tests still to be written', () => {
    expect(jestChecks({ testResults: [file('a.spec.ts', 'passed', 'todo', 'passed')] })).toHaveLength(1);
  });

  it('ends with the totals and names what failed', () => {
    const lines = summary([{ kind: 'unit', name: 'adds', passed: true }, { kind: 'lint', name: 'api:lint', passed: false }]).split('\n');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(lines).toContain('  FAILED lint: api:lint');
  });
});

describe('the table of a bench', () => {
  it('aligns its columns and shouts what did not hold', () => {
    const row = { bench: 'api', goal: 'W3', size: 20_000, unit: 'ms', value: 12.3456, target: 50, held: true };
    expect(benchTable([row, { ...row, size: 5, value: 1234.5, held: false }]).split('\n')).toEqual([
      'bench  goal   size  value  target  unit  held',
      'api    W3    20000   12.3      50  ms    yes',
      'api    W3        5   1235      50  ms    NO',
    ]);
  });
});
