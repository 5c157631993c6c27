import { Refusal } from '@mintforge/domain/kernel';
import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { ConsentLedger, type Act } from '../ledger/ledger';
import type { RecordCallArgs } from './paper.types';

/** A call may be noted for so many days afterwards. */
const daysToNote = 14;

/** Notes of calls (Telefonnotizen): the office calls a number it has from elsewhere, reads the text out, and writes down the answer. */
@Injectable()
export class Calls {
  constructor(
    private readonly db: Db,
    private readonly ledger: ConsentLedger,
  ) {}

  /**
   * Takes down what somebody answered on the telephone; gives the ids of the decisions. Refuses as the ledger, among it
   * SIGNATURE_NEEDED for a yes that takes a signature, INVALID_INPUT for a time to come or long past, or a wording that
   * was not there to read out.
   */
  async record({ pupilId, signer, signerName, answers, calledAt, numberFrom, language, plain, idempotencyKey }: RecordCallArgs): Promise<string[]> {
    const age = Date.now() - calledAt.getTime();
    if (age < -60_000) throw new Refusal('INVALID_INPUT', {}, { calledAt: 'future' });
    if (age > daysToNote * 86_400_000) throw new Refusal('INVALID_INPUT', {}, { calledAt: 'tooOld' });
    return this.db.write(
      async (tx) => {
        const spoken = await tx.query<{ code: string }>(
          `select p.code from purpose p join text_in_force f on f.region_id = p.region_id and f.purpose_id = p.id join consent_wording w on w.region_id = f.region_id and w.text_id = f.id and w.language = $3 and w.plain = $4
            where p.region_id = $1 and p.code = any($2)`, [tx.regionId, answers.map(({ purpose }) => purpose), language, plain]);
        const unread = answers.find(({ purpose, answer }) => answer === 'GIVEN' && !spoken.some(({ code }) => code === purpose));
        if (unread) throw new Refusal('INVALID_INPUT', {}, { language: 'missing' });
        return this.ledger.append(tx, answers.map(({ purpose, answer }): Act => ({
          pupilId, purpose, act: answer, signer, signerName: signerName?.trim() || null, at: calledAt, channel: 'PHONE', assurance: 'CALL_BACK', language, plain, numberFrom,
        })));
      },
      { once: { key: idempotencyKey, input: { pupilId, signer, answers, calledAt, numberFrom, language, plain } } },
    );
  }
}
