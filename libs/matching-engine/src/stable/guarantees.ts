import { Kind, cellOf } from './cells.ts';
import { NOBODY, OPEN, SHUT } from './choice.ts';
import type { Beginning, Choice, Limit } from './choice.ts';
import { EMPTY, NODE, linkedHeaps, popNode, pushNode } from './linked-heaps.ts';

/**
 * The minimum-guarantee choice with overlapping traits (Sonmez & Yenmez 2022), one newcomer at a time; without reserves it
 * is the plain one.
 *
 * By Konig's theorem the held fill at most min over trait sets S of R(S) + #{held with a trait outside S} reserved seats,
 * R(S) being the seats reserved for S. A set that reaches the minimum is tight; the intersection T of the tight sets is
 * tight too. With one pupil too many, those whose reserved traits all lie in T can go without a reserved seat staying
 * empty for it, and nobody else can: the worst key among them goes. Where that leaves nobody, because pins without the
 * traits sit on the seats, whoever goes leaves one reserved seat empty, and the worst key of all goes.
 *
 * Until somebody has to give way nodes are only listed, with their cell; then they are sorted into one heap a cell. The sums
 * are kept for every S, so a newcomer who is not refused by the limit costs O(2^K + log q) for the K traits of the occurrence.
 */
export function guaranteeChoice({ cells, traits, seats, room, earlier, pupilOf }: Beginning): Choice {
  const { start, kind, traitStart, trait } = cells;
  const heaps = linkedHeaps(room.map((most, a) => (kind[a]! <= Kind.MINIMUM_GUARANTEE ? most : 0)));
  const { base, nodes } = heaps;
  const all = start[kind.length]!;
  const count = new Int32Array(kind.length);
  /** Per cell: an upper bound of the key needed, the top of its heap, and one more than the key there (SHUT when empty). */
  const limit = new Int32Array(all).fill(OPEN);
  const top = new Int32Array(all).fill(EMPTY);
  const bound = new Int32Array(all).fill(SHUT);
  for (let a = 0; a < kind.length; a++) if (seats[a] === 0) limit.fill(SHUT, start[a]!, start[a + 1]!);
  const inHeaps = new Uint8Array(kind.length);
  const cover = coverOf({ cells, traits, earlier });

  const offer = (pupil: number, a: number, key: number): number => {
    const from = start[a]!;
    const mask = traits[pupil]!;
    let cell = 0;
    for (let row = traitStart[a]!, end = traitStart[a + 1]!, bit = 0; row < end; row++, bit++) cell |= ((mask >> trait[row]!) & 1) << bit;
    const at = from + cell;
    if (key >= limit[at]!) return pupil;
    const held = count[a]!;
    if (held < seats[a]!) {
      const node = base[a]! + NODE * held;
      nodes[node] = key;
      nodes[node + 1] = cell;
      count[a] = held + 1;
      if (held + 1 === seats[a]) countCells(a);
      return NOBODY;
    }
    const tight = tightSet(from, start[a + 1]! - from, cell);
    let leaves = worstWithin(from, tight);
    if ((cell & ~tight) === 0 || leaves === NOBODY) {
      if (leaves === NOBODY && (cell & ~tight) !== 0) leaves = worstWithin(from, start[a + 1]! - from - 1);
      const needed = leaves === NOBODY ? SHUT : bound[leaves]!;
      limit[at] = needed;
      if (key >= needed) return pupil;
    }
    if (inHeaps[a] === 0) sortIntoHeaps(a);
    const node = top[leaves]!;
    const displaced = pupilOf(nodes[node]!, a);
    const next = popNode(heaps, node);
    top[leaves] = next;
    bound[leaves] = next === EMPTY ? SHUT : nodes[next]! + 1;
    const now = pushNode(heaps, top[at]!, node, key);
    top[at] = now;
    bound[at] = nodes[now]! + 1;
    if (at !== leaves) {
      const gone = leaves - from;
      for (let set = 0, most = start[a + 1]! - from; set < most; set++) cover[from + set]! += isOutside(cell, set) - isOutside(gone, set);
    }
    return displaced;
  };

  const countCells = (a: number): void => {
    const from = start[a]!;
    const sets = start[a + 1]! - from;
    for (let node = base[a]!, end = node + NODE * count[a]!; node < end; node += NODE) {
      const cell = nodes[node + 1]!;
      if (nodes[node]! >= bound[from + cell]!) bound[from + cell] = nodes[node]! + 1;
      for (let set = 0; set < sets; set++) cover[from + set]! += isOutside(cell, set);
    }
  };

  const sortIntoHeaps = (a: number): void => {
    const from = start[a]!;
    inHeaps[a] = 1;
    for (let node = base[a]!, end = node + NODE * count[a]!; node < end; node += NODE) {
      const at = from + nodes[node + 1]!;
      top[at] = pushNode(heaps, top[at]!, node, nodes[node]!);
    }
  };

  /** The intersection of the tight sets once a newcomer of this cell has come; without branches, for nothing predicts them. */
  const tightSet = (from: number, sets: number, cell: number): number => {
    let least = cover[from]! + isOutside(cell, 0);
    let tight = 0;
    for (let set = 1; set < sets; set++) {
      const more = cover[from + set]! + isOutside(cell, set) - least;
      const isLess = more >> 31;
      const isMore = -more >> 31;
      least += more & isLess;
      tight = (set & isLess) | (tight & (set | isMore) & ~isLess);
    }
    return tight;
  };

  /** The cell with the worst key among those whose traits all lie in the set. */
  const worstWithin = (from: number, set: number): number => {
    let found = NOBODY;
    let most = SHUT;
    for (let cell = set; ; cell = (cell - 1) & set) {
      if (bound[from + cell]! > most) {
        most = bound[from + cell]!;
        found = from + cell;
      }
      if (cell === 0) return found;
    }
  };

  const limitOf = (a: number, cell: number): Limit => {
    const from = start[a]!;
    if (count[a]! < seats[a]!) return { key: OPEN, trait: -1 };
    const sets = start[a + 1]! - from;
    const tight = tightSet(from, sets, cell);
    const replaced = worstWithin(from, tight);
    const last = worstWithin(from, sets - 1);
    if ((cell & ~tight) !== 0) return { key: replaced === NOBODY && last !== NOBODY ? bound[last]! - 1 : replaced === NOBODY ? SHUT : OPEN, trait: -1 };
    const guaranteed = last === NOBODY ? 0 : (last - from) & ~tight;
    const key = replaced === NOBODY ? SHUT : bound[replaced]! - 1;
    return { key, trait: guaranteed === 0 ? -1 : trait[traitStart[a]! + 31 - Math.clz32(guaranteed & -guaranteed)]! };
  };
  return { offer, limitOf };
}

/** Per cell, read as the set S of its traits: seats reserved for S, and those who hold seats already with a trait outside S. */
function coverOf({ cells, traits, earlier }: Pick<Beginning, 'cells' | 'traits' | 'earlier'>): Int32Array {
  const { start, kind, traitStart, traitSeats } = cells;
  const cover = new Int32Array(start[kind.length]!);
  for (let a = 0; a < kind.length; a++) {
    if (kind[a] !== Kind.MINIMUM_GUARANTEE) continue;
    for (let set = 1; set < start[a + 1]! - start[a]!; set++) {
      const lowest = 31 - Math.clz32(set & -set);
      cover[start[a]! + set] = cover[start[a]! + (set & (set - 1))]! + traitSeats[traitStart[a]! + lowest]!;
    }
  }
  for (let i = 0; i < earlier.pupil.length; i++) {
    const a = earlier.occurrence[i]!;
    if (kind[a] !== Kind.MINIMUM_GUARANTEE) continue;
    const cell = cellOf(cells, a, traits[earlier.pupil[i]!]!);
    for (let set = 0; set < start[a + 1]! - start[a]!; set++) cover[start[a]! + set]! += isOutside(cell, set);
  }
  return cover;
}

/** 1 when some trait of the cell lies outside the set, else 0. */
function isOutside(cell: number, set: number): number {
  return -(cell & ~set) >>> 31;
}
