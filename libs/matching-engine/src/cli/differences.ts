/**
 * Every field in which two JSON values differ, as `path: first, second`. Rows with an id are compared with the row of the
 * same id and named by it.
 */
export function differences(first: unknown, second: unknown, path = ''): string[] {
  if (Array.isArray(first) && Array.isArray(second)) return betweenLists(first, second, path);
  if (isObject(first) && isObject(second)) {
    const fields = [...new Set([...Object.keys(second), ...Object.keys(first)])];
    return fields.flatMap((field) => differences(first[field], second[field], path === '' ? field : `${path}.${field}`));
  }
  return Object.is(first, second) ? [] : [`${path}: ${shown(first)}, ${shown(second)}`];
}

function betweenLists(first: readonly unknown[], second: readonly unknown[], path: string): string[] {
  if (first.every(hasId) && second.every(hasId)) {
    const others = new Map(second.map((row) => [row.id, row]));
    const known = new Set(first.map(({ id }) => id));
    const order = first.length === second.length && first.some(({ id }, i) => others.has(id) && second[i]!.id !== id) ? [`${path}: in another order`] : [];
    const missing = second.filter(({ id }) => !known.has(id)).map((row) => `${path}[${shown(row.id)}]: nothing, ${shown(row)}`);
    return [...first.flatMap((row) => differences(row, others.get(row.id), `${path}[${shown(row.id)}]`)), ...missing, ...order];
  }
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) => i).flatMap((i) => differences(first[i], second[i], `${path}[${i}]`));
}

function hasId(row: unknown): row is { id: unknown } {
  return isObject(row) && 'id' in row;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
