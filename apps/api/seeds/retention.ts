import { addMonths, berlinDay } from '@mintforge/domain/kernel';
import type { Tx } from '@mintforge/platform';
import { adoptRetention } from '@mintforge/privacy';

/** Adopts the periods, unsigned; a grant whose evidence is to be kept, and a hold for an audit of it. */
export async function seedRetention(tx: Tx, today: Date): Promise<void> {
  await adoptRetention(tx);
  const day = berlinDay(today);
  await tx.query(`insert into evidence_grant (region_id, reference, title) values ($1, 'ESF-MV-24-0117', 'Zukunftsschmiede MINT-Fachkräfte')`, [tx.regionId]);
  await tx.query(`insert into legal_hold (region_id, reason, reference, retention_class, review_on, expires_on) values ($1, 'FUNDER_AUDIT', 'Prüfung 2026/3', 'R-ESF-DOC', $2, $3)`, [tx.regionId, addMonths(day, 6), addMonths(day, 12)]);
}
