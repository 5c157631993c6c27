/** So much goes from one to another. */
export interface Flow {
  from: string;
  to: string;
  value: number;
}

/** A block at one side: where it begins and how high it is, in the units of the height asked for. */
export interface FlowNode {
  label: string;
  value: number;
  y: number;
  height: number;
}

/** A band from a block on the left to one on the right. */
export interface FlowBand {
  from: number;
  to: number;
  value: number;
  fromY: number;
  toY: number;
  thickness: number;
}

export interface FlowLayoutOptions {
  height: number;
  /** Blocks per side; the smaller rest is joined into one. */
  most: number;
  gap: number;
  otherFrom: string;
  otherTo: string;
}

/** Largest first; what is beyond `most` goes into one last block, which is absent when it would hold nothing or one. */
function sideOf(flows: readonly Flow[], end: 'from' | 'to', most: number, other: string): { labels: string[]; at: (label: string) => number } {
  const sums = new Map<string, number>();
  for (const flow of flows) sums.set(flow[end], (sums.get(flow[end]) ?? 0) + flow.value);
  const sorted = [...sums].sort(([left, leftSum], [right, rightSum]) => rightSum - leftSum || (left < right ? -1 : 1)).map(([label]) => label);
  const shown = sorted.length > most ? sorted.slice(0, most - 1) : sorted;
  const index = new Map(shown.map((label, at) => [label, at]));
  return { labels: sorted.length > most ? [...shown, other] : shown, at: (label) => index.get(label) ?? shown.length };
}

/**
 * Lays flows out as blocks at two sides and bands between them (a Sankey diagram of one step). All of the height is used by
 * the fuller side; bands leave and reach each block in the order of the blocks opposite, so that few of them cross.
 */
export function layOutFlows(flows: readonly Flow[], { height, most, gap, otherFrom, otherTo }: FlowLayoutOptions): { left: FlowNode[]; right: FlowNode[]; bands: FlowBand[] } {
  const [from, to] = [sideOf(flows, 'from', most, otherFrom), sideOf(flows, 'to', most, otherTo)];
  const values = from.labels.map(() => to.labels.map(() => 0));
  for (const flow of flows) {
    const row = values[from.at(flow.from)];
    const column = to.at(flow.to);
    if (row) row[column] = (row[column] ?? 0) + flow.value;
  }
  const total = flows.reduce((sum, { value }) => sum + value, 0);
  const unit = total === 0 ? 0 : (height - gap * (Math.max(from.labels.length, to.labels.length) - 1)) / total;
  const stack = (labels: string[], sums: number[]): FlowNode[] => {
    let y = 0;
    return labels.map((label, at) => {
      const node = { label, value: sums[at] ?? 0, y, height: (sums[at] ?? 0) * unit };
      y += node.height + gap;
      return node;
    });
  };
  const left = stack(from.labels, values.map((row) => row.reduce((sum, value) => sum + value, 0)));
  const right = stack(to.labels, to.labels.map((_, column) => values.reduce((sum, row) => sum + (row[column] ?? 0), 0)));
  const reached = right.map(({ y }) => y);
  const bands = left.flatMap(({ y }, row) => {
    let fromY = y;
    return right.flatMap((_, column): FlowBand[] => {
      const value = values[row]?.[column] ?? 0;
      if (value === 0) return [];
      const band = { from: row, to: column, value, fromY, toY: reached[column] ?? 0, thickness: value * unit };
      fromY += band.thickness;
      reached[column] = band.toY + band.thickness;
      return [band];
    });
  });
  return { left, right, bands };
}
