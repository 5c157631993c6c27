import fc from 'fast-check';
import { mailKey, readMailAddress, readPhone } from './contact-forms';

describe('a mail address', () => {
  it.each([
    ['  Anna.Abt@Example.TEST ', 'Anna.Abt@example.test'],
    ['o’neil+schule@post.schule.example', 'o’neil+schule@post.schule.example'],
    ['jörg@bücher.example', 'jörg@bücher.example'],
    ['jo\u0308rg@example.test', 'jörg@example.test'],
  ])('%j is kept as %j', (text, kept) => expect(readMailAddress(text)).toBe(kept));

  it.each(['', '@', 'anna', 'anna@', '@example.test', 'anna@example', 'anna abt@example.test', 'a@b@example.test', 'anna@example..test', 'anna..abt@example.test', '.anna@example.test', 'anna.@example.test', 'anna@-example.test', 'Anna <anna@example.test>', 'a@example.test, b@example.test',
    `${'a'.repeat(65)}@example.test`, `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.test`, 'anna\u0000@example.test', 'anna\u202e@example.test', '\ud800@example.test', 'anna@ex\udfffample.test'])('is not %j', (text) => expect(readMailAddress(text)).toBeNull());

  it('is read from any text without an error, and reading what was read changes nothing', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
      const read = readMailAddress(text);
      if (read !== null) expect(readMailAddress(read)).toBe(read);
    }));
  });

  it('is the same in capitals', () => expect(mailKey('Anna@example.test')).toBe(mailKey('anna@example.test')));
});

describe('a telephone number', () => {
  it.each(['+49 381 1234567', '0381 / 123-45', '(0381) 12345'])('is %j', (text) => expect(readPhone(` ${text} `)).toBe(text));
  it.each(['', '1234', 'ruf an', '+49 381 12345678901234', '0381\u0000123', '\ud800381 12345'])('is not %j', (text) => expect(readPhone(text)).toBeNull());
});
