import fc from 'fast-check';
import { guaranteesOf } from './guarantees.ts';
import { Rule } from '../problem.ts';
import type { Choices } from '../problem.ts';

/** The most seats filled by trying every seat for every pupil. */
function mostFilled(reserved: readonly number[], masks: readonly number[]): number {
  const [mask, ...others] = masks;
  if (mask === undefined) return 0;
  return reserved.reduce(
    (most, seats, trait) => ((mask >> trait) & 1 && seats > 0 ? Math.max(most, 1 + mostFilled(reserved.map((left, t) => (t === trait ? left - 1 : left)), others)) : most),
    mostFilled(reserved, others),
  );
}

function filledBy(reserved: readonly number[], masks: readonly number[]): number[] {
  const rows = { start: Int32Array.of(0, reserved.length), trait: Int32Array.from(reserved.keys()), seats: Int32Array.from(reserved) };
  const choices: Choices = { traits: Int32Array.from(masks), rule: Uint8Array.of(Rule.MINIMUM_GUARANTEE), seats: rows, ceilings: { start: new Int32Array(2), trait: new Int32Array(), seats: new Int32Array() } };
  const match = { stride: 1, occurrence: new Int32Array(masks.length), edge: new Int32Array(masks.length), round: new Uint8Array(masks.length), closings: [] };
  return [...guaranteesOf(choices, match).filled];
}

describe('guaranteed seats', () => {
  it('are counted as filled by as many holders as can sit on them, each on one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }), fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 5 }), (reserved, masks) => {
        const known = masks.map((mask) => mask & (2 ** reserved.length - 1));
        const filled = filledBy(reserved, known);
        const upTo = reserved.map((_, t) => mostFilled(reserved.map((seats, other) => (other <= t ? seats : 0)), known));
        expect(filled).toEqual(upTo.map((most, t) => most - (upTo[t - 1] ?? 0)));
      }),
      { numRuns: 300 },
    );
  });

  it('go to the trait named first where one holder could fill either', () => {
    expect(filledBy([1, 1], [3])).toEqual([1, 0]);
    expect(filledBy([1, 1], [3, 1])).toEqual([1, 1]);
    expect(filledBy([2, 1], [])).toEqual([0, 0]);
  });
});
