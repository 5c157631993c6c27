import { Refusal, type TaskKind, type TaskNote } from '@mintforge/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { Tx } from './db/tx';

/** A task to open. */
export interface NewTask {
  kind: TaskKind;
  /** The row it is about; there is at most one open task of a kind about a row. */
  about: string;
  pupilId?: string | null;
  /** Codes, counts and days for its words; never a personal value. */
  params?: Record<string, string | number | null>;
  /** A calendar day `YYYY-MM-DD` by which it should be done. */
  dueOn?: string | null;
}

/** Tasks that wait for somebody of the office (Aufgaben); they are opened in the transaction of the act that causes them. */
@Injectable()
export class Tasks {
  /** Opens tasks; one that is open already gets the newer params and day. */
  async open(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
    if (tasks.length === 0) return;
    const opened = await tx.query<{ id: string }>(
      `insert into office_task (region_id, kind, about, pupil_id, params, due_on)
        select $1, t.kind, t.about, t.pupil_id, coalesce(t.params, '{}'), t.due_on from jsonb_to_recordset($2) as t (kind text, about uuid, pupil_id uuid, params jsonb, due_on date)
        on conflict (region_id, kind, about) where state = 'OPEN' do update set params = excluded.params, due_on = excluded.due_on returning id`,
      [tx.regionId, JSON.stringify(tasks.map(({ pupilId, dueOn, ...task }) => ({ ...task, pupil_id: pupilId ?? null, due_on: dueOn ?? null })))],
    );
    tx.note('office_task', 'insert', opened.map(({ id }) => id));
  }

  /** Settles the open tasks of a kind about some rows, as what they asked for has happened; none open is no mistake. */
  async settle(tx: Tx, kind: TaskKind, about: readonly string[]): Promise<void> {
    const done = await tx.query<{ id: string }>(
      `update office_task set state = 'DONE', done_at = now(), done_by = $4 where region_id = $1 and kind = $2 and about = any($3) and state = 'OPEN' returning id`,
      [tx.regionId, kind, about, tx.actor.userId],
    );
    tx.note('office_task', 'update', done.map(({ id }) => id));
  }

  /** Somebody is done with an open task. Refuses NOT_FOUND when there is none. */
  async finish(tx: Tx, id: string, note: TaskNote): Promise<void> {
    const [done] = await tx.query<{ id: string }>(
      `update office_task set state = 'DONE', done_at = now(), done_by = $3, note = $4 where region_id = $1 and id = $2 and state = 'OPEN' returning id`, [tx.regionId, id, tx.actor.userId, note]);
    if (!done) throw new Refusal('NOT_FOUND');
    tx.note('office_task', 'update', [done.id]);
  }
}
