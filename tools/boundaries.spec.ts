import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

interface Case {
  file: string;
  code: string;
}
interface Message {
  ruleId: string | null;
  message: string;
}

/** Lints texts as if they stood in files of the repository; one process, since starting ESLint with types takes seconds. */
const linter = `
  import { ESLint } from 'eslint';
  const cases = JSON.parse(process.argv[1]);
  const eslint = new ESLint();
  const messages = [];
  for (const { file, code } of cases) messages.push((await eslint.lintText(code, { filePath: file }))[0].messages.map(({ ruleId, message }) => ({ ruleId, message })));
  console.log(JSON.stringify(messages));
`;

function lint(cases: Case[]): Message[][] {
  // The rule of the fences reads Nx's stored graph and is silent without one.
  execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], { cwd: root, stdio: 'ignore' });
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', linter, JSON.stringify(cases)], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '[]') as Message[][];
}

const importing = (file: string, name: string): Case => ({ file, code: `import * as other from '${name}';\nexport const seen = other;\n` });
const fences = '@nx/enforce-module-boundaries';

const refused: [string, string, Case][] = [
  ['the domain the platform', fences, importing('libs/domain/src/kernel/ids.ts', '@mintforge/platform')],
  ['the matching engine the domain', fences, importing('libs/matching-engine/src/index.ts', '@mintforge/domain/kernel')],
  ['the platform a feature', fences, importing('libs/api/platform/src/lists.ts', '@mintforge/identity')],
  ['a feature one that stands above it', fences, importing('libs/api/people/src/index.ts', '@mintforge/activities')],
  ['a feature one beside it that it must not know', fences, importing('libs/api/identity/src/index.ts', '@mintforge/partners')],
  ['a feature the files of another instead of its index', fences, importing('libs/api/people/src/index.ts', '../../partners/src/organisations.service')],
  ['the console the platform', fences, importing('apps/admin/src/main.tsx', '@mintforge/platform')],
  ['a feature the database past the doors', 'no-restricted-imports', { file: 'libs/api/identity/src/index.ts', code: `import { DataSource } from 'typeorm';\nexport const seen = DataSource;\n` }],
  ['a feature a connection past the doors', 'no-restricted-imports', { file: 'libs/api/identity/src/index.ts', code: `import { Pool } from 'pg';\nexport const seen = Pool;\n` }],
  ['a feature the environment past the configuration', 'no-restricted-properties', { file: 'libs/api/identity/src/index.ts', code: `export const seen = process.env['HOME'];\n` }],
];

const allowed: [string, Case][] = [
  ['a feature the platform', importing('libs/api/identity/src/index.ts', '@mintforge/platform')],
  ['a feature one it is built upon', importing('libs/api/matching/src/index.ts', '@mintforge/people')],
];

describe('the fences between the libraries', () => {
  let found: Message[][];
  beforeAll(() => void (found = lint([...refused.map(([, , example]) => example), ...allowed.map(([, example]) => example)])), 120_000);

  it.each(refused.map(([title, rule], index) => ({ title, rule, index })))('do not let $title', ({ rule, index }) => {
    expect(found[index]?.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(allowed.map(([title], index) => ({ title, index: refused.length + index })))('let $title', ({ index }) => {
    expect(found[index]).toEqual([]);
  });
});
