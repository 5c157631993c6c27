import { createHash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer, Verifier } from './signing';

/** The chain of acts outside any region. */
export const regionless = '00000000-0000-0000-0000-000000000000';

/** The head of a chain at an instant. Lines count from 1; `previous` is the SHA-256 (hex) of the line before, without its end. */
export interface Anchor {
  n: number;
  chain: string;
  seq: number;
  hash: string;
  at: string;
  previous: string;
  kid: string;
  /** Set where a restored backup brought the chain back to here: what anchors before say of later rows counts no more. */
  restored?: true;
}

/** An anchor as it stands in the file: the signed text, one blank, the signature. */
export interface AnchorLine extends Anchor {
  line: string;
}

/** What a file holds: the lines up to the first that does not stand, and the number of that one. */
export interface AnchorFile {
  lines: AnchorLine[];
  forgedAt: number | null;
}

const pathOf = (folder: string, chain: string): string => join(folder, `${chain}.anchors`);

/** The SHA-256 of a text, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads the anchors of a chain; a missing file is an empty one. A line stands when it is signed, counted and chained to the one before. */
export async function readAnchors(folder: string, chain: string, verifier: Verifier): Promise<AnchorFile> {
  const content = await readFile(pathOf(folder, chain), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines: AnchorLine[] = [];
  for (const line of content.split('\n').filter((text) => text !== '')) {
    const anchor = standing(line, verifier);
    const before = lines.at(-1);
    if (!anchor || anchor.chain !== chain || anchor.n !== lines.length + 1 || anchor.previous !== (before ? sha256(before.line) : '')) return { lines, forgedAt: lines.length + 1 };
    lines.push({ ...anchor, line });
  }
  return { lines, forgedAt: null };
}

/** The anchors that still bind: those of rows that a restored backup took away bind no more. */
export const binding = (lines: readonly AnchorLine[]): AnchorLine[] => lines.filter(({ n, seq }) => !lines.some((later) => later.restored && later.n > n && later.seq < seq));

function standing(line: string, verifier: Verifier): Anchor | null {
  const at = line.lastIndexOf(' ');
  const text = line.slice(0, at);
  if (at < 0 || !verifier.accepts(text, Buffer.from(line.slice(at + 1), 'base64url'))) return null;
  return JSON.parse(text) as Anchor;
}

/** Signs the head of a chain as the line after `before` and adds it to the file; it is on the disk when this returns. */
export async function addAnchor(folder: string, signer: Signer, before: AnchorLine | undefined, head: Pick<Anchor, 'chain' | 'seq' | 'hash' | 'at' | 'restored'>): Promise<AnchorLine> {
  const { chain, seq, hash, at, restored } = head;
  const anchor: Anchor = { n: (before?.n ?? 0) + 1, chain, seq, hash, at, previous: before ? sha256(before.line) : '', kid: signer.verifier.kid, ...(restored ? { restored } : {}) };
  const text = JSON.stringify(anchor);
  const line = `${text} ${signer.sign(text).toString('base64url')}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(pathOf(folder, chain), 'a', 0o600);
  try {
    await file.appendFile(`${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return { ...anchor, line };
}
