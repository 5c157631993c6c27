import type { MatchingInput } from '../input/input.ts';
import type { Outcome } from '../outcome/outcome.ts';
import { solve } from '../solve.ts';
import { verify } from './verify.ts';

const at = { startsAt: '2026-03-02T08:00Z', endsAt: '2026-03-02T10:00Z' };
const input: MatchingInput = {
  seed: '1',
  occurrences: [{ id: 'x', capacity: 1, ...at }, { id: 'y', capacity: 1, ...at }, { id: 'z', capacity: 3, minimum: 1 }],
  pupils: [
    { id: 'a', wishes: [{ occurrence: 'x' }, { occurrence: 'y' }, { occurrence: 'z' }] },
    { id: 'b', wishes: [{ occurrence: 'x', priority: 1 }, { occurrence: 'y' }] },
    { id: 'c', wishes: [{ occurrence: 'x', notEligible: 'AGE' }, { occurrence: 'y', priority: 1 }, { occurrence: 'z' }] },
  ],
};

const place = (occurrence: string, rank: number | null, round = 1) => ({ occurrence, rank, round, pinned: round === 0 });
const withPlaces = (...places: Outcome['pupils'][number]['places'][]): Outcome => {
  const outcome = solve(input);
  return { ...outcome, pupils: outcome.pupils.map((pupil, i) => ({ ...pupil, places: places[i] ?? pupil.places })) };
};
const found = (outcome: Outcome, of = input): string[] => verify(of, outcome).map(({ code, pupil, occurrence }) => [code, pupil, occurrence].filter(Boolean).join(' '));

describe('the verifier', () => {
  it('finds nothing wrong with what the engine made', () => {
    const outcome = solve(input);
    expect(outcome.pupils.map(({ places }) => places[0]?.occurrence)).toEqual(['x', 'y', 'z']);
    expect(verify(input, outcome)).toEqual([]);
  });

  it.each<[string, string, Outcome]>([
    ['a seat sold twice', 'CAPACITY x', withPlaces([place('x', 1)], [place('x', 1)])],
    ['a place outside the wishes', 'NOT_WISHED b z', withPlaces(undefined as never, [place('z', 3)])],
    ['a place for somebody not eligible', 'NOT_ELIGIBLE c x', withPlaces([place('y', 2)], [], [place('x', 1)])],
    ['envy', 'ENVY a x', withPlaces([place('y', 2)], [place('x', 1)])],
    ['a free seat somebody would rather have', 'WASTE a x', withPlaces([place('y', 2)], [])],
    ['a place in a later round than its turn', 'WRONG_ROUND a x', withPlaces([place('x', 1, 2)])],
    ['a pin nobody set', 'NOT_PINNED a x', withPlaces([place('x', 1, 0)])],
    ['two places where one is allowed', 'TOO_MANY_PLACES a', withPlaces([place('x', 1), place('z', 3, 2)])],
    ['an occurrence nobody knows', 'UNKNOWN_OCCURRENCE a moon', withPlaces([place('moon', 1)])],
    ['an occurrence below its minimum', 'BELOW_MINIMUM z', withPlaces(undefined as never, undefined as never, [])],
    ['figures that do not fit the places', 'FIGURES z', withPlaces(undefined as never, undefined as never, [])],
  ])('finds %s', (_, violation, outcome) => {
    expect(found(outcome)).toContain(violation);
  });

  it('finds two places at the same time, a missing pin, a vetoed pair and a place in a closed occurrence', () => {
    const outcome = solve(input);
    const twice: MatchingInput = { ...input, settings: { placesPerPupil: 2 } };
    expect(found(withPlaces([place('x', 1), place('y', 2, 2)]), twice)).toContain('CLASH a y');
    expect(found(outcome, { ...input, pins: [{ pupil: 'a', occurrence: 'z' }] })).toContain('PIN_MISSING a z');
    expect(found(outcome, { ...input, vetoes: [{ pupil: 'a', occurrence: 'x' }] })).toContain('VETOED a x');
    expect(found({ ...outcome, closed: [{ occurrence: 'x', seatsTaken: 1, minimum: 0 }] })).toContain('CLOSED_BUT_PLACED x');
  });

  it('finds a record of another input, seed, setting or mechanism', () => {
    const outcome = solve(input);
    expect(found(outcome, { ...input, seed: 'other' })).toContain('SEED');
    expect(found({ ...outcome, inputHash: '0' })).toEqual(['INPUT_HASH']);
    expect(found({ ...outcome, settings: { ...outcome.settings, placesPerPupil: 2 } })).toEqual(['SETTINGS']);
    expect(found({ ...outcome, seedSource: 'somebody' })).toEqual(['SEED_SOURCE']);
    expect(found({ ...outcome, mechanism: 'other' as never })).toEqual(['MECHANISM']);
    expect(found({ ...outcome, pupils: outcome.pupils.slice(1) })).toContain('PUPILS_DIFFER');
    expect(found({ ...outcome, occurrences: [] })).toContain('OCCURRENCES_DIFFER');
  });

  it('finds a lottery that was not drawn from the seed', () => {
    const outcome = solve(input);
    const [a, b, ...others] = outcome.pupils;
    expect(found({ ...outcome, pupils: [{ ...a!, lottery: b!.lottery }, { ...b!, lottery: a!.lottery }, ...others] })).toContain('LOTTERY');
    expect(found({ ...outcome, pupils: [{ ...a!, lottery: b!.lottery }, b!, ...others] })).toContain('LOTTERY');
  });
});
