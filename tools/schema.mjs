import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Writes libs/contract from the code: the SDL, its types, and the types of the console's operations computed once instead of by every type check. `--check` changes nothing that is right and fails on a difference. */
const generated = ['libs/contract/console.graphql', 'libs/contract/src/graphql-env.d.ts', 'libs/contract/src/graphql-cache.d.ts'];
const read = () => generated.map((file) => readFileSync(file, 'utf8'));
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
};

const before = read();
run('node_modules/vite/bin/vite.js', 'build', 'apps/api', '--logLevel', 'error');
run('apps/api/dist/cli.js', 'schema');
run('node_modules/gql.tada/bin/cli.js', 'generate-output', '-c', 'libs/contract/tsconfig.json');
run('node_modules/gql.tada/bin/cli.js', 'turbo', '-c', 'libs/contract/tsconfig.json', '--fail-on-warn');
const stale = generated.filter((_, index) => before[index] !== read()[index]);
if (stale.length > 0) console.error(`Was out of date, now written anew: ${stale.join(', ')}. Commit it.`);
process.exit(process.argv.includes('--check') && stale.length > 0 ? 1 : 0);
