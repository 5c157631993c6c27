import { Kind, cellOf } from './cells.ts';
import { NOBODY, OPEN, SHUT } from './choice.ts';
import type { Beginning } from './choice.ts';
import { EMPTY, NODE, OWN, popNode, pushNode } from './linked-heaps.ts';

/**
 * The desks of all occurrences that are plain or guarantee seats. What settles most proposals, the limits, lies close
 * together; the rest of a desk is one stretch of numbers: three named below, per set of traits its cover, per cell its worst
 * and its top, and the nodes of those held.
 */
export interface Desks {
  /** Per cell (as `Cells` counts them): a newcomer needs a smaller key; an upper bound, for limits only fall. */
  limit: Int32Array;
  /** Where the desk of an occurrence begins on the board. */
  start: Int32Array;
  /**
   * Cover of a set S: R(S) + #{held with a trait outside S}, R(S) being the seats reserved for S. Worst of a cell: one more
   * than the worst key held there, SHUT when nobody is; its top: the heap of those held.
   */
  board: Int32Array;
}

const HELD = 0;
const SEATS = 1;
const SETS = 2;
const COVER = 3;
/** Until they are sorted nodes have a cell where a side will be. */
const NODE_CELL = 1;

/** Empty desks; of those who hold seats already only the traits count. Occurrences of other kinds have no desk. */
export function desksOf({ cells, traits, seats, room, earlier }: Pick<Beginning, 'cells' | 'traits' | 'seats' | 'room' | 'earlier'>): Desks {
  const { kind, start: cellStart } = cells;
  const start = new Int32Array(kind.length + 1);
  for (let a = 0; a < kind.length; a++) {
    const sets = cellStart[a + 1]! - cellStart[a]!;
    start[a + 1] = start[a]! + (kind[a]! > Kind.MINIMUM_GUARANTEE ? 0 : COVER + 3 * sets + NODE * room[a]!);
  }
  const board = new Int32Array(start[kind.length]!);
  const limit = new Int32Array(cellStart[kind.length]!).fill(OPEN);
  for (let a = 0; a < kind.length; a++) {
    if (kind[a]! > Kind.MINIMUM_GUARANTEE) continue;
    const sets = cellStart[a + 1]! - cellStart[a]!;
    const cover = start[a]! + COVER;
    const worst = cover + sets;
    board[start[a]! + SEATS] = seats[a]!;
    board[start[a]! + SETS] = sets;
    for (let set = 0; set < sets; set++) {
      if (seats[a] === 0) limit[cellStart[a]! + set] = SHUT;
      board[worst + set] = SHUT;
      board[worst + sets + set] = EMPTY;
      if (set > 0) board[cover + set] = board[cover + (set & (set - 1))]! + cells.traitSeats[cells.traitStart[a]! + 31 - Math.clz32(set & -set)]!;
    }
  }
  for (let i = 0; i < earlier.pupil.length; i++) {
    const a = earlier.occurrence[i]!;
    if (kind[a] === Kind.MINIMUM_GUARANTEE) countIn(board, start[a]!, cellOf(cells, a, traits[earlier.pupil[i]!]!));
  }
  return { limit, start, board };
}

/**
 * A pupil of a cell, whose key is below the limit, asks at the desk: returns who has to go, which is the asking one when he
 * or she is refused after all, or NOBODY when there was room. `at` is the place of the limit.
 *
 * Until somebody has to give way nodes are only listed, with their cell; then they are sorted into one heap a cell.
 */
export function askAt(board: Int32Array, desk: number, cell: number, key: number, pupil: number, limit: Int32Array, at: number): number {
  const sets = board[desk + SETS]!;
  const held = board[desk + HELD]!;
  const worst = desk + COVER + sets;
  const top = worst + sets;
  if (held < board[desk + SEATS]!) {
    const node = top + sets + NODE * held;
    board[node] = key;
    board[node + NODE_CELL] = cell;
    board[node + OWN] = pupil;
    board[desk + HELD] = held + 1;
    if (held + 1 === board[desk + SEATS]) sortIntoHeaps(board, desk);
    return NOBODY;
  }
  const tight = tightSet(board, desk, cell);
  let leaves = worstWithin(board, desk, tight);
  if ((cell & ~tight) === 0 || leaves === NOBODY) {
    if (leaves === NOBODY && (cell & ~tight) !== 0) leaves = worstWithin(board, desk, sets - 1);
    const needed = leaves === NOBODY ? SHUT : board[worst + leaves]!;
    limit[at] = needed;
    if (key >= needed) return pupil;
  }
  const node = board[top + leaves]!;
  const gone = board[node + OWN]!;
  const next = popNode(board, node);
  board[top + leaves] = next;
  board[worst + leaves] = next === EMPTY ? SHUT : board[next]! + 1;
  board[node + OWN] = pupil;
  const now = pushNode(board, board[top + cell]!, node, key);
  board[top + cell] = now;
  board[worst + cell] = board[now]! + 1;
  if (cell !== leaves) {
    const cover = desk + COVER;
    for (let set = 0; set < sets; set++) board[cover + set]! += isOutside(cell, set) - isOutside(leaves, set);
  }
  return gone;
}

/** Counts in somebody who is known to be held, for `neededAt` alone: nobody can be made to leave afterwards, and the desk needs no nodes. */
export function noteAt(board: Int32Array, desk: number, cell: number, key: number): void {
  const worst = desk + COVER + board[desk + SETS]!;
  board[desk + HELD]!++;
  if (key >= board[worst + cell]!) board[worst + cell] = key + 1;
  countIn(board, desk, cell);
}

/** What a newcomer of the cell needs as things stand; `guarantees` has the traits whose reserves keep worse keys than that, as bits. */
export function neededAt(board: Int32Array, desk: number, cell: number): { key: number; guarantees: number } {
  const sets = board[desk + SETS]!;
  if (board[desk + HELD]! < board[desk + SEATS]!) return { key: OPEN, guarantees: 0 };
  const worst = desk + COVER + sets;
  const tight = tightSet(board, desk, cell);
  const replaced = worstWithin(board, desk, tight);
  const last = worstWithin(board, desk, sets - 1);
  const inside = (cell & ~tight) === 0;
  if (replaced !== NOBODY && !inside) return { key: OPEN, guarantees: 0 };
  const givesWay = inside ? replaced : last;
  return { key: givesWay === NOBODY ? SHUT : board[worst + givesWay]! - 1, guarantees: !inside || last === NOBODY ? 0 : last & ~tight };
}

function sortIntoHeaps(board: Int32Array, desk: number): void {
  const sets = board[desk + SETS]!;
  const held = board[desk + HELD]!;
  const worst = desk + COVER + sets;
  const top = worst + sets;
  const within = new Int32Array(sets);
  for (let node = top + sets, end = node + NODE * held; node < end; node += NODE) {
    const cell = board[node + NODE_CELL]!;
    within[cell]!++;
    const now = pushNode(board, board[top + cell]!, node, board[node]!);
    board[top + cell] = now;
    board[worst + cell] = board[now]! + 1;
  }
  for (let trait = 1; trait < sets; trait <<= 1) {
    for (let set = trait; set < sets; set++) if ((set & trait) !== 0) within[set]! += within[set ^ trait]!;
  }
  for (let set = 0; set < sets; set++) board[desk + COVER + set]! += held - within[set]!;
}

function countIn(board: Int32Array, desk: number, cell: number): void {
  const sets = board[desk + SETS]!;
  const cover = desk + COVER;
  for (let set = 0; set < sets; set++) board[cover + set]! += isOutside(cell, set);
}

/**
 * The intersection of the tight sets once a newcomer of this cell has come: as it is tight itself, the tight set of the
 * lowest number. Without branches, for nothing predicts them.
 */
function tightSet(board: Int32Array, desk: number, cell: number): number {
  const sets = board[desk + SETS]!;
  const cover = desk + COVER;
  let least = board[cover]! + isOutside(cell, 0);
  let tight = 0;
  for (let set = 1; set < sets; set++) {
    const more = board[cover + set]! + isOutside(cell, set) - least;
    const isLess = more >> 31;
    least += more & isLess;
    tight += (set - tight) & isLess;
  }
  return tight;
}

/** The cell with the worst key among those whose traits all lie in the set, or NOBODY. */
function worstWithin(board: Int32Array, desk: number, set: number): number {
  const worst = desk + COVER + board[desk + SETS]!;
  let found = NOBODY;
  let most = SHUT;
  for (let cell = set; ; cell = (cell - 1) & set) {
    if (board[worst + cell]! > most) {
      most = board[worst + cell]!;
      found = cell;
    }
    if (cell === 0) return found;
  }
}

/** 1 when some trait of the cell lies outside the set, else 0. */
function isOutside(cell: number, set: number): number {
  return -(cell & ~set) >>> 31;
}
