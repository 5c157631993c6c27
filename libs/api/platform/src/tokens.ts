import { Refusal } from '@mintforge/domain/kernel';
import { createHash, randomBytes } from 'node:crypto';

const regionBytes = 16;

/** A new opaque token: 256 random bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token or a recovery code; they are random, so a plain SHA-256 suffices. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A token of an action link: the region, which is no secret, and 256 random bits. */
export function newLinkToken(regionId: string): string {
  return Buffer.concat([Buffer.from(regionId.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url');
}

/** The region a token speaks of; whether it has such a link is another question. Refuses LINK_INVALID for anything else. */
export function regionOfLink(token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== regionBytes + 32 || bytes.toString('base64url') !== token) throw new Refusal('LINK_INVALID');
  return bytes.toString('hex', 0, regionBytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
