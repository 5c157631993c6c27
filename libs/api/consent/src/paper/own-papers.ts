import { makeFormNumber, type PurposeCode } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { Db, Tasks, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { momentOf } from '../ledger/consents.service';
import { ConsentLedger, type Act } from '../ledger/ledger';
import { freeScans } from './paper.scans';
import type { OwnPaperAnswer, RecordOwnPaperArgs } from './paper.types';

/** Takes down papers that we did not print, as the same record that a printed form is: scan, clerk, version of the text (CON-10). */
@Injectable()
export class OwnPapers {
  constructor(
    private readonly db: Db,
    private readonly ledger: ConsentLedger,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Takes down what one person signed about one pupil and gives the id of the paper. It counts at once, and a second
   * person always looks at it. Refuses as the ledger; INVALID_INPUT for a day to come, a scan that is none or belongs to
   * another paper, a version of a text that is another purpose's, was not in force on that day or does not speak the language.
   */
  record({ idempotencyKey, ...paper }: RecordOwnPaperArgs): Promise<string> {
    const { signerName: _, ...input } = paper;
    const now = new Date();
    return this.db.write((tx) => this.take(tx, paper, now), { once: { key: idempotencyKey, input } });
  }

  private async take(tx: Tx, paper: Omit<RecordOwnPaperArgs, 'idempotencyKey'>, now: Date): Promise<string> {
    const { pupilId, signer, signerName, signedOn, language, plain, answers, scanId } = paper;
    const at = momentOf(signedOn, now);
    await this.refuseTexts(tx, paper);
    const sha256 = await this.scan(tx, scanId);
    const { id } = await tx.one<{ id: string }>(
      `insert into consent_form (region_id, set_id, number, pupil_id, purposes, text_ids, language, plain, signers, state, ticks, signed_by, signed_on, scan_id, scan_sha256, recorded_by, returned_at, check_state, own)
        select u.region_id, uuidv7(), $3, u.id, $4, $5, $6, $7, array[$8], 'RETURNED', $9, array[$8], $10, $11, $12, $13, now(), 'OPEN', true from pupil u where u.region_id = $1 and u.id = $2 and u.erased_on is null returning id`,
      [tx.regionId, pupilId, makeFormNumber(randomInt), answers.map(({ purpose }) => purpose), answers.map(({ textId }) => textId), language, plain, signer,
        JSON.stringify(answers.map(({ purpose, answer }) => ({ purpose, answer }))), signedOn, scanId, sha256, tx.actor.userId]);
    tx.note('consent_form', 'insert', [id]);
    await tx.query('update file set expires_at = null where region_id = $1 and id = $2', [tx.regionId, scanId]);
    await this.ledger.append(tx, answers.map(({ purpose, answer, textId }): Act => ({
      pupilId, purpose, act: answer, signer, signerName: signerName?.trim() || null, at, channel: 'PAPER', assurance: 'PAPER_SEEN', language, plain, textId, form: { id, scanSha256: sha256 },
    })));
    await this.tasks.open(tx, [{ kind: 'PAPER_SECOND_CHECK', about: id, pupilId }]);
    return id;
  }

  private async refuseTexts(tx: Tx, { answers, signedOn, language, plain }: Pick<RecordOwnPaperArgs, 'answers' | 'signedOn' | 'language' | 'plain'>): Promise<void> {
    const refuse = (at: number, why: string) => new Refusal('INVALID_INPUT', {}, { [`answers.${at}`]: why });
    const texts = new Map((await tx.query<{ id: string; purpose: PurposeCode; inForce: boolean; speaks: boolean }>(
      `select t.id, p.code as purpose, t.released_at is not null and t.valid_from <= $3 as "inForce",
          exists (select from consent_wording w where w.region_id = t.region_id and w.text_id = t.id and w.language = $4 and w.plain = $5) as speaks
        from consent_text t join purpose p on p.region_id = t.region_id and p.id = t.purpose_id where t.region_id = $1 and t.id = any($2)`,
      [tx.regionId, answers.map(({ textId }) => textId), signedOn, language, plain])).map((text) => [text.id, text]));
    answers.forEach(({ purpose, textId }: OwnPaperAnswer, at) => {
      const text = texts.get(textId);
      if (answers.findIndex((other) => other.purpose === purpose) < at) throw refuse(at, 'twice');
      if (text?.purpose !== purpose || !text.inForce) throw refuse(at, 'textNotInForce');
      if (!text.speaks) throw new Refusal('INVALID_INPUT', {}, { language: 'missing' });
    });
  }

  /** The SHA-256 of a scan that belongs to no paper yet. */
  private async scan(tx: Tx, scanId: string): Promise<Buffer> {
    const [scan] = await freeScans(tx, [scanId]);
    if (!scan) throw new Refusal('INVALID_INPUT', {}, { scanId: 'unknown' });
    return scan.sha256;
  }
}
