import { accessLog, type AccessEntry, type Tx } from '@mintforge/platform';
import { subjectTables, type Subject } from './subject-rows';

/** An act on a person's data as a copy tells it. */
export interface LogLine extends Omit<AccessEntry, 'at'> {
  at: string;
}

/** Who looked at or changed the data of a person, newest first: the acts on their own row and on rows that are theirs. */
export async function logOf(tx: Tx, { id }: Subject, rowIds: readonly string[]): Promise<LogLine[]> {
  return (await accessLog(tx, [id, ...rowIds])).map(({ at, ...entry }) => ({ at: at.toISOString(), ...entry }));
}

/** Where the data came from: the act that first stored the person, e.g. a class list that the school handed in; `unknown` where the trail is cut. */
export async function sourceOf(tx: Tx, { kind, id }: Subject): Promise<string> {
  const [first] = await tx.query<{ action: string }>(
    `select a.action from app.acts_on(array[$2]) as acts join audit a on a.region_id = $1 and a.seq = acts.seq
      where a.changes->acts.change->>'table' = $3 and a.changes->acts.change->>'verb' = 'insert' order by a.seq limit 1`, [tx.regionId, id, subjectTables[kind]]);
  return first?.action ?? 'unknown';
}
