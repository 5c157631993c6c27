import type { GateAnswer, PurposeCode } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

/** Keeps every use and every other decision on a purpose out until the transaction ends, also the first one on a pupil. */
export async function lockPurpose(tx: Tx, purpose: PurposeCode): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`consent ${tx.regionId} ${purpose}`]);
}

/** The gate for other features. */
@Injectable()
export class ConsentReads {
  /**
   * May data of these pupils be used for a purpose? Answers GIVEN, or why not, for every id asked. In a transaction that
   * writes, no decision on the purpose can come between the answer and the commit (CON-9): uses wait for each other
   * never, a withdrawal for the uses that are under way.
   */
  async gate(tx: Tx, purpose: PurposeCode, pupilIds: readonly string[]): Promise<Map<string, GateAnswer>> {
    const gate = tx.writable ? 'app.hold_gate' : 'app.consent_gate';
    const rows = await tx.query<{ pupilId: string; answer: GateAnswer }>(`select pupil_id as "pupilId", answer from ${gate}($1, $2)`, [purpose, pupilIds]);
    return new Map(rows.map(({ pupilId, answer }) => [pupilId, answer]));
  }

  /** Asks the gate and refuses CONSENT_MISSING with the purpose and how many are missing, unless it is open for all of them. */
  async require(tx: Tx, purpose: PurposeCode, pupilIds: readonly string[]): Promise<void> {
    const answers = await this.gate(tx, purpose, pupilIds);
    const missing = [...answers.values()].filter((answer) => answer !== 'GIVEN').length;
    if (missing > 0) throw new Refusal('CONSENT_MISSING', { purpose, missing });
  }
}
