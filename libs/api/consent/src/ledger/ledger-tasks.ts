import type { PurposeCode } from '@mintforge/domain/consent';
import type { Day } from '@mintforge/domain/kernel';
import { Tasks, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';

interface Waiting {
  pupilId: string;
  disputed: PurposeCode[] | null;
  renewing: PurposeCode[] | null;
  lapsesOn: Day | null;
}

const waitingSql = `
  select c.pupil_id as "pupilId", array_agg(p.code order by p.code) filter (where c.state = 'DISPUTED') as disputed,
    array_agg(p.code order by p.code) filter (where c.state = 'GIVEN' and 'PUPIL' = any(c.missing)) as renewing,
    min(c.lapses_on) filter (where c.state = 'GIVEN' and 'PUPIL' = any(c.missing)) as "lapsesOn"
  from consent_current c join purpose p on p.region_id = c.region_id and p.id = c.purpose_id
  where c.region_id = $1 and c.pupil_id = any($2) group by c.pupil_id`;

/** What the ledger asks of the office: guardians who disagree, pupils who are to renew what their guardians gave. */
@Injectable()
export class LedgerTasks {
  constructor(private readonly tasks: Tasks) {}

  /** Brings the tasks about these pupils in line with where their consents stand, in the transaction of the acts. */
  async follow(tx: Tx, pupilIds: readonly string[]): Promise<void> {
    const waiting = await tx.query<Waiting>(waitingSql, [tx.regionId, pupilIds]);
    const disputed = waiting.filter((row) => row.disputed);
    const renewing = waiting.filter((row) => row.renewing);
    await this.tasks.open(tx, disputed.map(({ pupilId, disputed: codes }) => ({ kind: 'CONSENT_DISPUTED', about: pupilId, pupilId, params: { purposes: (codes ?? []).join(' ') } })));
    await this.tasks.open(tx, renewing.map(({ pupilId, renewing: codes, lapsesOn }) => ({ kind: 'RENEWED_BY_PUPIL', about: pupilId, pupilId, params: { purposes: (codes ?? []).join(' ') }, dueOn: lapsesOn })));
    const without = (rows: readonly Waiting[]) => pupilIds.filter((id) => !rows.some(({ pupilId }) => pupilId === id));
    await this.tasks.settle(tx, 'CONSENT_DISPUTED', without(disputed));
    await this.tasks.settle(tx, 'RENEWED_BY_PUPIL', without(renewing));
  }

  /** Who answered could be reached. */
  async answered(tx: Tx, pupilIds: readonly string[]): Promise<void> {
    if (pupilIds.length > 0) await this.tasks.settle(tx, 'NOBODY_REACHABLE', pupilIds);
  }
}
