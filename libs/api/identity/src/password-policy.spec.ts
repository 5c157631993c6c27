import { Refusal } from '@mintforge/domain/kernel';
import { checkPassword } from './password-policy';

const context = { email: 'j.mueller@sternwarte-test.de', displayName: 'Jörg Müller', regionNames: ['Region Hansestadt Testau'] };
const reasonOf = (password: string): unknown => {
  try {
    checkPassword(password, context);
    return null;
  } catch (error) {
    return (error as Refusal).params['reason'];
  }
};

describe('a new password', () => {
  it.each(['kurz aber 4!', 'x'.repeat(129), `lang genug, aber \ud800`])('needs 12 to 128 whole characters: %j', (password) => {
    expect(reasonOf(password.slice(0, password.startsWith('kurz') ? 11 : undefined))).toBe('LENGTH');
  });
  it('counts characters, not code units', () => {
    expect(reasonOf('🌱🌲🌳🌴🌵🌾')).toBe('LENGTH');
  });
  it.each(['aaaaaaaaaaaaaa', 'abababababab', '111122223333'])('is not the same few characters again: %s', (password) => {
    expect(reasonOf(password)).toBe('REPETITIVE');
  });
  it.each(['Passwort1234', 'willkommen2026!', 'P4ssw0rt!!!!!', '***schule***2026', '1234567890123', 'abcdefghijklmn', 'qwertzuiop123'])('is nothing that everybody tries first: %s', (password) => {
    expect(reasonOf(password)).toBe('COMMON');
  });
  it.each(['mueller-und-mehr', 'ich-heisse-Jörg-x', 'viel spass in testau', 'Hansestadt #2027', 'sternwarte 17 grün', 'mintforge forever'])('holds neither name nor address nor region: %s', (password) => {
    expect(reasonOf(password)).toBe('CONTEXT');
  });
  it.each(['drei graue Kraniche', 'correct horse battery', 'Zv7-kq!mW2p#', '東京タワー・赤い橋・雨の夜'])('may be any long phrase: %s', (password) => {
    expect(reasonOf(password)).toBeNull();
  });
});
