import { isAsked } from '@mintforge/domain/consent';
import { BirthDateUses } from '@mintforge/people';
import type { Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lockPurpose } from './consent.reads';
import { ConsentLedger, ofTheOffice, type Act } from './ledger';
import { PurposeReads } from '../purposes/purposes.reads';

/** Judges anew what was judged by particulars that turned out otherwise: a wrong age or custody would be a wrong gate. */
@Injectable()
export class ConsentStandings implements OnModuleInit {
  constructor(
    private readonly ledger: ConsentLedger,
    private readonly purposes: PurposeReads,
    private readonly birthDates: BirthDateUses,
  ) {}

  onModuleInit(): void {
    this.birthDates.register((tx, pupilIds) => this.judgeAnew(tx, pupilIds, 'RECTIFIED'));
  }

  /**
   * Adds an act to every ledger of these pupils that has one, in the transaction that stored what is known now: decisions
   * under way are waited for, those that follow know it already. What no longer stands ends with it.
   */
  async judgeAnew(tx: Tx, pupilIds: readonly string[], act: 'CUSTODY' | 'RECTIFIED'): Promise<void> {
    const codes = (await this.purposes.of(tx)).filter(({ basis }) => isAsked(basis)).map(({ code }) => code).sort();
    for (const code of codes) await lockPurpose(tx, code);
    const begun = await tx.query<Pick<Act, 'pupilId' | 'purpose'>>(
      `select distinct d.pupil_id as "pupilId", p.code as purpose from consent_decision d join purpose p on p.region_id = d.region_id and p.id = d.purpose_id
        where d.region_id = $1 and d.pupil_id = any($2) and p.code = any($3) order by 1, 2`, [tx.regionId, pupilIds, codes]);
    const at = new Date();
    await this.ledger.append(tx, begun.map((of): Act => ({ ...of, act, at, ...ofTheOffice })));
  }
}
