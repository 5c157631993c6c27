import type { Cells } from './cells.ts';
import { cellOf, Kind } from './cells.ts';
import { NOBODY } from './choice.ts';
import { heapRooms } from './deferred-acceptance.ts';
import type { Run } from './deferred-acceptance.ts';
import { askAt, desksOf } from './desks.ts';
import { putBack, takeNext, waitingOf } from './waiting.ts';
import { keyOf, pupilCount } from '../problem.ts';
import type { Problem } from '../problem.ts';

/** Per kind of pupil (traits that count somewhere, pressed together) and per set of traits that count at an occurrence the cell. */
export interface Lookup {
  /** Per pupil the kind. */
  kind: Int32Array;
  /** The cell of a kind at an occurrence is cell[from[occurrence] + kind]. */
  from: Int32Array;
  cell: Uint8Array;
}

/**
 * `chosenAcceptance` where every occurrence is plain or guarantees seats, by the one lottery, as nearly all problems are:
 * the same desks, but everything an offer needs is looked up in flat tables.
 *
 * @returns per pupil the edge of the wish received, or -1 (also for everybody who takes no part).
 */
export function guaranteedAcceptance(problem: Problem, run: Run, cells: Cells, lookup: Lookup): Int32Array {
  const { wishStart, wishOccurrence, lottery, choices } = problem;
  const { classes, participants, seats, earlier } = run;
  const held = new Int32Array(pupilCount(problem)).fill(-1);
  const { limit, start, board } = desksOf({ cells, traits: choices!.traits, seats, earlier, room: heapRooms(problem, run).room });
  const { kind, from, cell } = lookup;
  const waiting = waitingOf(held.length, participants);
  for (let pupil = takeNext(waiting); pupil !== NOBODY; pupil = takeNext(waiting)) {
    const rank = lottery[pupil]!;
    const own = kind[pupil]!;
    const end = wishStart[pupil + 1]!;
    let edge = held[pupil] === -1 ? wishStart[pupil]! : held[pupil]! + 1;
    for (; edge < end; edge++) {
      const a = wishOccurrence[edge]!;
      const key = keyOf(classes[edge]!, rank);
      const cellHere = cell[from[a]! + own]!;
      const at = cells.start[a]! + cellHere;
      if (key >= limit[at]!) continue;
      const displaced = askAt(board, start[a]!, cellHere, key, pupil, limit, at);
      if (displaced === pupil) continue;
      if (displaced !== NOBODY) putBack(waiting, displaced);
      break;
    }
    held[pupil] = edge < end ? edge : -1;
  }
  return held;
}

/** Tables for `guaranteedAcceptance`; undefined where other rules, several lotteries or very many sets of traits need the general way. */
export function lookupFor({ choices, lotteries, wishOccurrence }: Problem, cells: Cells): Lookup | undefined {
  const { kind: rules, traitStart, trait } = cells;
  if (!choices || lotteries?.ofOccurrence.some((lottery) => lottery !== -1) || rules.some((rule) => rule > Kind.MINIMUM_GUARANTEE)) return undefined;
  const counted = Int32Array.from(new Set(trait));
  const kinds = 2 ** counted.length;
  const examples = new Map<string, number>();
  const setOf = Array.from(rules, (_, a) => trait.subarray(traitStart[a], traitStart[a + 1]).join());
  setOf.forEach((set, a) => examples.set(set, a));
  if (kinds * examples.size > FEW_CELLS + wishOccurrence.length) return undefined;
  const cell = new Uint8Array(kinds * examples.size);
  const position = new Map<string, number>();
  for (const [set, a] of examples) {
    const first = position.size * kinds;
    position.set(set, first);
    for (let kind = 0; kind < kinds; kind++) cell[first + kind] = cellOf(cells, a, unpressed(kind, counted));
  }
  return { kind: pressed(choices.traits, counted), cell, from: Int32Array.from(setOf, (set) => position.get(set)!) };
}

const FEW_CELLS = 2 ** 10;

/** The bits of these traits, one next to the other. */
function pressed(masks: Int32Array, traits: Int32Array): Int32Array {
  const kind = new Int32Array(masks.length);
  for (let p = 0; p < kind.length; p++) {
    let bits = 0;
    for (let i = 0; i < traits.length; i++) bits |= ((masks[p]! >> traits[i]!) & 1) << i;
    kind[p] = bits;
  }
  return kind;
}

function unpressed(kind: number, traits: Int32Array): number {
  let mask = 0;
  for (let i = 0; i < traits.length; i++) mask |= ((kind >> i) & 1) << traits[i]!;
  return mask;
}
