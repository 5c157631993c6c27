import { parentPort, workerData } from 'node:worker_threads';
import { InvalidInputError } from '../input/input.ts';
import { perform } from './tasks.ts';
import type { Message, Task } from './tasks.ts';

const say = (message: Message): void => parentPort!.postMessage(message);
try {
  say(perform(workerData as Task, (stage) => say({ kind: 'PROGRESS', stage })));
} catch (error) {
  if (!(error instanceof InvalidInputError)) throw error;
  say({ kind: 'INVALID', problems: error.problems });
}
