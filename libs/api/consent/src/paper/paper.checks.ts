import type { FormCheck } from '@mintforge/domain/consent';
import { Refusal } from '@mintforge/domain/kernel';
import { Db, Tasks } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { ConsentLedger, ofTheOffice, type Act } from '../ledger/ledger';
import type { CheckFormArgs, FormTick } from './paper.types';

interface CheckedForm {
  pupilId: string;
  checkState: FormCheck | null;
  ticks: FormTick[];
  /** Everybody who entered something of it. */
  clerks: string[];
}

/** The second look at papers (Zweitprüfung). */
@Injectable()
export class PaperChecks {
  constructor(
    private readonly db: Db,
    private readonly ledger: ConsentLedger,
    private readonly tasks: Tasks,
  ) {}

  /**
   * A second person confirms what was entered of a form, or objects: then its answers are void, so is what stood on
   * these purposes before, and a task asks to enter the form again. Refuses NOT_FOUND, FORM_NOT_IN_CHECK, FOUR_EYES.
   */
  check({ id, objection }: CheckFormArgs): Promise<FormCheck> {
    return this.db.write(async (tx) => {
      const form = await tx.one<CheckedForm>(
        `select f.pupil_id as "pupilId", f.check_state as "checkState", f.ticks,
            array(select d.recorded_by from consent_decision d where d.region_id = f.region_id and d.form_id = f.id and d.recorded_by is not null union select f.recorded_by where f.recorded_by is not null) as clerks
          from consent_form f where f.region_id = $1 and f.id = $2 for update of f`, [tx.regionId, id]);
      if (form.checkState !== 'OPEN') throw new Refusal('FORM_NOT_IN_CHECK');
      if (tx.actor.userId === null || form.clerks.includes(tx.actor.userId)) throw new Refusal('FOUR_EYES');
      const outcome: FormCheck = objection ? 'OBJECTED' : 'CONFIRMED';
      await tx.query(
        `update consent_form set check_state = $3, checked_by = $4, checked_at = now(), objection = $5, state = case when $5::text is null then state else 'OBJECTED' end, signed_by = case when $5::text is null then signed_by else '{}' end
          where region_id = $1 and id = $2`, [tx.regionId, id, outcome, tx.actor.userId, objection ?? null]);
      tx.note('consent_form', 'update', [id]);
      await this.tasks.settle(tx, 'PAPER_SECOND_CHECK', [id]);
      if (!objection) return outcome;
      const at = new Date();
      await this.ledger.append(tx, form.ticks.map(({ purpose }): Act => ({ pupilId: form.pupilId, purpose, act: 'INVALIDATED', voidReason: objection === 'WRONG_FORM' ? 'WRONG_PUPIL' : 'WRONG_ANSWER', at, ...ofTheOffice })));
      await this.tasks.open(tx, [{ kind: 'PAPER_OBJECTED', about: id, pupilId: form.pupilId, params: { objection } }]);
      return outcome;
    });
  }
}
