import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What a PKCS #8 private key and an SPKI public key of Ed25519 begin with (RFC 8410); the 32 bytes of the key follow. */
const privateStart = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicStart = Buffer.from('302a300506032b6570032100', 'hex');

/** A name for a public key: the beginning of its SHA-256. */
const nameOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex').slice(0, 16);

/** A key to check signatures with, by its 32 raw bytes. */
export class Verifier {
  private readonly key: KeyObject;
  readonly kid: string;

  constructor(readonly raw: Buffer) {
    this.key = createPublicKey({ key: Buffer.concat([publicStart, raw]), type: 'spki', format: 'der' });
    this.kid = nameOf(raw);
  }

  /** The key as other programs read it. */
  get pem(): string {
    return this.key.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** Whether the bytes of the text were signed by this key. */
  accepts(text: string, signature: Buffer): boolean {
    return verify(null, Buffer.from(text), this.key, signature);
  }
}

/** Signs texts with Ed25519. The private key is the SHA-256 of a secret of the configuration (base64). */
export class Signer {
  private readonly key: KeyObject;
  readonly verifier: Verifier;

  constructor(secret: string) {
    const seed = createHash('sha256').update(Buffer.from(secret, 'base64')).digest();
    this.key = createPrivateKey({ key: Buffer.concat([privateStart, seed]), type: 'pkcs8', format: 'der' });
    this.verifier = new Verifier(createPublicKey(this.key).export({ type: 'spki', format: 'der' }).subarray(publicStart.length));
  }

  sign(text: string): Buffer {
    return sign(null, Buffer.from(text), this.key);
  }
}
