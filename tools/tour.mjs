import './node-version.mjs';
import { spawnSync } from 'node:child_process';

/** npm run tour: takes the pictures of docs/tour anew, by the browser journeys that do the whole thread and a large round. */
const { status } = spawnSync(process.execPath, ['tools/jest.mjs', 'apps/admin-e2e/src/(thread|matching-round)', '--selectProjects', 'browser'], { stdio: 'inherit', env: { ...process.env, TOUR: '1' } });
process.exit(status ?? 1);
