import type { Day } from '@mintforge/domain/kernel';
import type { RetentionClass } from '@mintforge/domain/privacy';
import type { Tx } from './db/tx';

/** Whether a legal hold keeps data of a person on a day: those of a class, or (no class) any of theirs. Erasing asks this first. */
export async function isHeld(tx: Tx, subjectId: string, day: Day, retentionClass: RetentionClass | null = null): Promise<boolean> {
  return (await tx.one<{ held: boolean }>('select app.is_held($1, $2, $3) as held', [subjectId, retentionClass, day])).held;
}

/** Lets acts that end data, and acts that put a hold on them, pass one by one: whoever placed a hold knows that nothing held goes after it. */
export async function lockRetention(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('retention' || $1, 0))`, [tx.regionId]);
}
