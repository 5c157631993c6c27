import DataLoader from 'dataloader';

interface GraphqlContext {
  loaders: Map<string, DataLoader<string, unknown>>;
}

/**
 * The loader of this name for the running request: many ids become one read. `batch` gets distinct ids and answers
 * rows in any order; `key` names the id of a row. Missing rows give null.
 */
export function loaderOf<Row>(context: GraphqlContext, name: string, key: (row: Row) => string, batch: (ids: readonly string[]) => Promise<Row[]>): DataLoader<string, Row | null> {
  const known = context.loaders.get(name);
  if (known) return known as DataLoader<string, Row | null>;
  const loader = new DataLoader<string, Row | null>(async (ids) => {
    const rows = new Map((await batch(ids)).map((row) => [key(row), row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
  context.loaders.set(name, loader as DataLoader<string, unknown>);
  return loader;
}

/** As `loaderOf`, but every id has many rows. */
export function loaderOfMany<Row>(context: GraphqlContext, name: string, key: (row: Row) => string, batch: (ids: readonly string[]) => Promise<Row[]>): DataLoader<string, Row[]> {
  const known = context.loaders.get(name);
  if (known) return known as DataLoader<string, Row[]>;
  const loader = new DataLoader<string, Row[]>(async (ids) => {
    const rows = Map.groupBy(await batch(ids), key);
    return ids.map((id) => rows.get(id) ?? []);
  });
  context.loaders.set(name, loader as DataLoader<string, unknown>);
  return loader;
}

export type { GraphqlContext };
