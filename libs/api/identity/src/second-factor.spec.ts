import { Secret, TOTP } from 'otpauth';
import { newRecoveryCodes, newSeed, seedUri, stepOf, tidyRecoveryCode } from './second-factor';

const now = Date.UTC(2026, 10, 21, 12, 0, 10);
const seed = newSeed();
const codeAt = (time: number) => new TOTP({ secret: seed }).generate({ timestamp: time });

describe('a code of the authenticator app', () => {
  it('follows RFC 6238 (appendix B, SHA-1, six digits of its eight)', () => {
    const secret = Secret.fromUTF8('12345678901234567890').base32;
    expect(stepOf(secret, '287082', 59_000)).toBe(1);
    expect(stepOf(secret, '081804', 1_111_111_109_000)).toBe(37_037_036);
  });
  it('is taken one step early or late, and no more', () => {
    const step = Math.floor(now / 30_000);
    expect([-60, -30, 0, 30, 60].map((seconds) => stepOf(seed, codeAt(now + seconds * 1000), now))).toEqual([null, step - 1, step, step + 1, null]);
  });
  it('may be typed with spaces; anything else is no code', () => {
    const code = codeAt(now);
    expect(stepOf(seed, `${code.slice(0, 3)} ${code.slice(3)}`, now)).not.toBeNull();
    expect(stepOf(seed, `${code}0`, now)).toBeNull();
    expect(stepOf(seed, '', now)).toBeNull();
  });
  it('is set up by a URI naming mintforge and the account', () => {
    expect(seedUri(seed, 'a@example.test')).toContain('otpauth://totp/mintforge:a%40example.test?issuer=mintforge');
  });
});

describe('recovery codes', () => {
  it('are ten different ones, readable from paper', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  });
  it('are known in whichever way they are typed', () => {
    expect(tidyRecoveryCode(' ABCD-efgh ijkm–2345')).toBe('abcdefghijkm2345');
  });
});
