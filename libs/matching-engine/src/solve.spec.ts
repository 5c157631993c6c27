import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { inputProblems } from './input/ingest.ts';
import { inputHash } from './input/input-hash.ts';
import { InvalidInputError } from './input/input.ts';
import type { MatchingInput } from './input/input.ts';
import { drawLottery } from './input/lottery.ts';
import { solve } from './solve.ts';
import { arbitraryInput } from './testing/arbitraries.ts';

const workshop: MatchingInput = {
  seed: 'spring round',
  occurrences: [{ id: 'robotics', capacity: 1 }, { id: 'welding', capacity: 2, minimum: 1 }],
  pupils: [
    { id: 'ada', wishes: [{ occurrence: 'robotics' }, { occurrence: 'welding' }] },
    { id: 'ben', wishes: [{ occurrence: 'robotics', priority: 1 }] },
  ],
};

const codesAndPaths = (input: unknown): string[] => inputProblems(input as MatchingInput).map(({ code, path }) => `${code} ${path}`);

describe('the lottery', () => {
  it('ranks pupils by SHA-256 of seed, line feed and id', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `pupil-${i}-ü`);
    const byDigest = ids
      .map((id) => ({ id, digest: createHash('sha256').update(Buffer.from(`seed\n${id}`, 'utf8')).digest('hex') }))
      .sort((x, y) => (x.digest < y.digest ? -1 : 1));
    const ranks = drawLottery('seed', ids);
    expect(byDigest.map(({ id }) => ranks[ids.indexOf(id)])).toEqual([...ids.keys()]);
  });

  it('keeps the order of all others when a pupil leaves', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const order = (some: string[]): string[] => [...some].sort((x, y) => drawLottery('1', some)[some.indexOf(x)]! - drawLottery('1', some)[some.indexOf(y)]!);
    expect(order(ids.filter((id) => id !== 'c'))).toEqual(order(ids).filter((id) => id !== 'c'));
  });

  it('draws for nobody and for one', () => {
    expect([...drawLottery('s', [])]).toEqual([]);
    expect([...drawLottery('s', ['x'])]).toEqual([0]);
  });
});

describe('an outcome', () => {
  it('has the same bytes for any order of the input and any number of repetitions', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 7, groups: true, minimums: true, times: true, vetoes: true, pins: true, places: 3 }), (input) => {
        const turned = {
          ...input,
          pupils: [...input.pupils].reverse(),
          occurrences: [...input.occurrences].reverse(),
          pins: [...(input.pins ?? [])].reverse(),
          vetoes: [...(input.vetoes ?? [])].reverse(),
        };
        const outcome = solve(input);
        expect(JSON.stringify(solve(turned))).toBe(JSON.stringify(outcome));
        expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
      }),
      { numRuns: 300 },
    );
  });

  it('honours every pin and no vetoed pair', () => {
    fc.assert(
      fc.property(arbitraryInput({ pupils: 6, pins: true, vetoes: true, times: true, places: 2 }), (input) => {
        const held = new Set(solve(input).pupils.flatMap(({ id, places }) => places.map(({ occurrence }) => `${id} ${occurrence}`)));
        for (const { pupil, occurrence } of input.pins ?? []) expect(held).toContain(`${pupil} ${occurrence}`);
        for (const { pupil, occurrence } of input.vetoes ?? []) expect(held).not.toContain(`${pupil} ${occurrence}`);
      }),
      { numRuns: 300 },
    );
  });

  it('gives everybody a first place before anyone a second', () => {
    const pupils = ['a', 'b'].map((id) => ({ id, wishes: [{ occurrence: 'x' }, { occurrence: 'y' }] }));
    const outcome = solve({ seed: '1', pupils, occurrences: [{ id: 'x', capacity: 1 }, { id: 'y', capacity: 1 }], settings: { placesPerPupil: 2 } });
    expect(outcome.pupils.map(({ places }) => places.length)).toEqual([1, 1]);
  });

  it('does not give one pupil two occurrences that overlap or belong to one activity, but allows touching ones', () => {
    const at = (from: string, to: string) => ({ startsAt: `2026-03-02T${from}Z`, endsAt: `2026-03-02T${to}Z`, capacity: 5 });
    const outcome = solve({
      seed: '1',
      occurrences: [
        { id: 'early', ...at('08:00', '10:00'), activity: 'robotics' },
        { id: 'overlapping', ...at('09:00', '11:00') },
        { id: 'again', ...at('14:00', '16:00'), activity: 'robotics' },
        { id: 'touching', ...at('10:00', '12:00') },
      ],
      pupils: [{ id: 'ada', wishes: ['early', 'overlapping', 'again', 'touching'].map((occurrence) => ({ occurrence })) }],
      settings: { placesPerPupil: 3 },
    });
    expect(outcome.pupils[0]?.places.map(({ occurrence, round }) => [occurrence, round])).toEqual([['early', 1], ['touching', 2]]);
  });

  it('closes the occurrence furthest below its minimum, moves its pupils on and reports it', () => {
    const outcome = solve({
      seed: '1',
      occurrences: [{ id: 'x', capacity: 9, minimum: 5 }, { id: 'y', capacity: 9, minimum: 3 }],
      pupils: [
        { id: 'a', wishes: [{ occurrence: 'x' }, { occurrence: 'y' }] },
        { id: 'b', wishes: [{ occurrence: 'y' }] },
        { id: 'c', wishes: [{ occurrence: 'y' }] },
      ],
    });
    expect(outcome.closed).toEqual([{ occurrence: 'x', seatsTaken: 1, minimum: 5 }]);
    expect(outcome.pupils.map(({ places }) => places[0]?.occurrence)).toEqual(['y', 'y', 'y']);
  });

  it('keeps a pinned occurrence open below its minimum and says so', () => {
    const outcome = solve({ ...workshop, occurrences: [workshop.occurrences[0]!, { id: 'welding', capacity: 5, minimum: 5 }], pins: [{ pupil: 'ben', occurrence: 'welding' }] });
    expect(outcome.closed).toEqual([]);
    expect(outcome.occurrences[1]).toMatchObject({ id: 'welding', closed: false, minimumReached: false, seatsTaken: 1 });
    expect(outcome.pupils[1]?.places).toEqual([{ occurrence: 'welding', rank: null, round: 0, pinned: true }]);
  });

  it('exists for nobody and nothing', () => {
    expect(solve({ seed: '1', pupils: [], occurrences: [] })).toMatchObject({ pupils: [], occurrences: [], closed: [] });
  });
});

describe('the hash of the input', () => {
  it('does not change with the order of rows or with defaults spelled out, nor with the seed', () => {
    const spelled = {
      occurrences: [{ id: 'welding', capacity: 2, minimum: 1 }, { id: 'robotics', capacity: 1, minimum: 0 }],
      pupils: [
        { id: 'ben', size: 1, wishes: [{ occurrence: 'robotics', priority: 1 }] },
        { id: 'ada', wishes: [{ occurrence: 'robotics', priority: 0 }, { occurrence: 'welding' }] },
      ],
      pins: [],
      settings: { placesPerPupil: 1 },
    };
    expect(inputHash(spelled)).toBe(inputHash(workshop));
    expect(solve(workshop).inputHash).toBe(inputHash(workshop));
  });

  it('changes with every fact', () => {
    const [robotics, welding] = workshop.occurrences;
    const [ada, ben] = workshop.pupils;
    const others: MatchingInput[] = [
      { ...workshop, settings: { placesPerPupil: 2 } },
      { ...workshop, pins: [{ pupil: 'ada', occurrence: 'welding' }] },
      { ...workshop, vetoes: [{ pupil: 'ada', occurrence: 'welding' }] },
      { ...workshop, vetoes: [{ pupil: 'ben', occurrence: 'welding' }] },
      { ...workshop, occurrences: [robotics!, { ...welding!, minimum: 2 }] },
      { ...workshop, occurrences: [{ ...robotics!, activity: 'a' }, welding!] },
      { ...workshop, occurrences: [{ ...robotics!, startsAt: '2026-03-02T08:00Z', endsAt: '2026-03-02T10:00Z' }, welding!] },
      { ...workshop, pupils: [ada!, { ...ben!, size: 2 }] },
      { ...workshop, pupils: [ada!, { ...ben!, wishes: [{ occurrence: 'robotics' }] }] },
      { ...workshop, pupils: [ada!, { ...ben!, wishes: [{ occurrence: 'robotics', notEligible: 'AGE' }] }] },
      { ...workshop, pupils: [{ ...ada!, wishes: [...ada!.wishes].reverse() }, ben!] },
    ];
    expect(new Set([workshop, ...others].map(inputHash)).size).toBe(others.length + 1);
  });
});

describe('a bad input', () => {
  it('is refused with every problem at once and never gives an outcome', () => {
    const bad = {
      seed: '',
      settings: { placesPerPupil: 0 },
      occurrences: [
        { id: 'x', capacity: -1 },
        { id: 'x', capacity: 1 },
        { id: 'y', capacity: Number.NaN, minimum: 1.5 },
        { id: 'z', capacity: 2, minimum: 3, startsAt: '2026-02-30T08:00Z', endsAt: '2026-03-01T08:00Z' },
        { id: 'u', capacity: 2, startsAt: '2026-03-02T08:00Z' },
        { id: 'v', capacity: 2, startsAt: '2026-03-02T08:00Z', endsAt: '2026-03-02T10:00+02:00' },
        { capacity: 1 },
      ],
      pupils: [
        { id: 'a', wishes: [{ occurrence: 'nowhere' }, { occurrence: 'z' }, { occurrence: 'z' }, null, { occurrence: 'u', priority: 254 }] },
        { id: 'b', wishes: 'none', size: 0 },
        { id: '\ud800', wishes: [] },
        { id: 'c', wishes: [{ occurrence: 'z', notEligible: '' }] },
      ],
      pins: [{ pupil: 'nobody', occurrence: 'z' }, 7],
      vetoes: {},
    };
    expect(codesAndPaths(bad).sort()).toEqual(
      [
        'EMPTY_TEXT seed',
        'OUT_OF_RANGE settings.placesPerPupil',
        'OUT_OF_RANGE occurrences[0].capacity',
        'DUPLICATE_ID occurrences[1].id',
        'NOT_A_WHOLE_NUMBER occurrences[2].capacity',
        'NOT_A_WHOLE_NUMBER occurrences[2].minimum',
        'MINIMUM_ABOVE_CAPACITY occurrences[3].minimum',
        'NOT_AN_INSTANT occurrences[3].startsAt',
        'TIME_INCOMPLETE occurrences[4].endsAt',
        'ENDS_BEFORE_START occurrences[5].endsAt',
        'WRONG_TYPE occurrences[6].id',
        'UNKNOWN_OCCURRENCE pupils[0].wishes[0].occurrence',
        'DUPLICATE_WISH pupils[0].wishes[2].occurrence',
        'WRONG_TYPE pupils[0].wishes[3]',
        'OUT_OF_RANGE pupils[0].wishes[4].priority',
        'WRONG_TYPE pupils[1].wishes',
        'OUT_OF_RANGE pupils[1].size',
        'ILL_FORMED_TEXT pupils[2].id',
        'EMPTY_TEXT pupils[3].wishes[0].notEligible',
        'UNKNOWN_PUPIL pins[0].pupil',
        'WRONG_TYPE pins[1]',
        'WRONG_TYPE vetoes',
      ].sort(),
    );
    expect(() => solve(bad as unknown as MatchingInput)).toThrow(InvalidInputError);
  });

  it('is refused when pins contradict vetoes, eligibility, seats, times or the places of a pupil', () => {
    const at = { startsAt: '2026-03-02T08:00Z', endsAt: '2026-03-02T10:00Z' };
    const contradictory: MatchingInput = {
      seed: '1',
      occurrences: [{ id: 'x', capacity: 1, ...at }, { id: 'y', capacity: 5, ...at }],
      pupils: [{ id: 'a', wishes: [{ occurrence: 'y', notEligible: 'AGE' }] }, { id: 'b', wishes: [], size: 2 }],
      pins: [{ pupil: 'a', occurrence: 'x' }, { pupil: 'a', occurrence: 'y' }, { pupil: 'b', occurrence: 'x' }, { pupil: 'b', occurrence: 'x' }],
      vetoes: [{ pupil: 'a', occurrence: 'x' }],
    };
    expect(codesAndPaths(contradictory)).toEqual([
      'DUPLICATE_PAIR pins[3]',
      'PINNED_AND_VETOED pins[0]',
      'PIN_NOT_ELIGIBLE pins[1]',
      'PINS_EXCEED_CAPACITY occurrences[0].capacity',
      'PINS_CLASH pins[1]',
      'PINS_EXCEED_PLACES pupils[0]',
    ]);
  });

  it('is refused whatever it is, without breaking', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (pupils, occurrences, pins) => {
        const input = { seed: 's', pupils: [pupils], occurrences: [occurrences], pins } as unknown as MatchingInput;
        const problems = inputProblems(input);
        if (problems.length > 0) expect(() => solve(input)).toThrow(InvalidInputError);
        else expect(solve(input).pupils).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when the seed is missing, while its hash can be had without', () => {
    const { seed: _, ...frozen } = workshop;
    expect(codesAndPaths(frozen)).toEqual(['WRONG_TYPE seed']);
    expect(inputHash(frozen)).toMatch(/^[0-9a-f]{64}$/);
  });
});
