import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const period = 30;

/** A new seed for an authenticator app (160 bits, base32). */
export const newSeed = (): string => new Secret({ size: 20 }).base32;

const totp = (seed: string, label = 'mintforge') => new TOTP({ issuer: 'mintforge', label, secret: seed, period });

/** The otpauth URI that the app reads from a QR code. */
export const seedUri = (seed: string, email: string): string => totp(seed, email).toString();

/** The 30-second step a code belongs to, one step of clock drift either way allowed; null when it belongs to none. `now` in epoch milliseconds. */
export function stepOf(seed: string, code: string, now: number): number | null {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(seed).validate({ token, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Ten recovery codes of 80 bits, to be shown once: xxxx-xxxx-xxxx-xxxx without l and o, 0 and 1. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => [...randomBytes(16)].map((byte, index) => `${index > 0 && index % 4 === 0 ? '-' : ''}${alphabet[byte % 32]}`).join(''));

/** A recovery code as people type it, in the form that was hashed. */
export const tidyRecoveryCode = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
