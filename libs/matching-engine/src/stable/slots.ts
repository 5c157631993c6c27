import { Kind } from './cells.ts';
import { NOBODY, OPEN, SHUT } from './choice.ts';
import type { Beginning, Choice, Limit } from './choice.ts';
import { EMPTY, NODE, linkedHeaps, popNode, pushNode } from './linked-heaps.ts';

/**
 * Slots in a stated order (Kominers & Sonmez 2016), one newcomer at a time. Neighbouring slots of one kind are a stretch. A
 * newcomer goes along the stretches and takes the first free slot, or the slot of the worst one there, if that one is
 * behind: of holders and others the others are, of equals the worse key. Who is displaced goes on along the rest, for what
 * lies before was not to be had; whoever comes to the end is refused. O(stretches + moves * log q) a newcomer.
 */
export function slotChoice(beginning: Beginning): Choice {
  const { problem, cells, traits, seats, room, pupilOf } = beginning;
  const { start, trait } = problem.choices?.seats ?? { start: new Int32Array(seats.length + 1), trait: new Int32Array() };
  const heaps = linkedHeaps(room.map((most, a) => (cells.kind[a] === Kind.SLOTS ? most : 0)));
  const count = new Int32Array(seats.length);
  const free = slotsLeft(beginning);
  /** Per stretch two heaps: the holders of its trait (with an open one: everybody), then the others. */
  const top = new Int32Array(2 * trait.length).fill(EMPTY);
  const isHolder = (mask: number, stretch: number): boolean => trait[stretch] === -1 || ((mask >> trait[stretch]!) & 1) === 1;

  const offer = (pupil: number, a: number, key: number): number => {
    let standing = key;
    let who = pupil;
    for (let stretch = start[a]!; stretch < start[a + 1]!; stretch++) {
      const own = 2 * stretch + (isHolder(traits[who]!, stretch) ? 0 : 1);
      if (free[stretch]! > 0 && count[a]! < seats[a]!) {
        free[stretch]!--;
        top[own] = pushNode(heaps.nodes, top[own]!, heaps.base[a]! + NODE * count[a]!++, standing);
        return NOBODY;
      }
      const worst = top[2 * stretch + 1] === EMPTY ? 2 * stretch : 2 * stretch + 1;
      const behind = top[worst]!;
      if (behind === EMPTY || worst < own || (worst === own && standing >= heaps.nodes[behind]!)) continue;
      const displaced = heaps.nodes[behind]!;
      top[worst] = popNode(heaps.nodes, behind);
      top[own] = pushNode(heaps.nodes, top[own]!, behind, standing);
      standing = displaced;
      who = pupilOf(displaced, a);
    }
    return who;
  };

  const keyOn = (node: number): number => (node === EMPTY ? NONE : heaps.nodes[node]!);
  const limitOf = (a: number, cell: number): Limit => {
    let mask = 0;
    for (let row = cells.traitStart[a]!, rest = cell; row < cells.traitStart[a + 1]!; row++, rest >>= 1) if (rest & 1) mask |= 1 << cells.trait[row]!;
    if (count[a]! < seats[a]!) return { key: OPEN, trait: -1 };
    const limit: Limit = { key: SHUT, trait: -1 };
    let last = NONE;
    for (let stretch = start[a]!; stretch < start[a + 1]!; stretch++) {
      const holders = keyOn(top[2 * stretch]!);
      const others = keyOn(top[2 * stretch + 1]!);
      const holder = isHolder(mask, stretch);
      const here = others === NONE ? (holder ? holders : NONE) : holder ? OPEN : others;
      limit.key = Math.max(limit.key, here);
      if (Math.max(holders, others) <= last) continue;
      last = Math.max(holders, others);
      limit.trait = holder || others > holders ? -1 : trait[stretch]!;
    }
    return limit;
  };
  return { offer, limitOf };
}

const NONE = Number.NEGATIVE_INFINITY;

/** Per stretch the slots left by those who hold a seat already, by the rule stated at `Rule`. */
function slotsLeft({ problem: { choices, lottery }, cells, traits, earlier }: Beginning): Int32Array {
  if (!choices) return new Int32Array();
  const { start, trait, seats } = choices.seats;
  const left = seats.slice();
  const kept = Array.from(earlier.pupil, (pupil, i) => ({ pupil, a: earlier.occurrence[i]! })).filter(({ a }) => cells.kind[a] === Kind.SLOTS);
  kept.sort((x, y) => lottery[x.pupil]! - lottery[y.pupil]!);
  for (const { pupil, a } of kept) {
    let taken = -1;
    for (let stretch = start[a]!; stretch < start[a + 1]!; stretch++) {
      if (left[stretch] === 0) continue;
      taken = stretch;
      if (trait[stretch] === -1 || (traits[pupil]! >> trait[stretch]!) & 1) break;
    }
    left[taken]!--;
  }
  return left;
}
