import fc from 'fast-check';
import { askedOf, ofPurposes, tally } from './matrix-counts';
import { diffWords } from './text-diff';
import { open } from './tones';
import type { MatrixRow } from './types';

const row = (pupilId: string, ...states: MatrixRow['cells'][number]['state'][]): MatrixRow => ({
  pupilId, pseudonym: 'K7M-4XPC', firstName: null, lastName: null, custody: 'JOINT',
  cells: states.map((state, at) => ({ purposeId: `z${at}`, code: at === 0 ? 'MATCHING' : 'PHOTO_PUBLICATION', state, missing: [], validUntil: null, lapsesOn: null })),
});

describe('the matrix of a group', () => {
  it('takes for missing only what anybody of the group was asked for', () => {
    const rows = [row('p1', 'NOT_ASKED', 'NOT_ASKED'), row('p2', 'REQUESTED', 'NOT_ASKED')];
    expect(askedOf(rows)).toEqual(['MATCHING']);
    expect(ofPurposes(rows, askedOf(rows)).map(({ pupilId, cells }) => [pupilId, cells.map(({ state }) => state)])).toEqual([['p1', ['NOT_ASKED']], ['p2', ['REQUESTED']]]);
    expect(askedOf([row('p1', 'NOT_ASKED')])).toEqual([]);
  });

  it('counts what is given, open and a no', () => {
    expect(tally([row('p1', 'GIVEN', 'REQUESTED'), row('p2', 'WITHDRAWN', 'DISPUTED')], (state) => open.includes(state))).toEqual({ given: 1, open: 2, no: 1 });
  });
});

describe('two versions of a text', () => {
  it('differ by words added and removed', () => {
    expect(diffWords('Wir nutzen den Namen.', 'Wir nutzen Namen und Klasse.').filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text.trim()])).toEqual([['removed', 'den Namen.'], ['added', 'Namen und Klasse.']]);
  });

  it('can both be read from their difference', () => {
    const text = fc.array(fc.constantFrom('ja', 'nein', 'Name', ' ', '\n'), { maxLength: 30 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = diffWords(before, after);
      expect(pieces.filter(({ kind }) => kind !== 'added').map((piece) => piece.text).join('')).toBe(before);
      expect(pieces.filter(({ kind }) => kind !== 'removed').map((piece) => piece.text).join('')).toBe(after);
    }));
  });
});
