import fc from 'fast-check';
import { ageOn, berlinDay, can, foldName, gravePermissions, isCleanText, isDay, mayGrant, pageWindow, permissions, Refusal, refusals, refusalText, refusalTexts, roles, schoolYearOf, sortKey, tidy, type Permission, type RefusalCode } from '.';

describe('refusals', () => {
  it('have words in German and English for every code, and no words without a code', () => {
    expect(Object.keys(refusalTexts).sort()).toEqual(Object.keys(refusals).sort());
    for (const texts of Object.values(refusalTexts)) expect(texts.de.length * texts.en.length).toBeGreaterThan(0);
  });
  it('use the same placeholders in both languages', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [code, texts] of Object.entries(refusalTexts)) expect([code, holes(texts.de)]).toEqual([code, holes(texts.en)]);
  });
  it('fill their placeholders from params', () => {
    expect(refusalText('FILE_TOO_LARGE' as RefusalCode, { limit: '10 MB' }, 'de')).toContain('10 MB');
  });
});

describe('permissions', () => {
  it('deny who holds no role', () => {
    for (const permission of Object.keys(permissions) as Permission[]) expect(can(null, permission)).toBe(false);
  });
  it('keep the platform administrator away from people', () => {
    expect((Object.keys(permissions) as Permission[]).filter((name) => name.startsWith('people.') && can('PLATFORM_ADMIN', name))).toEqual([]);
  });
  it('let nobody but the platform administrator grant a role with more rights than their own', () => {
    expect(roles.filter((role) => mayGrant('COORDINATOR', role))).toEqual(['COORDINATOR', 'EVALUATION_MANAGER', 'FUND_MANAGER', 'AUDITOR']);
    expect(roles.filter((role) => mayGrant('AUDITOR', role))).toEqual([]);
  });
});

describe('grave permissions', () => {
  it('are all by which data leave or end, doors open, rights change hands, or the second of two persons signs', () => {
    const grave = (Object.keys(permissions) as Permission[]).filter((name) => /^(exports|erasures)\.|\.(release|decide|ask|rotate|execute)$|^users\.write$|^vault\.read$/.test(name));
    expect([...gravePermissions].sort()).toEqual(grave.sort());
  });
});

describe('pages', () => {
  it('turn page and size into a window and refuse nonsense naming the field', () => {
    expect(pageWindow({ page: 3, perPage: 25 })).toEqual({ limit: 25, offset: 50 });
    expect(() => pageWindow({ page: 1, perPage: 101 })).toThrow(Refusal);
    expect(() => pageWindow({ page: 0, perPage: 10 })).toThrow(Refusal);
    expect(sortKey('startsAt', 'desc')).toBe('STARTS_AT_DESC');
  });
});

describe('text', () => {
  it('folds umlauts, accents, case and punctuation, and folding twice changes nothing', () => {
    expect(foldName('  Müller & Söhne,\u00a0GmbH ')).toBe('mueller soehne gmbh');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldName(foldName(text)) === foldName(text)));
    expect(tidy('a\u00a0\u00a0b ')).toBe('a b');
  });
  it('refuses control characters, bidi overrides and lone surrogates', () => {
    expect(['ok', 'a\u0000', 'a\u202eb', '\ud800'].map(isCleanText)).toEqual([true, false, false, false]);
  });
});

describe('days', () => {
  it('count age by the Berlin calendar, 29 February as 1 March', () => {
    expect(ageOn('2010-02-29', '2026-02-28')).toBe(15);
    expect(ageOn('2008-02-29', '2024-02-28')).toBe(15);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
    expect(berlinDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  });
  it('know real days and school years', () => {
    expect(['2026-02-28', '2026-02-29', '2026-2-1'].map(isDay)).toEqual([true, false, false]);
    expect([schoolYearOf('2026-07-31'), schoolYearOf('2026-08-01')]).toEqual(['2025/26', '2026/27']);
  });
});
