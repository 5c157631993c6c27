import { NOBODY, OPEN, SHUT } from './choice.ts';
import type { Beginning, Choice, Limit } from './choice.ts';
import { EMPTY, NODE, linkedHeaps, popNode, pushNode } from './linked-heaps.ts';

/**
 * Seats of an occurrence within the seats of its company, one newcomer at a time: the project allocation of Abraham,
 * Irving & Manlove (2007) with one order per company. With one too many at the occurrence its worst key goes; else, with
 * one too many at the company, the company's worst key goes. More seats of the company hurt nobody; more seats at one of
 * its occurrences alone may, for whom it takes there it may let go elsewhere. A newcomer to a full company costs a look at each of its
 * occurrences.
 */
export function companyChoice({ problem, seats, room, earlier, pupilOf }: Beginning): Choice {
  const { capacity, ofOccurrence } = problem.companies ?? { capacity: new Int32Array(), ofOccurrence: new Int32Array() };
  const count = new Int32Array(seats.length);
  const top = new Int32Array(seats.length).fill(EMPTY);
  const members: number[][] = Array.from(capacity, () => []);
  ofOccurrence.forEach((company, a) => members[company]?.push(a));
  const held = new Int32Array(capacity.length);
  const left = capacity.slice();
  for (let i = 0; i < earlier.occurrence.length; i++) {
    const company = ofOccurrence[earlier.occurrence[i]!] ?? -1;
    if (company !== -1) left[company]!--;
  }
  const heaps = linkedHeaps(left.map((free, company) => Math.min(Math.max(free, 0), members[company]!.reduce((sum, a) => sum + room[a]!, 0))));

  /** At which occurrence somebody gives way to a newcomer; undefined = there is room. */
  const givesWay = (a: number): number | undefined => {
    const company = ofOccurrence[a]!;
    if (count[a] === seats[a]) return top[a] === EMPTY ? NOBODY : a;
    if (held[company]! < left[company]!) return undefined;
    let worst = NOBODY;
    for (const member of members[company]!) {
      if (top[member] !== EMPTY && (worst === NOBODY || heaps.nodes[top[member]!]! > heaps.nodes[top[worst]!]!)) worst = member;
    }
    return worst;
  };

  const offer = (pupil: number, a: number, key: number): number => {
    const company = ofOccurrence[a]!;
    const leaves = givesWay(a);
    if (leaves === undefined) {
      top[a] = pushNode(heaps.nodes, top[a]!, heaps.base[company]! + NODE * held[company]!++, key);
      count[a]!++;
      return NOBODY;
    }
    const node = leaves === NOBODY ? EMPTY : top[leaves]!;
    if (node === EMPTY || key >= heaps.nodes[node]!) return pupil;
    const displaced = pupilOf(heaps.nodes[node]!, a);
    top[leaves] = popNode(heaps.nodes, node);
    count[leaves]!--;
    top[a] = pushNode(heaps.nodes, top[a]!, node, key);
    count[a]!++;
    return displaced;
  };

  const limitOf = (a: number): Limit => {
    const leaves = givesWay(a);
    return { key: leaves === undefined ? OPEN : leaves === NOBODY ? SHUT : heaps.nodes[top[leaves]!]!, trait: -1 };
  };
  return { offer, limitOf };
}
