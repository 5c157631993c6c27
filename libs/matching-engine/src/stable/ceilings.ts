import { Kind, cellOf } from './cells.ts';
import { NOBODY, OPEN, SHUT } from './choice.ts';
import type { Beginning, Choice, Limit } from './choice.ts';
import { EMPTY, NODE, linkedHeaps, popNode, pushNode } from './linked-heaps.ts';

/**
 * The plain choice under ceilings, one newcomer at a time: in the order of keys whoever is under the ceiling he or she
 * counts for. As everybody counts for one at most, this is the greedy basis of a partition matroid cut off at the seats,
 * so the outcome does not depend on the order. No promise of non-waste for those a ceiling binds.
 */
export function ceilingChoice({ cells, traits, seats, room, earlier, pupilOf }: Beginning): Choice {
  const { start, kind, traitStart, trait } = cells;
  const heaps = linkedHeaps(room.map((most, a) => (kind[a] === Kind.CEILINGS ? most : 0)));
  const count = new Int32Array(kind.length);
  const top = new Int32Array(start[kind.length]!).fill(EMPTY);
  const left = underCeilings({ cells, traits, earlier });

  /** Whose worst key gives way to a newcomer of the cell: one of the cell itself at its ceiling, of all cells in a full house; undefined = there is room. */
  const givesWay = (a: number, at: number): number | undefined => {
    if (left[at]! <= 0) return top[at] === EMPTY ? NOBODY : at;
    if (count[a]! < seats[a]!) return undefined;
    let worst = NOBODY;
    for (let cell = start[a]!; cell < start[a + 1]!; cell++) {
      if (top[cell] !== EMPTY && (worst === NOBODY || heaps.nodes[top[cell]!]! > heaps.nodes[top[worst]!]!)) worst = cell;
    }
    return worst;
  };

  const offer = (pupil: number, a: number, key: number): number => {
    const at = start[a]! + cellOf(cells, a, traits[pupil]!);
    const leaves = givesWay(a, at);
    if (leaves === undefined) {
      top[at] = pushNode(heaps.nodes, top[at]!, heaps.base[a]! + NODE * count[a]!++, key);
      left[at]!--;
      return NOBODY;
    }
    const node = leaves === NOBODY ? EMPTY : top[leaves]!;
    if (node === EMPTY || key >= heaps.nodes[node]!) return pupil;
    const displaced = pupilOf(heaps.nodes[node]!, a);
    top[leaves] = popNode(heaps.nodes, node);
    left[leaves]!++;
    top[at] = pushNode(heaps.nodes, top[at]!, node, key);
    left[at]!--;
    return displaced;
  };

  const limitOf = (a: number, cell: number): Limit => {
    const at = start[a]! + cell;
    const leaves = givesWay(a, at);
    const key = leaves === undefined ? OPEN : leaves === NOBODY ? SHUT : heaps.nodes[top[leaves]!]!;
    return { key, trait: left[at]! <= 0 ? trait[traitStart[a]! + cell - 1]! : -1 };
  };
  return { offer, limitOf };
}

/** Per cell how many more may count for its ceiling; pins above it make it negative. */
function underCeilings({ cells, traits, earlier }: Pick<Beginning, 'cells' | 'traits' | 'earlier'>): Int32Array {
  const { start, kind, traitStart, traitSeats } = cells;
  const left = new Int32Array(start[kind.length]!);
  for (let a = 0; a < kind.length; a++) {
    if (kind[a] !== Kind.CEILINGS) continue;
    left[start[a]!] = UNBOUNDED;
    for (let row = traitStart[a]!, cell = start[a]! + 1; row < traitStart[a + 1]!; row++, cell++) left[cell] = traitSeats[row]!;
  }
  for (let i = 0; i < earlier.pupil.length; i++) {
    const a = earlier.occurrence[i]!;
    if (kind[a] === Kind.CEILINGS) left[start[a]! + cellOf(cells, a, traits[earlier.pupil[i]!]!)]!--;
  }
  return left;
}

const UNBOUNDED = 2 ** 31 - 1;
