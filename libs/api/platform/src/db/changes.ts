/** One line of an act: which rows of a table were touched (`export` = left the system in a file). `count` counts touches, `ids` holds all of them. */
export interface Change {
  table: string;
  verb: 'insert' | 'update' | 'delete' | 'read' | 'export';
  count: number;
  ids: string[];
}

/** Ids that an audit row has no room for: `change` = which line of the act, `part` counts from 0 within it. */
interface Part {
  change: number;
  part: number;
  ids: string[];
}

const idsInRow = 200;
const idsInPart = 1000;

/**
 * An act as `app.append_audit` takes it: its lines with the first 200 different ids each, and all others in parts. The
 * parts of a line are in order, so that each covers a span of its own, and small enough that finding one id reads little.
 * A line that names every id is marked by `more` where its count alone would not tell.
 */
export function actOf(changes: readonly Change[]): { changes: (Change & { more?: [] })[]; more: Part[] } {
  const more: Part[] = [];
  const lines = changes.map((change, at) => {
    const different = [...new Set(change.ids)];
    const rest = different.slice(idsInRow).sort();
    for (let start = 0; start < rest.length; start += idsInPart) more.push({ change: at, part: start / idsInPart, ids: rest.slice(start, start + idsInPart) });
    const ids = different.slice(0, idsInRow);
    return { ...change, ids, ...(ids.length < change.count ? { more: [] as [] } : {}) };
  });
  return { changes: lines, more };
}
