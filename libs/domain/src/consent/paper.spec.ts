import fc from 'fast-check';
import { formNumberText, isDrawn, makeFormNumber, readFormNumber, readingProblem, takesSignature, type FormReading, type PrintedForm } from '.';

const number = fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }).map((picks) => {
  let at = 0;
  return makeFormNumber(() => picks[at++]!);
});
const signs = [...'CDFGHJKMNPQRTWXY34679'];

describe('the number of a form', () => {
  it('is read as typed, as printed, and as a scanner set to another keyboard reads it', () => {
    fc.assert(fc.property(number, (bare) => {
      expect([bare, bare.toLowerCase(), ` ${formNumberText(bare)} `, bare.replaceAll('Y', 'Z')].map(readFormNumber)).toEqual([bare, bare, bare, bare]);
      expect(formNumberText(bare)).toMatch(/^.{3}-.{3}-.{3}$/);
    }));
  });

  it('is none with one sign typed wrongly, or two neighbours changed over', () => {
    fc.assert(fc.property(number, fc.nat(8), fc.constantFrom(...signs), (bare, at, sign) => {
      fc.pre(bare[at] !== sign);
      expect(readFormNumber(bare.slice(0, at) + sign + bare.slice(at + 1))).toBeNull();
    }));
    fc.assert(fc.property(number, fc.nat(7), (bare, at) => {
      fc.pre(bare[at] !== bare[at + 1]);
      expect(readFormNumber(bare.slice(0, at) + bare[at + 1] + bare[at] + bare.slice(at + 2))).toBeNull();
    }));
    expect(['', 'K7M-4XPC', 'AAA-AAA-AAA', '<script>'].map(readFormNumber)).toEqual([null, null, null, null]);
  });
});

describe('what is read from a form', () => {
  const form: PrintedForm = { purposes: ['MATCHING', 'PHOTO_PUBLICATION'], signers: ['GUARDIAN_1', 'GUARDIAN_2'], printedOn: '2026-09-01' };
  const reading: FormReading = { ticks: [{ purpose: 'MATCHING', answer: 'GIVEN' }], signatures: ['GUARDIAN_1'], signedOn: '2026-09-02' };
  const problem = (more: Partial<FormReading>) => readingProblem(form, { ...reading, ...more }, '2026-09-10');

  it('may lack ticks and signatures, but not say what the form cannot have said', () => {
    expect([problem({}), problem({ ticks: [] }), problem({ signatures: [], signedOn: null })]).toEqual([null, null, null]);
    expect(problem({ ticks: [{ purpose: 'NEEDS_PROCESS', answer: 'GIVEN' }] })).toEqual({ field: 'ticks', why: 'notOnForm' });
    expect(problem({ ticks: [{ purpose: 'MATCHING', answer: 'GIVEN' }, { purpose: 'MATCHING', answer: 'REFUSED' }] })).toEqual({ field: 'ticks', why: 'twice' });
    expect(problem({ signatures: ['PUPIL'] })).toEqual({ field: 'signatures', why: 'notOnForm' });
    expect(problem({ signedOn: null })).toEqual({ field: 'signedOn', why: 'required' });
    expect(problem({ signedOn: '2026-09-11' })).toEqual({ field: 'signedOn', why: 'future' });
    expect(problem({ signedOn: '2026-08-31' })).toEqual({ field: 'signedOn', why: 'beforePrint' });
  });
});

describe('the second check', () => {
  it('draws the share it is told, none of nothing, all of everything', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (draw) => {
      expect([isDrawn(draw, 0), isDrawn(draw, 100)]).toEqual([false, true]);
      expect(isDrawn(draw, 10)).toBe(draw < 429_496_729.6);
    }));
  });
});

describe('a yes by telephone', () => {
  it('is never enough for special categories of data, nor where the rule wants a signature', () => {
    expect([takesSignature('CONSENT', { inWriting: false }), takesSignature('CONSENT', { inWriting: true }), takesSignature('EXPLICIT_CONSENT', { inWriting: false })]).toEqual([false, true, true]);
  });
});
