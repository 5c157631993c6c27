import { createHash } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Verifier, type Signer } from './signing';

/** The chain of acts outside any region. */
export const regionless = '00000000-0000-0000-0000-000000000000';

/** A change of the signing key: with this line the key `from` says, signed, that from here on the key `to` signs (both base64url). */
interface HandOver {
  from: string;
  to: string;
  signature: string;
}

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
  /** Set in the first line of a new key. */
  handOver?: HandOver;
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

/**
 * Reads the anchors of a chain; a missing file is an empty one. A line stands when it is signed, counted and chained to the
 * one before. `verifier` is the key of today: it must have signed the end of the file. A key before it counts for the lines
 * up to where it handed over and for none behind, so that a retired key signs nothing more.
 */
export async function readAnchors(folder: string, chain: string, verifier: Verifier): Promise<AnchorFile> {
  const content = await readFile(pathOf(folder, chain), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const texts = content.split('\n').filter((text) => text !== '');
  const { keys, forgedAt } = keysOf(texts, verifier);
  const lines: AnchorLine[] = [];
  for (const [at, line] of texts.entries()) {
    const anchor = keys[at] && standing(line, keys[at]);
    const before = lines.at(-1);
    if (!anchor || anchor.chain !== chain || anchor.n !== at + 1 || anchor.previous !== (before ? sha256(before.line) : '')) return { lines, forgedAt: forgedAt ?? at + 1 };
    lines.push({ ...anchor, line });
  }
  return { lines, forgedAt };
}

/** The key of each line, found from the end: what a line says of the key before counts only when both keys signed it; where it does not, it is forged. */
function keysOf(texts: readonly string[], current: Verifier): { keys: Verifier[]; forgedAt: number | null } {
  const keys: Verifier[] = [];
  let key = current;
  let forgedAt: number | null = null;
  for (const [at, line] of [...texts.entries()].reverse()) {
    keys[at] = key;
    if (!parsed(line)?.handOver) continue;
    const before = keyBefore(standing(line, key));
    if (before) key = before;
    else forgedAt = at + 1;
  }
  return { keys, forgedAt };
}

/** The key that handed over in a line, if it did so to the one that signed the line. */
function keyBefore(anchor: Anchor | null): Verifier | null {
  if (!anchor?.handOver) return null;
  const { signature, ...handOver } = anchor.handOver;
  const [from, to] = [handOver.from, handOver.to].map((raw) => Buffer.from(raw, 'base64url'));
  if (from?.length !== 32 || to?.length !== 32 || new Verifier(to).kid !== anchor.kid) return null;
  const before = new Verifier(from);
  return before.accepts(JSON.stringify({ ...anchor, handOver }), Buffer.from(signature, 'base64url')) ? before : null;
}

/** The anchors that still bind: those of rows that a restored backup took away bind no more. */
export const binding = (lines: readonly AnchorLine[]): AnchorLine[] => lines.filter(({ n, seq }) => !lines.some((later) => later.restored && later.n > n && later.seq < seq));

/** What a line says, whoever signed it; null where it says nothing. */
function parsed(line: string): Anchor | null {
  try {
    return JSON.parse(line.slice(0, line.lastIndexOf(' '))) as Anchor;
  } catch {
    return null;
  }
}

function standing(line: string, verifier: Verifier): Anchor | null {
  const at = line.lastIndexOf(' ');
  const anchor = parsed(line);
  return anchor?.kid === verifier.kid && verifier.accepts(line.slice(0, at), Buffer.from(line.slice(at + 1), 'base64url')) ? anchor : null;
}

/**
 * Signs the head of a chain as the line after `before` and adds it to the file; it is on the disk when this returns. With
 * `retiring` the line hands over from that key to the signer's.
 */
export async function addAnchor(folder: string, signer: Signer, before: AnchorLine | undefined, head: Pick<Anchor, 'chain' | 'seq' | 'hash' | 'at' | 'restored'>, retiring?: Signer): Promise<AnchorLine> {
  const { chain, seq, hash, at, restored } = head;
  const said = { n: (before?.n ?? 0) + 1, chain, seq, hash, at, previous: before ? sha256(before.line) : '', kid: signer.verifier.kid, ...(restored ? { restored } : {}) };
  const anchor: Anchor = retiring ? { ...said, handOver: handedOver(said, retiring, signer) } : said;
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

function handedOver(said: Anchor, retiring: Signer, signer: Signer): HandOver {
  const handOver = { from: retiring.verifier.raw.toString('base64url'), to: signer.verifier.raw.toString('base64url') };
  return { ...handOver, signature: retiring.sign(JSON.stringify({ ...said, handOver })).toString('base64url') };
}
