import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/** npm run test:long [-- PATH …]: the specs of the matching engine, or some of them, on many more random instances; takes minutes to hours. */
const paths = process.argv.slice(2);
const words = ['tools/jest.mjs', ...(paths.length > 0 ? paths : ['libs/matching-engine']), '--testTimeout=7200000', '--verbose'];
const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit', env: { ...process.env, LONG: '1' } });
process.exitCode = status ?? 1;
