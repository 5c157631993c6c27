import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

/** @typedef {{ seq: number, canonical: string, previous_hash: string, hash: string }} Row */

const sha256 = (/** @type {(string | Buffer)[]} */ ...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const linesOf = (/** @type {string} */ text) => text.split('\n').filter((line) => line !== '');

/**
 * Checks an exported audit chain against its anchors with nothing but a hash and a signature; answers what is wrong.
 * The rows come from `copy (select json_build_object('seq', seq, 'canonical', canonical, 'previous_hash', encode(previous_hash, 'hex'),
 * 'hash', encode(hash, 'hex')) from audit_chain where region_id = '...' order by seq) to stdout`, one JSON a line.
 * @param {{ rows: string, anchors: string, publicKey: string }} input texts of the export, the anchor file, the PEM of `audit:key`
 * @returns {string[]}
 */
export function checkAnchors({ rows, anchors, publicKey }) {
  const chain = linesOf(rows).map((line) => /** @type {Row} */ (JSON.parse(line)));
  return [...faultsOfChain(chain), ...faultsOfAnchors(chain, linesOf(anchors), publicKey)];
}

/** @param {Row[]} chain */
function faultsOfChain(chain) {
  return chain.flatMap(({ seq, canonical, previous_hash, hash }, at) => {
    const before = chain[at - 1];
    const follows = !before || (before.seq + 1 === seq && before.hash === previous_hash);
    return follows && sha256(Buffer.from(previous_hash, 'hex'), canonical) === hash ? [] : [`row ${seq} does not stand`];
  });
}

/**
 * @param {Row[]} chain
 * @param {string[]} lines
 * @param {string} publicKey
 */
function faultsOfAnchors(chain, lines, publicKey) {
  const key = createPublicKey(publicKey);
  const hashes = new Map(chain.map(({ seq, hash }) => [seq, hash]));
  const first = chain[0]?.seq ?? 0;
  const anchors = lines.map((line) => {
    const end = line.lastIndexOf(' ');
    const text = line.slice(0, end);
    return verify(null, Buffer.from(text), key, Buffer.from(line.slice(end + 1), 'base64url')) ? JSON.parse(text) : null;
  });
  return anchors.flatMap((anchor, at) => {
    if (!anchor) return [`anchor ${at + 1} is not signed by this key`];
    const { n, seq, hash, previous } = anchor;
    if (n !== at + 1 || previous !== (at === 0 ? '' : sha256(lines[at - 1] ?? ''))) return [`anchor ${at + 1} does not follow the one before`];
    // A restored backup ends before that row, and a later anchor says so.
    if (anchors.slice(at + 1).some((later) => later?.restored && later.seq < seq)) return [];
    return seq < first || hashes.get(seq) === hash ? [] : [`row ${seq} is not the one that anchor ${n} was signed for`];
  });
}

const [, script, rows, anchors, publicKey] = argv;
if (script?.endsWith('check-anchors.mjs')) {
  if (!rows || !anchors || !publicKey) throw new Error('Usage: node tools/check-anchors.mjs ROWS.jsonl REGION.anchors PUBLIC-KEY.pem');
  const faults = checkAnchors({ rows: readFileSync(rows, 'utf8'), anchors: readFileSync(anchors, 'utf8'), publicKey: readFileSync(publicKey, 'utf8') });
  console.log(faults.length === 0 ? 'whole' : faults.join('\n'));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
