import fc from 'fast-check';
import { ingest } from '../input/ingest.ts';
import type { MatchingInput, OccurrenceInput, PairInput, PupilInput } from '../input/input.ts';
import { drawLottery } from '../input/lottery.ts';
import type { Problem } from '../problem.ts';

/** What the generated problems may contain, beyond pupils of size 1 with ranked wishes and classes. */
export interface Kind {
  pupils: number;
  groups?: boolean;
  minimums?: boolean;
  times?: boolean;
  vetoes?: boolean;
  pins?: boolean;
  places?: number;
}

const OCCURRENCES = 4;

/** Small whole inputs for property tests; scarce seats on purpose. */
export function arbitraryInput(kind: Kind): fc.Arbitrary<MatchingInput> {
  const occurrence = (i: number): fc.Arbitrary<OccurrenceInput> =>
    fc.record({ capacity: fc.integer({ min: 0, max: kind.groups ? 6 : 3 }), minimum: fc.integer({ min: 0, max: 3 }), hour: fc.integer({ min: 8, max: 11 }), activity: fc.boolean() }).map((row) => ({
      id: `o${i}`,
      capacity: row.capacity,
      ...(kind.minimums ? { minimum: Math.min(row.minimum, row.capacity) } : {}),
      ...(kind.times ? { startsAt: `2026-03-02T0${row.hour - 3}:00Z`, endsAt: `2026-03-02T0${row.hour - 2}:30Z` } : {}),
      ...(kind.times && row.activity ? { activity: 'welding' } : {}),
    }));
  const wish = fc.record({ occurrence: fc.integer({ min: 0, max: OCCURRENCES - 1 }), priority: fc.integer({ min: 0, max: 2 }), barred: fc.integer({ min: 0, max: 9 }) });
  const pupil = (i: number): fc.Arbitrary<PupilInput> =>
    fc.record({ wishes: fc.uniqueArray(wish, { selector: (w) => w.occurrence, maxLength: OCCURRENCES }), size: fc.integer({ min: 1, max: 4 }) }).map((row) => ({
      id: `p${i}`,
      ...(kind.groups ? { size: row.size } : {}),
      wishes: row.wishes.map((w) => ({ occurrence: `o${w.occurrence}`, priority: w.priority, ...(w.barred === 0 ? { notEligible: 'AGE' } : {}) })),
    }));
  const pair = fc.record({ pupil: fc.integer({ min: 0, max: kind.pupils - 1 }).map((i) => `p${i}`), occurrence: fc.integer({ min: 0, max: OCCURRENCES - 1 }).map((i) => `o${i}`) });
  const pairs = (some: boolean | undefined): fc.Arbitrary<PairInput[]> => (some ? fc.uniqueArray(pair, { selector: (x) => x.pupil + x.occurrence, maxLength: 3 }) : fc.constant([]));
  return fc
    .record({
      pupils: fc.tuple(...Array.from({ length: kind.pupils }, (_, i) => pupil(i))),
      occurrences: fc.tuple(...Array.from({ length: OCCURRENCES }, (_, i) => occurrence(i))),
      pins: pairs(kind.pins),
      vetoes: pairs(kind.vetoes),
      seed: fc.integer({ min: 0, max: 1e6 }).map(String),
      placesPerPupil: fc.integer({ min: 1, max: kind.places ?? 1 }),
    })
    .map(({ placesPerPupil, pins, ...input }) => keepSound({ ...input, pins, settings: { placesPerPupil } }));
}

/** Drops pins one by one until the input is sound, so that every generated input can be solved. */
function keepSound(input: MatchingInput): MatchingInput {
  for (let pins = [...(input.pins ?? [])]; ; pins = pins.slice(1)) {
    const candidate = { ...input, pins };
    try {
      ingest(candidate);
      return candidate;
    } catch (error) {
      if (pins.length === 0) throw error;
    }
  }
}

export function typed(input: MatchingInput): Problem {
  const { problem, pupilIds } = ingest(input);
  return { ...problem, lottery: drawLottery(input.seed, pupilIds) };
}
