import fc from 'fast-check';
import { duplicateScore, nameSimilarity, ownDomains, type DuplicateProfile } from '.';

const official: DuplicateProfile = { name: 'Gymnasium am Warnowufer Rostock', key: 'MV-75130399', number: '75130399', land: 'MV', postcode: '18057', domains: ['warnowufer.de'] };
const entry = (name: string, rest: Partial<DuplicateProfile> = {}): DuplicateProfile => ({ name, key: null, number: null, land: null, postcode: null, domains: [], ...rest });
const verdict = (a: DuplicateProfile, b: DuplicateProfile) => {
  const { verdict: word, reasons } = duplicateScore(a, b);
  return [word, ...reasons.map(({ code }) => code)];
};

describe('names', () => {
  it('are alike when words agree, are shortened or misspelt', () => {
    expect(nameSimilarity('Siemens AG', 'SIEMENS')).toEqual({ value: 1, initials: false });
    expect(nameSimilarity('Gym. Warnowufer', official.name).value).toBeGreaterThan(0.55);
    expect(nameSimilarity('Meatallbau Großenhain', 'Metallbau Großenhain').value).toBeGreaterThan(0.75);
    expect(nameSimilarity('GaW HRO', official.name)).toMatchObject({ initials: true });
  });
  it('are not alike for sharing only the kind of school, or with another number', () => {
    expect(nameSimilarity('Grundschule Am See', 'Grundschule Am Park').value).toBeLessThan(0.55);
    expect(nameSimilarity('35. Grundschule Leipzig', '36. Grundschule Leipzig').value).toBe(0.4);
    expect(nameSimilarity('', '').value).toBe(0);
  });
});

describe('duplicates', () => {
  it('are certain by register id, by number with postcode, and by name with postcode or mail domain', () => {
    expect(verdict(official, entry('Irgendwas', { key: 'MV-75130399' }))).toEqual(['CERTAIN', 'SAME_KEY']);
    expect(verdict(official, entry('GaW HRO', { number: '75130399', postcode: '18057' }))).toEqual(['CERTAIN', 'SAME_NUMBER', 'INITIALS', 'SAME_POSTCODE']);
    expect(verdict(official, entry('Gymnasium am Warnowufer, Rostock', { postcode: '18057' }))).toEqual(['CERTAIN', 'SAME_NAME', 'SAME_POSTCODE']);
    expect(verdict(official, entry('gymnasium am warnowufer rostock', { domains: ['warnowufer.de'] }))).toEqual(['CERTAIN', 'SAME_NAME', 'SAME_DOMAIN']);
  });
  it('are never more than likely by an abbreviation', () => {
    expect(verdict(official, entry('Gym. Warnowufer', { postcode: '18057' }))).toEqual(['LIKELY', 'SIMILAR_NAME', 'SAME_POSTCODE']);
    expect(verdict(official, entry('GaW HRO', { domains: ['warnowufer.de'] }))).toEqual(['LIKELY', 'INITIALS', 'SAME_DOMAIN']);
    expect(verdict(official, entry('GaW HRO'))).toEqual(['UNLIKELY', 'INITIALS']);
  });
  it('are unlikely with two register ids, in two Länder by number alone, and under one name in two places', () => {
    expect(verdict(official, { ...official, key: 'MV-75130400' })[0]).toBe('UNLIKELY');
    expect(verdict(official, entry('Berufsschule', { number: '75130399', land: 'SN' }))).toEqual(['UNLIKELY']);
    expect(verdict(entry('Grundschule Am Mühlenteich', { postcode: '18106' }), entry('Grundschule Am Mühlenteich', { postcode: '19053' }))).toEqual(['UNLIKELY', 'SAME_NAME', 'DIFFERENT_POSTCODE']);
    expect(verdict(entry('Nordwerft GmbH', { postcode: '18055' }), entry('Nordwerft'))).toEqual(['LIKELY', 'SAME_NAME']);
  });
  it('score the same in both directions, and everything is certainly itself', () => {
    const name = fc.array(fc.constantFrom('Gymnasium', 'Gym.', 'am', 'Warnowufer', 'GaW', 'HRO', 'Rostock', 'GmbH', '35.', 'Nordwerft', 'Nordwerfd'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const optional = (...values: string[]) => fc.constantFrom(null, ...values);
    const profile = fc.record({ name, key: optional('MV-1', 'MV-2'), number: optional('1', '2'), land: optional('MV', 'SN'), postcode: optional('18055', '01067'), domains: fc.subarray(['a.de', 'b.de']) });
    fc.assert(fc.property(profile, profile, (a, b) => {
      expect(duplicateScore(a, b)).toEqual(duplicateScore(b, a));
      if (a.postcode) expect(duplicateScore(a, a).verdict).toBe('CERTAIN');
    }), { numRuns: 300 });
  });
  it('know a body by its own domain, not by its mail provider', () => {
    expect(ownDomains(['Sekretariat@Warnowufer.de', 'https://www.warnowufer.de/kontakt', 'www.nordwerft.com', 'max@web.de', 'kein Eintrag', ''])).toEqual(['nordwerft.com', 'warnowufer.de']);
  });
});
