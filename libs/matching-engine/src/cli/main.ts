import { readFileSync } from 'node:fs';
import { run } from './commands.ts';

const read = (file: string | undefined): string => readFileSync(file === undefined || file === '-' ? 0 : file, 'utf8');

// Only the exit code is set, so that everything written to a pipe still gets out.
process.exitCode = run(process.argv.slice(2), {
  read,
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
