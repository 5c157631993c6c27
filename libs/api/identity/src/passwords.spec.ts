import { hashPassword, verifyPassword } from './passwords';

describe('a stored password', () => {
  it('is argon2id with 19 MiB, salted anew each time', async () => {
    const [first, second] = await Promise.all([hashPassword('drei graue Kraniche'), hashPassword('drei graue Kraniche')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(first).not.toBe(second);
  });
  it('fits its own text only, in whichever Unicode form it is typed', async () => {
    const stored = await hashPassword('drei gr\u00fcne Kraniche');
    expect(await verifyPassword(stored, 'drei gru\u0308ne Kraniche')).toBe(true);
    expect(await verifyPassword(stored, 'drei gruene Kraniche')).toBe(false);
  });
  it('is checked in vain for an unknown account', async () => {
    expect(await verifyPassword(null, 'drei graue Kraniche')).toBe(false);
  });
  it('waits for its turn, and is sent away when too many wait', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => verifyPassword(null, 'x')));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(18);
    expect(refused[0]).toMatchObject({ reason: { code: 'TOO_MANY_REQUESTS', params: { seconds: 5 } } });
    expect(await verifyPassword(null, 'x')).toBe(false);
  });
});
