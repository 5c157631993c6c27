/** One goal of a bench: what was measured, over what size, against which target, and whether it held. */
export interface BenchRow {
  bench: string;
  goal: string;
  size: number | string;
  unit: string;
  value: number;
  target: number | string;
  held: boolean;
}

export function benchTable(rows: BenchRow[]): string;
