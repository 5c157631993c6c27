import './node-version.mjs';
import { spawn } from 'node:child_process';

/** Runs Jest with the flags Nest 12 (ESM only) needs; every argument is passed on. */
const child = spawn(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
