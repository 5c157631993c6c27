import { randomBytes, randomUUID } from 'node:crypto';
import { FieldCrypto, masterIdOf } from './crypto';

const secret = () => randomBytes(32).toString('base64');
const [oldKey, newKey, indexKey] = [secret(), secret(), secret()];
const cryptoWith = (MINTFORGE_MASTER_KEY: string, MINTFORGE_MASTER_KEY_PREVIOUS?: string) => new FieldCrypto({ MINTFORGE_MASTER_KEY, MINTFORGE_MASTER_KEY_PREVIOUS, MINTFORGE_INDEX_KEY: indexKey });

const [region, elsewhere, person] = [randomUUID(), randomUUID(), randomUUID()];
const seed = { table: 'app_user', column: 'totp_secret', id: person };

describe('a sealed value', () => {
  const crypto = cryptoWith(oldKey);
  const key = crypto.newPersonKey(region, person);
  const { name } = crypto.sealFields(key, 'pupil', person, { name: 'Ada' });

  it('opens at its place', () => {
    expect(crypto.openFields(key, 'pupil', person, { name, none: null })).toEqual({ name: 'Ada', none: null });
    expect(crypto.openSecret({ ...seed, regionId: region }, crypto.sealSecret({ ...seed, regionId: region }, 'JBSW'))).toBe('JBSW');
  });

  it('opens in no other table, column or row, nor under the key of somebody else', () => {
    expect(() => crypto.openFields(key, 'guardian', person, { name })).toThrow();
    expect(() => crypto.openFields(key, 'pupil', person, { other: name })).toThrow();
    expect(() => crypto.openFields(key, 'pupil', randomUUID(), { name })).toThrow();
    expect(() => crypto.openFields(crypto.newPersonKey(region, person), 'pupil', person, { name })).toThrow();
  });

  it('of needs opens under the key of needs alone, and neither key passes for the other', () => {
    const needs = crypto.newPersonKey(region, person, 'needs_key');
    const { provisions } = crypto.sealFields(needs, 'pupil', person, { provisions: '["STEP_FREE"]' }, 'needs_key');
    expect(crypto.openFields(needs, 'pupil', person, { provisions }, 'needs_key')).toEqual({ provisions: '["STEP_FREE"]' });
    expect(() => crypto.openFields(key, 'pupil', person, { provisions })).toThrow();
    expect(() => crypto.openFields(needs, 'pupil', person, { provisions })).toThrow();
    expect(() => crypto.openFields(key, 'pupil', person, { name }, 'needs_key')).toThrow();
  });

  it('opens in no other region, whatever its header is made to say', () => {
    const moved = Buffer.from(key);
    Buffer.from(elsewhere.replaceAll('-', ''), 'hex').copy(moved, 5);
    expect(() => crypto.openFields(moved, 'pupil', person, { name })).toThrow();
    expect(() => crypto.openSecret({ ...seed, regionId: elsewhere }, crypto.sealSecret({ ...seed, regionId: region }, 'JBSW'))).toThrow('another region');
    expect(() => crypto.openSecret({ ...seed, regionId: region }, crypto.sealSecret(seed, 'JBSW'))).toThrow('another region');
  });

  it('opens no longer once a bit of it is changed, wherever', () => {
    const altered = Array.from(key, (byte, at) => Object.assign(Buffer.from(key), { [at]: byte ^ 1 }));
    for (const wrong of altered) expect(() => crypto.openFields(wrong, 'pupil', person, { name })).toThrow();
  });

  it('says which key is missing, and which form is not read', () => {
    expect(() => cryptoWith(newKey).openFields(key, 'pupil', person, { name })).toThrow(`Sealed by master key ${masterIdOf(key)}, which is not configured`);
    expect(() => crypto.openSecret(seed, Buffer.concat([Buffer.from([1]), Buffer.alloc(60)]))).toThrow('Sealed in form 1, which this version does not read');
  });
});

describe('a change of the master key', () => {
  const before = cryptoWith(oldKey);
  const during = cryptoWith(newKey, oldKey);
  const after = cryptoWith(newKey);
  const key = before.newPersonKey(region, person);
  const { name } = before.sealFields(key, 'pupil', person, { name: 'Ada' });
  const place = { table: 'person_key', column: 'wrapped', id: person };

  it('names both keys, the current one first', () => {
    expect(during.masterKeys).toEqual([...after.masterKeys, ...before.masterKeys]);
    expect(masterIdOf(key)).toBe(before.masterKeys[0]);
  });

  it('keeps everything readable before, while and after a key is wrapped again, without touching what it sealed', () => {
    expect(during.openFields(key, 'pupil', person, { name })).toEqual({ name: 'Ada' });
    const rewrapped = during.rewrap(place, key)!;
    expect(masterIdOf(rewrapped)).toBe(after.masterKeys[0]);
    for (const crypto of [during, after]) expect(crypto.openFields(rewrapped, 'pupil', person, { name })).toEqual({ name: 'Ada' });
  });

  it('wraps nothing twice, and nothing that stands at another place', () => {
    expect(during.rewrap(place, during.rewrap(place, key)!)).toBeNull();
    expect(() => during.rewrap({ ...place, id: randomUUID() }, key)).toThrow();
  });

  it('seals what is new by the new key, and reads what both have sealed', () => {
    expect(masterIdOf(during.newFileKey(region, person))).toBe(after.masterKeys[0]);
    expect(during.openSecret(seed, before.sealSecret(seed, 'old'))).toBe('old');
    expect(after.openSecret(seed, during.sealSecret(seed, 'new'))).toBe('new');
  });
});
