import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { ingest, inputProblems } from './ingest.ts';
import { inputHash } from './input-hash.ts';
import { InvalidInputError } from './input.ts';
import type { MatchingInput, OccurrenceInput, PupilInput } from './input.ts';
import { drawLottery, drawnBy } from './lottery.ts';
import { Rule } from '../problem.ts';
import { solve } from '../solve.ts';

const occurrences: OccurrenceInput[] = [
  { id: 'lab', capacity: 4, reserves: [{ trait: 'girl', seats: 2 }, { trait: 'far away', seats: 1 }], lottery: 'science' },
  { id: 'mill', capacity: 3, slots: [{ trait: null, seats: 1 }, { trait: 'girl', seats: 2 }] },
  { id: 'shop', capacity: 5, company: 'acme' },
  { id: 'tour', capacity: 9, ceilings: [{ trait: 'far away', seats: 0 }] },
  { id: 'yard', capacity: 5, company: 'acme' },
];
const pupils: PupilInput[] = [
  { id: 'ada', traits: ['girl', 'far away'], wishes: [{ occurrence: 'lab' }, { occurrence: 'shop', priority: 1, score: 7 }] },
  { id: 'ben', wishes: [{ occurrence: 'lab', priority: 2 }, { occurrence: 'shop' }, { occurrence: 'yard' }] },
  { id: 'cem', traits: ['far away'], wishes: [{ occurrence: 'mill', notEligible: 'AGE' }, { occurrence: 'yard' }] },
];
const sound: MatchingInput = { seed: 's', occurrences, pupils, companies: [{ id: 'acme', capacity: 2 }, { id: 'zeta', capacity: 0 }] };

const codesAndPaths = (input: unknown): string[] => inputProblems(input as MatchingInput).map(({ code, path }) => `${code} ${path}`);
const changed = <Row>(rows: readonly Row[], at: number, change: object): Row[] => rows.map((row, i) => (i === at ? { ...row, ...change } : row));
const withOccurrence = (at: number, change: object): MatchingInput => ({ ...sound, occurrences: changed(occurrences, at, change) });
const withPupil = (at: number, change: object): MatchingInput => ({ ...sound, pupils: changed(pupils, at, change) });

describe('reading an input', () => {
  it('turns traits, reserves, slots, ceilings, companies, lotteries and scores into arrays', () => {
    const { problem, traits, masks, companyIds, lotteryNames, lotteryOf } = ingest(sound);
    expect(traits).toEqual(['far away', 'girl']);
    expect([...masks]).toEqual([3, 0, 1]);
    expect([...problem.choices!.rule]).toEqual([Rule.MINIMUM_GUARANTEE, Rule.SLOTS, Rule.PLAIN, Rule.PLAIN, Rule.PLAIN]);
    const rows = ({ start, trait, seats }: { start: Int32Array; trait: Int32Array; seats: Int32Array }) => ({ start: [...start], trait: [...trait], seats: [...seats] });
    expect(rows(problem.choices!.seats)).toEqual({ start: [0, 2, 4, 4, 4, 4], trait: [0, 1, -1, 1], seats: [1, 2, 1, 2] });
    expect(rows(problem.choices!.ceilings)).toEqual({ start: [0, 0, 0, 0, 1, 1], trait: [0], seats: [0] });
    expect([companyIds, ...problem.companies!.capacity]).toEqual([['acme', 'zeta'], 2, 0]);
    expect([...problem.companies!.ofOccurrence]).toEqual([-1, -1, 0, -1, 0]);
    expect([lotteryNames, ...lotteryOf]).toEqual([['science'], 0, -1, -1, -1, -1]);
    expect([...problem.score!]).toEqual([0, 7, 0, 0, 0, 0, 0]);
  });

  it('leaves out what an input does not speak of', () => {
    const { problem } = ingest({ seed: 's', occurrences: [{ id: 'x', capacity: 1, reserves: [{ trait: 't', seats: 0 }], slots: [], ceilings: [] }], pupils: [{ id: 'a', wishes: [{ occurrence: 'x', score: 0 }] }], companies: [] });
    expect(Object.keys(problem)).toEqual(expect.not.arrayContaining(['choices', 'companies', 'score']));
  });
});

describe('the rows of an input', () => {
  it('stand in the order of their ids by UTF-16 code units, whatever the ids have in common', () => {
    const id = fc.tuple(fc.constantFrom('', 'pupil-', 'ä'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 })).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 40 }), (ids) => {
        expect(ingest({ seed: 's', occurrences: [], pupils: ids.map((each) => ({ id: each, wishes: [] })) }).pupilIds).toEqual([...ids].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('name every row of an id that stands more than once', () => {
    const rows = ['b', 'a', 'b', 'a', 'b'].map((id) => ({ id, wishes: [] }));
    expect(inputProblems({ seed: 's', occurrences: [], pupils: rows })).toEqual([[2, 'b', 0], [3, 'a', 1], [4, 'b', 0]].map(([at, id, first]) => ({ code: 'DUPLICATE_ID', path: `pupils[${at!}].id`, params: { id, first: `pupils[${first!}].id` } })));
  });
});

describe('a lottery with a name', () => {
  it('ranks by SHA-256 of seed, line feed, name, line feed and id, and rules only where it is named', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `p${i}`);
    const digest = (id: string): string => createHash('sha256').update(`seed\nscience\n${id}`).digest('hex');
    const byDigest = [...ids].sort((x, y) => (digest(x) < digest(y) ? -1 : 1));
    const ranks = drawLottery('seed', ids, 'science');
    expect(byDigest.map((id) => ranks[ids.indexOf(id)])).toEqual([...ids.keys()]);
    const { lotteries } = drawnBy('seed', ingest(sound));
    expect([...lotteries!.ofOccurrence]).toEqual([0, -1, -1, -1, -1]);
    expect(lotteries!.ranks.map((each) => [...each])).toEqual([[...drawLottery('seed', ['ada', 'ben', 'cem'], 'science')]]);
  });

  it('never hashes the text of another lottery, for neither names nor ids hold a line feed', () => {
    expect(codesAndPaths(withOccurrence(0, { lottery: 'a\nb' }))).toEqual(['LINE_FEED occurrences[0].lottery']);
    expect(codesAndPaths(withPupil(1, { id: 'b\nen' }))).toEqual(['LINE_FEED pupils[1].id']);
  });
});

describe('the hash of an input with new words', () => {
  it('changes with every one of them and stays with what changes nothing', () => {
    const others: MatchingInput[] = [
      withOccurrence(0, { reserves: [{ trait: 'girl', seats: 1 }, { trait: 'far away', seats: 1 }] }),
      withOccurrence(0, { reserves: undefined }),
      withOccurrence(0, { lottery: 'arts' }),
      withOccurrence(0, { lottery: undefined }),
      withOccurrence(1, { slots: [{ trait: 'girl', seats: 2 }, { trait: null, seats: 1 }] }),
      withOccurrence(3, { ceilings: [{ trait: 'girl', seats: 0 }] }),
      withOccurrence(3, { ceilings: undefined, reserves: [{ trait: 'far away', seats: 1 }] }),
      withOccurrence(2, { company: 'zeta' }),
      withPupil(1, { traits: ['girl'] }),
      withPupil(1, { traits: ['other'] }),
      withPupil(0, { wishes: [{ occurrence: 'lab' }, { occurrence: 'shop', priority: 1, score: 8 }] }),
      { ...sound, companies: [{ id: 'acme', capacity: 3 }, { id: 'zeta', capacity: 0 }] },
    ];
    expect(new Set([sound, ...others].map(inputHash)).size).toBe(others.length + 1);
    const same: MatchingInput[] = [
      { ...sound, seed: 'other', seedSource: 'a beacon', settings: { mechanism: { kind: 'STABLE' } } },
      { ...sound, companies: [...sound.companies!].reverse(), occurrences: [...occurrences].reverse(), pupils: [...pupils].reverse() },
      withOccurrence(0, { reserves: [...occurrences[0]!.reserves!].reverse(), ceilings: [] }),
      withOccurrence(1, { slots: [{ trait: null, seats: 1 }, { trait: 'girl', seats: 1 }, { trait: 'girl', seats: 0 }, { trait: 'girl', seats: 1 }] }),
      withPupil(0, { traits: ['far away', 'girl'] }),
    ];
    expect(new Set([sound, ...same].map(inputHash)).size).toBe(1);
  });

  it('is that of the first version where nothing new is said', () => {
    const text = 'matching-input/1 placesPerPupil=1\noccurrence "x" 2 0 - - -\npupil "a" 1 0:3\n';
    const input = { occurrences: [{ id: 'x', capacity: 2, reserves: [] }], pupils: [{ id: 'a', traits: [], wishes: [{ occurrence: 'x', priority: 3, score: 0 }] }], companies: [] };
    expect(inputHash(input)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is that of the UTF-8 text whatever signs stand in an id or a rule, and however long it is', () => {
    const ids = ['"', '\\', '\u0001', 'é', '\u007f', 'pupil 😀', 'x'.repeat(100_000), 'ü'.repeat(100_000)].sort();
    const rule = `"${'ß'.repeat(300_000)}\n`;
    const text = ['matching-input/1 placesPerPupil=1', 'occurrence "x" 2 0 - - -', ...ids.map((id) => `pupil ${JSON.stringify(id)} 1 0!${JSON.stringify(rule)}`), ''];
    const input = { occurrences: [{ id: 'x', capacity: 2 }], pupils: ids.map((id) => ({ id, wishes: [{ occurrence: 'x', notEligible: rule }] })) };
    expect(inputHash(input)).toBe(createHash('sha256').update(text.join('\n')).digest('hex'));
  });

  it('is that of a text anybody can write down', () => {
    const text = [
      'matching-input/2 placesPerPupil=1 mechanism=STABLE', 'trait "far away"', 'trait "girl"', 'company "acme" 2', 'company "zeta" 0', 'lottery "science"',
      'occurrence "lab" 4 0 - - - reserve 0:1 1:2 lottery 0', 'occurrence "mill" 3 0 - - - slots -:1 1:2', 'occurrence "shop" 5 0 - - - company 0', 'occurrence "tour" 9 0 - - - ceiling 0:0', 'occurrence "yard" 5 0 - - - company 0',
      'pupil "ada" 1 +0 +1 0 2:1~7', 'pupil "ben" 1 0:2 2 4', 'pupil "cem" 1 +0 1!"AGE" 4', '',
    ];
    expect(inputHash(sound)).toBe(createHash('sha256').update(text.join('\n')).digest('hex'));
  });
});

/** Each spoils a place of its own, so that any number of them can be done together. */
const injuries: [problem: string, change: (input: Draft) => void][] = [
  ['EMPTY_TEXT seedSource', (input) => (input['seedSource'] = '')],
  ['UNKNOWN_OBJECTIVE settings.mechanism.objective', (input) => (input['settings'] = { mechanism: { kind: 'OPTIMAL', objective: 'LUCK' } })],
  ['RESERVES_EXCEED_CAPACITY occurrences[0].reserves', (input) => (input.occurrences[0]!['capacity'] = 2)],
  ['LINE_FEED occurrences[0].lottery', (input) => (input.occurrences[0]!['lottery'] = '\n')],
  ['SLOTS_DIFFER_FROM_CAPACITY occurrences[1].slots', (input) => (input.occurrences[1]!['slots'] = [{ trait: 'girl', seats: 4 }])],
  ['NOT_A_WHOLE_NUMBER occurrences[3].ceilings[0].seats', (input) => (input.occurrences[3]!['ceilings'] = [{ trait: 'girl', seats: Number.NaN }])],
  ['UNKNOWN_COMPANY occurrences[4].company', (input) => (input.occurrences[4]!['company'] = 'nobody')],
  ['COMPANY_ORDERS_DIFFER pupils[3].wishes', (input) => input.pupils.push({ id: 'dan', wishes: [{ occurrence: 'shop', priority: 3 }, { occurrence: 'zone' }] })],
  ['COMPANY_LOTTERIES_DIFFER occurrences[6]', (input) => (input.occurrences[6]!['lottery'] = 'arts')],
  ['OUT_OF_RANGE companies[0].capacity', (input) => (input.companies[0]!['capacity'] = -1)],
  ['DUPLICATE_ID companies[2].id', (input) => input.companies.push({ id: 'zeta', capacity: 1 })],
  ['DUPLICATE_TRAIT pupils[0].traits[2]', (input) => (input.pupils[0]!['traits'] = ['girl', 'far away', 'girl'])],
  ['OUT_OF_RANGE pupils[0].wishes[1].score', (input) => (input.pupils[0]!.wishes[1]!['score'] = 1_000_001)],
  ['NOT_A_WHOLE_NUMBER pupils[0].wishes[0].priority', (input) => (input.pupils[0]!.wishes[0]!['priority'] = 0.5)],
  ['UNKNOWN_OCCURRENCE pupils[1].wishes[1].occurrence', (input) => (input.pupils[1]!.wishes[1]!['occurrence'] = 'moon')],
  ['NOT_COMBINED pupils[1].size', (input) => (input.pupils[1]!['size'] = 3)],
  ['WRONG_TYPE pupils[2].traits', (input) => (input.pupils[2]!['traits'] = 'girl')],
  ['WRONG_TYPE pupils[2].wishes[1]', (input) => (input.pupils[2]!.wishes[1] = null as never)],
  ['TOO_MANY_TRAITS occurrences[5].reserves', (input) => (input.occurrences[5]!['reserves'] = Array.from({ length: 9 }, (_, t) => ({ trait: `t${t}`, seats: 1 })))],
];

interface Draft extends Record<string, unknown> {
  occurrences: Record<string, unknown>[];
  pupils: (Record<string, unknown> & { wishes: Record<string, unknown>[] })[];
  companies: Record<string, unknown>[];
}

describe('a bad input with new words', () => {
  it('gets every problem reported, however many are in it, and never an outcome', () => {
    const whole = { ...sound, occurrences: [...occurrences, { id: 'wide', capacity: 20 }, { id: 'zone', capacity: 1, company: 'acme' }] };
    expect(inputProblems(whole)).toEqual([]);
    fc.assert(
      fc.property(fc.subarray(injuries, { minLength: 1 }), (chosen) => {
        const draft = structuredClone(whole) as unknown as Draft;
        for (const [, change] of chosen) change(draft);
        expect(codesAndPaths(draft)).toEqual(expect.arrayContaining(chosen.map(([problem]) => problem)));
        expect(() => solve(draft as unknown as MatchingInput)).toThrow(InvalidInputError);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, MatchingInput, string[]]>([
    ['reserves and slots at once', withOccurrence(1, { reserves: [{ trait: 'girl', seats: 1 }] }), ['RESERVES_AND_SLOTS occurrences[1].slots']],
    ['an unknown mechanism', { ...sound, settings: { mechanism: { kind: 'LUCK' } as never } }, ['UNKNOWN_MECHANISM settings.mechanism.kind']],
    ['a mechanism that is not one', { ...sound, settings: { mechanism: 'STABLE' as never } }, ['WRONG_TYPE settings.mechanism']],
    ['ceilings beside slots', withOccurrence(1, { ceilings: [{ trait: 'girl', seats: 1 }] }), ['NOT_COMBINED occurrences[1].ceilings']],
    ['rules by trait within a company', withOccurrence(3, { company: 'zeta' }), ['NOT_COMBINED occurrences[3].company']],
    ['more than 31 traits', withPupil(1, { traits: Array.from({ length: 40 }, (_, t) => `t${t}`) }), ['TOO_MANY_TRAITS input']],
    ['more pins than a company has places', { ...sound, pins: ['ada', 'ben', 'cem'].map((pupil) => ({ pupil, occurrence: 'yard' })) }, ['PINS_EXCEED_COMPANY pins']],
  ])('names %s', (_, input, problems) => {
    expect(codesAndPaths(input)).toEqual(problems);
  });

  it('says what an optimum does not know', () => {
    const input: MatchingInput = { ...sound, pupils: [...pupils, { id: 'club', size: 2, wishes: [] }], settings: { placesPerPupil: 2, mechanism: { kind: 'OPTIMAL', objective: 'RANK_SUM' } } };
    expect(codesAndPaths(input)).toEqual(['NOT_COMBINED pupils[3].size', 'NOT_COMBINED settings.placesPerPupil']);
  });
});
