/** Deterministic chance for the demo region: the same seed gives the same region on every machine. */
export class Chance {
  constructor(private state: number) {}

  /** A number in [0, 1), by the mulberry32 recurrence. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)] as Item;
  }

  /** `count` different items, in random order. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const pool = [...items];
    for (let at = 0; at < Math.min(count, pool.length); at++) {
      const other = at + Math.floor(this.next() * (pool.length - at));
      [pool[at], pool[other]] = [pool[other] as Item, pool[at] as Item];
    }
    return pool.slice(0, count);
  }
}
