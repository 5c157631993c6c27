import type { PilePlace } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { Worker } from 'node:worker_threads';

/** An upload as the thread of scans takes it; what its bytes are was checked. */
export interface ScanSource {
  mediaType: string;
  content: Uint8Array;
}

/** A page of a scan to put together, and the quarter turns clockwise, in degrees, that set it upright. */
export interface ScanPart extends PilePlace {
  turn: number;
}

/** What was seen on a page: the text of its code, how to set it upright, whether hardly any ink is on it. */
export interface SeenPage extends ScanPart {
  text: string | null;
  blank: boolean;
}

/** What the thread does: read the pages of files, put documents together from pages of files, or show a document as one picture. */
export type ScanTask =
  | { kind: 'READ'; sources: readonly ScanSource[]; mostPages: number }
  | { kind: 'ASSEMBLE'; sources: readonly ScanSource[]; documents: readonly (readonly ScanPart[])[] }
  | { kind: 'PICTURE'; sources: readonly ScanSource[]; mostPages: number };

export type ScanTrouble = 'ENCRYPTED' | 'BROKEN' | 'PAGE' | 'PAGES';

/** What the thread says: which page it turns to (0 = the file as a whole), what it made, or why it can not. */
export type ScanMessage =
  | ({ kind: 'TURNED' } & PilePlace)
  | { kind: 'SEEN'; pages: SeenPage[] }
  | { kind: 'MADE'; documents: Uint8Array[] }
  | ({ kind: 'TROUBLE'; why: ScanTrouble } & PilePlace);

/** What a scan may take: seconds for one page and for all, bytes of memory beyond what the process had. */
const [secondsForPage, secondsForAll, mostMemory] = [12, 180, 1024 ** 3];
/** Threads of scans at a time in one process. */
const mostThreads = 2;
let threads = 0;
const waiting: (() => void)[] = [];

const troubles = { ENCRYPTED: 'SCAN_ENCRYPTED', BROKEN: 'SCAN_BROKEN', PAGE: 'SCAN_PAGE_UNREADABLE', PAGES: 'SCAN_TOO_MANY_PAGES' } as const;

/** Reads the pages of files, in their order. Refuses as `inScanThread`, SCAN_TOO_MANY_PAGES beyond `mostPages` of all files. */
export async function readPages(sources: readonly ScanSource[], mostPages: number): Promise<SeenPage[]> {
  const message = await inScanThread({ kind: 'READ', sources, mostPages }).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'SCAN_TOO_MANY_PAGES' ? new Refusal('SCAN_TOO_MANY_PAGES', { limit: mostPages }) : error;
  });
  return message.kind === 'SEEN' ? message.pages : [];
}

/** A PDF for each list of pages, holding these and nothing else. Refuses as `inScanThread`. */
export async function assemble(sources: readonly ScanSource[], documents: readonly (readonly ScanPart[])[]): Promise<Buffer[]> {
  const message = await inScanThread({ kind: 'ASSEMBLE', sources, documents });
  return message.kind === 'MADE' ? message.documents.map((bytes) => Buffer.from(bytes)) : [];
}

/** A scan as a JPEG to look at: its pages below one another, up to `mostPages`, without blank ones. Refuses as `inScanThread`. */
export async function pictureOf(source: ScanSource, mostPages: number): Promise<Buffer> {
  const message = await inScanThread({ kind: 'PICTURE', sources: [source], mostPages });
  return Buffer.from(message.kind === 'MADE' ? message.documents[0]! : []);
}

/**
 * Does a task of scans in a thread of its own: what a stranger made may crash it, never the process. It is ended once a page
 * takes too long or memory grows too far. Refuses SCAN_ENCRYPTED, SCAN_BROKEN by the `file`, from 1, and
 * SCAN_PAGE_UNREADABLE by `file` and `page`.
 */
async function inScanThread(task: ScanTask): Promise<ScanMessage> {
  if (threads >= mostThreads) await new Promise<void>((go) => waiting.push(go));
  else threads += 1;
  try {
    return await watched(new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: task, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } }));
  } finally {
    const next = waiting.shift();
    if (next) next();
    else threads -= 1;
  }
}

async function watched(worker: Worker): Promise<ScanMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<ScanMessage>();
  const [begun, memory] = [performance.now(), process.memoryUsage.rss()];
  let at: PilePlace & { since: number } = { file: 1, page: 0, since: begun };
  const refuse = (why: ScanTrouble, { file, page }: PilePlace) => reject(new Refusal(troubles[why], why === 'PAGE' ? { file, page } : { file }));
  const giveUp = () => refuse(at.page === 0 ? 'BROKEN' : 'PAGE', at);
  const watch = setInterval(() => {
    const now = performance.now();
    if (now - at.since > secondsForPage * 1000 || now - begun > secondsForAll * 1000 || process.memoryUsage.rss() - memory > mostMemory) giveUp();
  }, 100);
  worker.on('message', (message: ScanMessage) => {
    if (message.kind === 'TURNED') at = { ...message, since: performance.now() };
    else if (message.kind === 'TROUBLE') refuse(message.why, message);
    else resolve(message);
  });
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
