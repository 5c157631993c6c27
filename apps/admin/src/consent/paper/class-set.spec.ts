import { doubtOf, entriesOf, notesOf, rowOf, withAnswer, withSignature } from './class-set';
import type { PaperForm, PilePage } from './types';

const form = (more: Partial<PaperForm> = {}): PaperForm => ({
  id: 'f', number: 'CDFGHJKMN', pupilId: 'p', pseudonym: 'K7M-4XPC', firstName: 'Kim', lastName: 'Muster', groupName: '8a', purposes: ['MATCHING', 'PHOTO_PUBLICATION'], language: 'de', plain: false, signers: ['GUARDIAN_1', 'PUPIL'],
  printedOn: '2026-09-01', state: 'PRINTED', ticks: [], signedBy: [], signedOn: null, hasScan: false, returnedAt: null, recordedBy: null, checkState: null, objection: null, ...more,
});

describe('a form of the pile', () => {
  it('begins with nothing ticked and nobody’s signature, and with the day of the form before', () => {
    const first = { ...rowOf(form(), undefined), signedOn: '2026-09-03' };
    expect(rowOf(form(), first)).toMatchObject({ answers: {}, signatures: [], signedOn: '2026-09-03', scan: null });
  });

  it('that came back before shows what was entered then', () => {
    expect(rowOf(form({ state: 'INCOMPLETE', ticks: [{ purpose: 'MATCHING', answer: 'GIVEN' }], signedBy: ['GUARDIAN_1'] }), undefined)).toMatchObject({ answers: { MATCHING: 'GIVEN' }, signatures: ['GUARDIAN_1'] });
  });

  it('is sent with what was ticked alone, and a day only with a signature', () => {
    const ticked = withAnswer(withAnswer(withAnswer(rowOf(form(), undefined), 'PHOTO_PUBLICATION', 'REFUSED'), 'MATCHING', 'GIVEN'), 'PHOTO_PUBLICATION', null);
    expect(entriesOf([ticked])).toEqual([{ number: 'CDFGHJKMN', ticks: [{ purpose: 'MATCHING', answer: 'GIVEN' }], signatures: [], signedOn: null, scanId: null }]);
    const signed = withSignature(withSignature(ticked, 'PUPIL', true), 'GUARDIAN_1', true);
    expect(entriesOf([{ ...signed, signedOn: '2026-09-03' }])[0]).toMatchObject({ signatures: ['GUARDIAN_1', 'PUPIL'], signedOn: '2026-09-03' });
    expect(withSignature(signed, 'PUPIL', false).signatures).toEqual(['GUARDIAN_1']);
  });

  it('raises a doubt where nothing is ticked or a signature is missing', () => {
    const empty = rowOf(form(), undefined);
    const ticked = withAnswer(empty, 'MATCHING', 'GIVEN');
    const half = withSignature(ticked, 'PUPIL', true);
    expect([empty, ticked, half, withSignature(half, 'GUARDIAN_1', true)].map(doubtOf)).toEqual(['nothing_ticked', 'nobody_signed', 'signature_missing', null]);
  });
});

describe('a divided pile', () => {
  it('names what a clerk has to look at, and not what went by code or is blank', () => {
    const page = (number: number, fate: PilePage['fate']): PilePage => ({ file: 1, page: number, fate, number: null, scanId: null });
    const pages = [page(1, 'BY_CODE'), page(2, 'BLANK'), page(3, 'NO_CODE'), page(4, 'BY_ORDER'), page(5, 'RETURNED'), page(6, 'UNKNOWN'), page(7, 'ERASED')];
    const forms = [0, 1].map((missing) => ({ number: `F${missing}`, missing, scan: { id: 's', name: 's.pdf', pages: 1 } }));
    const { loose, byOrder, refused, lacking } = notesOf({ pages, forms });
    expect([loose, byOrder, refused].map((notes) => notes.map((one) => one.page))).toEqual([[3], [4], [5, 6, 7]]);
    expect(lacking.map(({ number }) => number)).toEqual(['F1']);
  });
});
