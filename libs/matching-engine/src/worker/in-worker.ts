import { Worker } from 'node:worker_threads';
import { InvalidInputError } from '../input/input.ts';
import type { FrozenInput, MatchingInput } from '../input/input.ts';
import type { ForecastRow, ForecastRule } from '../outcome/forecast.ts';
import type { Solved, Stage } from '../solve.ts';
import type { Message, Task } from './tasks.ts';

export interface WorkerOptions {
  /** Called when a stage begins. */
  onProgress?: (stage: Stage) => void;
  /** Ends the thread at once; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * `solve` and `explain` in a thread of their own, so that the caller's stays free. Only handing the plain objects over and
 * back takes its time (see README).
 *
 * @throws InvalidInputError with every problem of the input; the signal's reason when cancelled.
 */
export async function solveInWorker(input: MatchingInput, options: WorkerOptions = {}): Promise<Solved> {
  const message = await inWorker({ kind: 'SOLVE', input }, options);
  if (message.kind !== 'SOLVED') throw new UnexpectedMessageError(message);
  return message.result;
}

/** `forecast` in a thread of its own; throws as `solveInWorker` does. */
export async function forecastInWorker(input: FrozenInput, seed: string, { rules, labels, ...options }: WorkerOptions & { rules?: readonly ForecastRule[]; labels?: ReadonlyMap<string, string> } = {}): Promise<ForecastRow[]> {
  const message = await inWorker({ kind: 'FORECAST', input, seed, ...(rules ? { rules } : {}), ...(labels ? { labels } : {}) }, options);
  if (message.kind !== 'FORECAST') throw new UnexpectedMessageError(message);
  return message.result;
}

class UnexpectedMessageError extends Error {
  constructor({ kind }: Message) {
    super(`the worker answered ${kind}`);
  }
}

async function inWorker(task: Task, { onProgress, signal }: WorkerOptions): Promise<Message> {
  signal?.throwIfAborted();
  // A bundler has to find this line: tools/worker-entries.mjs makes the entry a file of its own beside the bundle. The
  // flags of the calling process are for its own program, not for this one.
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { workerData: task, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  const cancel = (): void => reject(signal!.reason);
  signal?.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: Message) => {
    if (message.kind === 'PROGRESS') onProgress?.(message.stage);
    else if (message.kind === 'INVALID') reject(new InvalidInputError(message.problems));
    else resolve(message);
  });
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`the worker ended with code ${code}`)));
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
