import type { Tx } from '@mintforge/platform';

/** Lets the transaction see people whose use is restricted (Art. 18 GDPR); only what serves their own rights, or takes their word, does so. */
export async function showRestricted(tx: Tx): Promise<void> {
  await tx.query(`select set_config('app.restricted', 'shown', true)`);
}
