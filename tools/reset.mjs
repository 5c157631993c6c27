import './node-version.mjs';
import { rmSync } from 'node:fs';
import { databaseDir, dataHome } from './paths.mjs';
import { removePostgres } from './postgres.mjs';

try {
  await removePostgres(databaseDir);
  rmSync(dataHome, { recursive: true, force: true });
  console.log('Removed the database, its secrets and logs. "npm start" begins afresh.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
