import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

/** @typedef {{ seq: number, canonical: string, previous_hash: string, hash: string }} Row */
/** @typedef {{ seq: number, change: number, part: number, ids: string[] }} Part */
/** @typedef {{ n: number, seq: number, hash: string, previous: string, kid: string, restored?: true, handOver?: { from: string, to: string, signature: string } }} Anchor */
/** @typedef {import('node:crypto').KeyObject} Key */

const sha256 = (/** @type {(string | Buffer)[]} */ ...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const linesOf = (/** @type {string} */ text) => text.split('\n').filter((line) => line !== '');
const rawOf = (/** @type {Key} */ key) => Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url');
const keyOf = (/** @type {string} */ x) => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });

/**
 * Checks an exported audit chain against its anchors with nothing but a hash and a signature; answers what is wrong.
 * The rows come from `copy (select json_build_object('seq', seq, 'canonical', canonical, 'previous_hash', encode(previous_hash, 'hex'),
 * 'hash', encode(hash, 'hex')) from audit_chain where region_id = '...' order by seq) to stdout`, one JSON a line; the ids of large
 * acts, where they are checked, too, from `copy (select json_build_object('seq', seq, 'change', change, 'part', part, 'ids', ids)
 * from audit_subject where region_id = '...') to stdout`.
 * @param {{ rows: string, anchors: string, publicKey: string, subjects?: string }} input texts of the export, the anchor file, the PEM of `audit:key`
 * @returns {string[]}
 */
export function checkAnchors({ rows, anchors, publicKey, subjects }) {
  const chain = linesOf(rows).map((line) => /** @type {Row} */ (JSON.parse(line)));
  const parts = subjects === undefined ? undefined : linesOf(subjects).map((line) => /** @type {Part} */ (JSON.parse(line)));
  return [...faultsOfChain(chain), ...(parts ? faultsOfSubjects(chain, parts) : []), ...faultsOfAnchors(chain, linesOf(anchors), createPublicKey(publicKey))];
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
 * The ids of a part must give the hash that its row names at `more`, and every part must be named.
 * @param {Row[]} chain
 * @param {Part[]} parts
 */
function faultsOfSubjects(chain, parts) {
  const place = (/** @type {number} */ seq, /** @type {number} */ change, /** @type {number} */ part) => `part ${part} of change ${change} of row ${seq}`;
  const kept = new Map(parts.map(({ seq, change, part, ids }) => [place(seq, change, part), sha256(JSON.stringify(ids))]));
  const named = new Map(chain.flatMap(({ seq, canonical }) => {
    const changes = /** @type {{ more?: string[] }[]} */ (JSON.parse(canonical)[8]);
    return changes.flatMap(({ more = [] }, change) => more.map((hash, part) => /** @type {const} */ ([place(seq, change, part), hash])));
  }));
  const wrong = [...named].flatMap(([name, hash]) => (kept.get(name) === hash ? [] : [kept.has(name) ? `${name} was altered` : `${name} is missing`]));
  return [...wrong, ...[...kept.keys()].filter((name) => !named.has(name)).map((name) => `${name} was added`)];
}

/** @param {string} line @returns {Anchor | null} */
function parsed(line) {
  try {
    return JSON.parse(line.slice(0, line.lastIndexOf(' ')));
  } catch {
    return null;
  }
}

/** @param {string} line @param {Key} key */
function isSigned(line, key) {
  const end = line.lastIndexOf(' ');
  return parsed(line)?.kid === sha256(rawOf(key)).slice(0, 16) && verify(null, Buffer.from(line.slice(0, end)), key, Buffer.from(line.slice(end + 1), 'base64url'));
}

/**
 * The key that hands over in a line to the one that signed it; null where the line is not signed by both.
 * @param {string} line
 * @param {Anchor} anchor
 * @param {Key} key
 */
function keyBefore(line, anchor, key) {
  if (!anchor.handOver || !isSigned(line, key)) return null;
  const { signature, ...handOver } = anchor.handOver;
  if (handOver.to !== rawOf(key).toString('base64url') || Buffer.from(handOver.from, 'base64url').length !== 32) return null;
  const before = keyOf(handOver.from);
  return verify(null, Buffer.from(JSON.stringify({ ...anchor, handOver })), before, Buffer.from(signature, 'base64url')) ? before : null;
}

/**
 * The given key must have signed the end of the file; a key before it counts up to the line where it handed over.
 * @param {Row[]} chain
 * @param {string[]} lines
 * @param {Key} today
 */
function faultsOfAnchors(chain, lines, today) {
  const hashes = new Map(chain.map(({ seq, hash }) => [seq, hash]));
  const first = chain[0]?.seq ?? 0;
  /** @type {string[]} */
  const faults = [];
  /** @type {(Anchor | null)[]} */
  const anchors = [];
  let key = today;
  for (const [at, line] of [...lines.entries()].reverse()) {
    const anchor = parsed(line);
    anchors[at] = isSigned(line, key) ? anchor : null;
    if (!anchor?.handOver) continue;
    const before = keyBefore(line, anchor, key);
    if (before) key = before;
    else faults.push(`anchor ${at + 1} hands over without the word of both keys`);
  }
  return faults.concat(anchors.flatMap((anchor, at) => {
    if (!anchor) return [`anchor ${at + 1} is not signed by the key of its time`];
    const { n, seq, hash, previous } = anchor;
    if (n !== at + 1 || previous !== (at === 0 ? '' : sha256(lines[at - 1] ?? ''))) return [`anchor ${at + 1} does not follow the one before`];
    // A restored backup ends before that row, and a later anchor says so.
    if (anchors.slice(at + 1).some((later) => later?.restored && later.seq < seq)) return [];
    return seq < first || hashes.get(seq) === hash ? [] : [`row ${seq} is not the one that anchor ${n} was signed for`];
  }));
}

const [, script, rows, anchors, publicKey, subjects] = argv;
if (script?.endsWith('check-anchors.mjs')) {
  if (!rows || !anchors || !publicKey) throw new Error('Usage: node tools/check-anchors.mjs ROWS.jsonl REGION.anchors PUBLIC-KEY.pem [SUBJECTS.jsonl]');
  const faults = checkAnchors({ rows: readFileSync(rows, 'utf8'), anchors: readFileSync(anchors, 'utf8'), publicKey: readFileSync(publicKey, 'utf8'), ...(subjects ? { subjects: readFileSync(subjects, 'utf8') } : {}) });
  console.log(faults.length === 0 ? 'whole' : faults.join('\n'));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
