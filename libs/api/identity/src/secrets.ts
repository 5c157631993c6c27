import { createHash, randomBytes } from 'node:crypto';

/** A new opaque token: 256 random bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token or recovery code; they are random, so a plain SHA-256 suffices. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
