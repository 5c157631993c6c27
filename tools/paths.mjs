import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
/** Everything a run leaves behind: database, secrets, logs. Git ignores it, "npm run reset" removes it. */
export const dataHome = join(root, '.data');
export const databaseDir = join(dataHome, 'postgres');
export const apiDist = join(root, 'apps/api/dist');
export const consoleDist = join(root, 'apps/admin/dist');
