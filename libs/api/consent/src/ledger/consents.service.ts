import type { ConsentState, PurposeCode } from '@mintforge/domain/consent';
import { berlinDay, Refusal, type Day } from '@mintforge/domain/kernel';
import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { lockPurpose } from './consent.reads';
import type { CustodyArgs, RequestConsentsArgs, VoidConsentArgs } from './consents.inputs';
import { ConsentLedger, ofTheOffice, type Act } from './ledger';
import { ConsentStandings } from './standings.service';

/** States in which asking (again) makes sense. */
const askable: readonly ConsentState[] = ['NOT_ASKED', 'EXPIRED', 'SUPERSEDED', 'INVALIDATED'];

/** What the office does about consents: asks, voids, records custody. */
@Injectable()
export class Consents {
  constructor(
    private readonly db: Db,
    private readonly ledger: ConsentLedger,
    private readonly standings: ConsentStandings,
  ) {}

  /**
   * Notes that pupils are asked for purposes; who is asked, has answered or has given already is left alone. Gives how
   * many requests were added. Refuses PURPOSE_NOT_ASKED, TEXT_NOT_IN_FORCE, NOT_FOUND.
   */
  request({ groupId, pupilIds, purposes, idempotencyKey }: RequestConsentsArgs): Promise<number> {
    return this.db.write(
      async (tx) => {
        for (const purpose of [...purposes].sort()) await lockPurpose(tx, purpose);
        const open = await tx.query<{ pupilId: string; purpose: PurposeCode }>(
          `select u.id as "pupilId", p.code as purpose from pupil u cross join purpose p
              left join (select k.purpose_id, k.pupil_id, k.state from consent_current k
                where k.region_id = $1 and k.pupil_id = any(array(select n.id from pupil n where n.region_id = $1 and (n.group_id = $2 or n.id = any($3))))) c on c.purpose_id = p.id and c.pupil_id = u.id
            where u.region_id = $1 and p.region_id = $1 and p.code = any($4) and (u.group_id = $2 or u.id = any($3)) and u.left_on is null and u.erased_on is null
              and coalesce(c.state, 'NOT_ASKED') = any($5) order by u.id, p.code`,
          [tx.regionId, groupId ?? null, pupilIds ?? [], purposes, askable],
        );
        const at = new Date();
        return (await this.ledger.append(tx, open.map(({ pupilId, purpose }): Act => ({ pupilId, purpose, act: 'REQUESTED', at, ...ofTheOffice })))).length;
      },
      { once: { key: idempotencyKey, input: { groupId, pupilIds, purposes } } },
    );
  }

  /** Voids what was recorded on a pupil and a purpose by mistake: it never counted. */
  void({ pupilId, purpose, reason, idempotencyKey }: VoidConsentArgs): Promise<string[]> {
    return this.db.write((tx) => this.ledger.append(tx, [{ pupilId, purpose, act: 'INVALIDATED', voidReason: reason, at: new Date(), ...ofTheOffice }]), { once: { key: idempotencyKey, input: { pupilId, purpose, reason } } });
  }

  /** Records the declared custody of a pupil; open and given consents are judged by it anew. */
  declareCustody({ pupilId, custody }: CustodyArgs): Promise<void> {
    return this.db.write(async (tx) => {
      const [added] = await tx.query<{ id: string }>('insert into custody (region_id, pupil_id, kind, recorded_by) select p.region_id, p.id, $3, $4 from pupil p where p.region_id = $1 and p.id = $2 returning id', [tx.regionId, pupilId, custody, tx.actor.userId]);
      if (!added) throw new Refusal('NOT_FOUND');
      tx.note('custody', 'insert', [added.id]);
      await this.standings.judgeAnew(tx, [pupilId], 'CUSTODY');
    });
  }
}

/** Of today the moment itself, of an earlier day its noon. Refuses INVALID_INPUT for a day to come. */
export function momentOf(day: Day, now: Date): Date {
  const today = berlinDay(now);
  if (day > today) throw new Refusal('INVALID_INPUT', {}, { decidedOn: 'future' });
  return day === today ? now : new Date(`${day}T12:00:00Z`);
}
