import { Refusal } from '@mintforge/domain/kernel';
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const atOnce = 2;
const mayWait = 40;

let running = 0;
const waiting: (() => void)[] = [];

/** Hashing takes memory and a core each: at most two run at once, forty wait, more are sent away. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mayWait) throw new Refusal('TOO_MANY_REQUESTS', { seconds: 5 });
  if (running >= atOnce) await new Promise<void>((turn) => waiting.push(turn));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

const tag = (password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> =>
  inTurn(() => derive('argon2id', { ...parameters, message: Buffer.from(password.normalize('NFC')) }));

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** argon2id (19 MiB, two passes) in the PHC string form. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await tag(password, { ...cost, nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(hash)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
const dummy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`;

/** Whether the password fits the stored hash; without a hash (unknown account) it takes as long and answers false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', hash = ''] = phc.exec(stored ?? dummy) ?? [];
  const expected = Buffer.from(hash, 'base64');
  const actual = await tag(password, { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: expected.length, nonce: Buffer.from(nonce, 'base64') });
  return timingSafeEqual(actual, expected) && stored !== null;
}
