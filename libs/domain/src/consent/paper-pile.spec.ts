import fc from 'fast-check';
import { dividePile, pageCodeText, readPageCode, type FormOpenness, type PageCode, type PilePlace, type ReadPage } from '.';

const [anna, bela, cem, foreign] = ['CCCCCCCCC', 'DDDDDDDDD', 'FFFFFFFFF', 'GGGGGGGGG'];
const code = (number: string, page: number | null = null, of: number | null = null): ReadPage => ({ code: { number, page, of }, blank: false });
const plain: ReadPage = { code: null, blank: false };
const blank: ReadPage = { code: null, blank: true };
const open = (number: string): FormOpenness => ({ [cem]: 'RETURNED', [foreign]: 'UNKNOWN' } as const)[number] ?? 'OPEN';
const placeText = ({ file, page }: PilePlace) => `${file}.${page}`;
const divided = (...files: ReadPage[][]) => {
  const { pages, forms } = dividePile(files, open);
  return { fates: pages.map(({ fate, number }) => (number ? `${fate} ${number.charAt(0)}` : fate)), forms: Object.fromEntries(forms.map(({ number, pages: own, missing }) => [number.charAt(0), [own.map(placeText).join(' '), missing]])) };
};

describe('the code on a page', () => {
  it('tells form, page and pages, is typed by any scanner, and an old one tells the form alone', () => {
    const text = pageCodeText({ number: 'CCCCCCCCC', page: 2, of: 11 });
    expect([text, text.toLowerCase()].map(readPageCode)).toEqual(Array.from({ length: 2 }, () => ({ number: 'CCCCCCCCC', page: 2, of: 11 })));
    expect(text).toMatch(/^[A-Z\d]{13}$/);
    expect(readPageCode('CCC-CCC-CCC')).toEqual({ number: 'CCCCCCCCC', page: null, of: null });
    expect(['CCCCCCCCC0302', 'CCCCCCCCC0001', 'CCCCCCCCC01', 'CCCCCCCCD0102', 'https://example.test/0102'].map(readPageCode)).toEqual([null, null, null, null, null]);
  });
});

describe('a pile of scanned pages', () => {
  it('goes to the forms by the codes, whatever its order, and each form is in the order of its paper', () => {
    expect(divided([code(bela, 2, 2), blank, code(anna, 3, 3), code(anna, 1, 3), code(bela, 1, 2)], [code(anna, 2, 3)])).toEqual({
      fates: ['BY_CODE D', 'BLANK D', 'BY_CODE C', 'BY_CODE C', 'BY_CODE D', 'BY_CODE C'], forms: { D: ['1.5 1.1 1.2', 0], C: ['1.4 2.1 1.3', 0] },
    });
  });

  it('lets a page without a code follow only while the form before it lacks pages, and says what it lacks', () => {
    expect(divided([code(anna, 1, 2), plain, plain, code(bela, 1, 1), plain])).toEqual({ fates: ['BY_CODE C', 'BY_ORDER C', 'NO_CODE', 'BY_CODE D', 'NO_CODE'], forms: { C: ['1.1 1.2', 0], D: ['1.4', 0] } });
    expect(divided([code(anna, 1, 2), plain], [code(anna, 2, 2)]).fates).toEqual(['BY_CODE C', 'NO_CODE', 'BY_CODE C']);
    expect(divided([code(anna), plain, blank, plain]).fates).toEqual(['BY_CODE C', 'BY_ORDER C', 'BLANK C', 'BY_ORDER C']);
    expect(divided([code(anna, 3, 4)]).forms).toEqual({ C: ['1.1', 3] });
  });

  it('gives nothing to a form that takes nothing in, nor what lies behind its page to the form before', () => {
    expect(divided([code(anna, 1, 4), code(cem, 1, 2), plain, blank, code(foreign), plain, { code: 'FOREIGN', blank: false }, plain])).toEqual({
      fates: ['BY_CODE C', 'RETURNED F', 'NO_CODE', 'BLANK', 'UNKNOWN G', 'NO_CODE', 'UNKNOWN', 'NO_CODE'], forms: { C: ['1.1', 3] },
    });
  });

  it('begins with nothing before it in every file', () => {
    expect(divided([plain, code(anna)], [plain, blank]).fates).toEqual(['NO_CODE', 'BY_CODE C', 'NO_CODE', 'BLANK']);
  });

  it('is divided so that every page is in one place, and no two forms share one', () => {
    const numbers = [anna, bela, cem, foreign];
    const pageCode = fc.record({ number: fc.constantFrom(...numbers), of: fc.option(fc.integer({ min: 1, max: 4 })), page: fc.integer({ min: 1, max: 4 }) }).map(({ number, of, page }): PageCode => ({ number, of, page: of === null ? null : Math.min(page, of) }));
    const page: fc.Arbitrary<ReadPage> = fc.oneof(pageCode.map((one) => ({ code: one, blank: false })), fc.constantFrom(plain, blank, { code: 'FOREIGN' as const, blank: false }));
    const pile = fc.array(fc.array(page, { maxLength: 12 }), { maxLength: 4 });
    fc.assert(fc.property(pile, (files) => {
      const { pages, forms } = dividePile(files, open);
      const all = files.flatMap((file, at) => file.map((_, place) => placeText({ file: at + 1, page: place + 1 })));
      expect(pages.map(placeText)).toEqual(all);
      const taken = forms.flatMap((form) => form.pages.map(placeText));
      expect(new Set(taken).size).toBe(taken.length);
      for (const one of pages) {
        const seen = files[one.file - 1]![one.page - 1]!;
        const holders = forms.filter((form) => form.pages.some((own) => placeText(own) === placeText(one))).map(({ number }) => number);
        const goes = one.number !== null && ['BY_CODE', 'BY_ORDER', 'BLANK'].includes(one.fate);
        expect(holders).toEqual(goes ? [one.number] : []);
        if (seen.code !== null && seen.code !== 'FOREIGN') expect(one).toMatchObject({ number: seen.code.number, fate: open(seen.code.number) === 'OPEN' ? 'BY_CODE' : open(seen.code.number) });
        if (one.fate === 'BY_ORDER') expect(files[one.file - 1]!.slice(0, one.page - 1).findLast(({ code: before }) => before !== null)).toMatchObject({ code: { number: one.number } });
      }
      for (const { number, pages: own } of forms) {
        expect(open(number)).toBe('OPEN');
        const places = own.flatMap(({ file, page: at }) => { const before = files[file - 1]![at - 1]!.code; return before && before !== 'FOREIGN' ? [before.page ?? 1] : []; });
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
    }));
  });
});
