import './node-version.mjs';
import { spawnSync } from 'node:child_process';

/** npm run tour: takes the pictures of docs/tour anew, by the browser journeys that do the whole thread, a large round, consents and requests. */
const { status } = spawnSync(process.execPath, ['tools/jest.mjs', 'apps/admin-e2e/src/(thread|matching-round|consent-class|requests)', '--selectProjects', 'browser'], { stdio: 'inherit', env: { ...process.env, TOUR: '1' } });
process.exit(status ?? 1);
