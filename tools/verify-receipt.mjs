// Checks a receipt of a consent with nothing but its text and the public keys of the region, for anybody who holds one:
//   node tools/verify-receipt.mjs receipt.json keys.json
// `keys.json` is what https://…/.well-known/consent-receipt-keys/REGION answers, or that address itself. It needs no
// part of mintforge: Ed25519 (RFC 8032) over the receipt without its signature, as JSON with sorted keys and no spaces
// (RFC 8785). Says "valid" and ends with 0, or "forged" with the reason and 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const sorted = (value) =>
  Array.isArray(value) ? value.map(sorted) : value !== null && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;

/** Why a receipt does not stand; null when it does. */
function fault(text, keys) {
  const receipt = JSON.parse(text);
  // A key written twice would let a reader see one value and the check another.
  if (JSON.stringify(receipt) !== text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')) return 'not written as it was handed out';
  const { signature, ...content } = receipt;
  if (signature?.alg !== 'EdDSA' || typeof signature.value !== 'string') return 'no signature';
  const key = keys.find(({ kid }) => kid === signature.kid);
  if (!key) return 'signed by a key that the region does not publish';
  if (createHash('sha256').update(Buffer.from(key.x, 'base64url')).digest('hex').slice(0, 16) !== key.kid) return 'a published key has another name than its own';
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' });
  return verify(null, Buffer.from(JSON.stringify(sorted(content))), publicKey, Buffer.from(signature.value, 'base64url')) ? null : 'the content is not what was signed';
}

const [receiptPath, keysPath] = process.argv.slice(2);
if (!receiptPath || !keysPath) {
  console.error('node tools/verify-receipt.mjs receipt.json keys.json|https://…');
  process.exit(2);
}
const keysText = /^https?:/.test(keysPath) ? await (await fetch(keysPath)).text() : await readFile(keysPath, 'utf8');
let why;
try {
  why = fault(await readFile(receiptPath, 'utf8'), JSON.parse(keysText).keys);
} catch {
  why = 'not a receipt';
}
console.log(why === null ? 'valid' : `forged: ${why}`);
process.exit(why === null ? 0 : 1);
