import jsqr from 'jsqr';
import { parentPort, workerData } from 'node:worker_threads';

/** Runs in a thread of its own: looks for a QR code on a picture (RGBA, row by row) and answers its text, or null. */
const { data, width, height } = workerData as { data: Uint8Array; width: number; height: number };
parentPort?.postMessage(jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null);
