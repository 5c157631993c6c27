import type { PurposeCode } from '@mintforge/domain/consent';
import type { Day } from '@mintforge/domain/kernel';
import type { Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { lockPurpose } from './consent.reads';
import { ConsentLedger, ofTheOffice, type Act, type PlannedChange, type StoredStanding } from './ledger';

/** A consent that is given, where it stands now and where it would if it were judged now. */
interface Judged {
  act: Act;
  now: StoredStanding;
  then: StoredStanding;
}

const storedSql = `select d.pupil_id as "pupilId", d.state, d.missing, d.state_valid_until::text as "stateValidUntil", d.state_lapses_on::text as "stateLapsesOn", d.state_renew_on::text as "stateRenewOn"
  from consent_current c join consent_decision d on d.region_id = c.region_id and d.id = c.decision_id join purpose p on p.region_id = c.region_id and p.id = c.purpose_id join pupil u on u.region_id = c.region_id and u.id = c.pupil_id
  where c.region_id = $1 and p.code = $2 and c.state = 'GIVEN' and u.erased_on is null order by c.pupil_id`;

const asText = ({ state, missing, stateValidUntil, stateLapsesOn, stateRenewOn }: StoredStanding): string => JSON.stringify([state, missing, stateValidUntil, stateLapsesOn, stateRenewOn]);

/**
 * What a released rule means for consents that are given: what was given validly stays proof of its day, and where a
 * material rule takes more it is asked anew, at once or on the rule's first day. Works in a SYSTEM transaction, as who
 * releases a rule may not see people.
 */
@Injectable()
export class ConsentRuleChanges {
  constructor(private readonly ledger: ConsentLedger) {}

  /** How many consents to these purposes a change from `day` on would ask anew; nothing is changed. */
  async asksAnew(tx: Tx, purposes: readonly PurposeCode[], day: Day, planned: PlannedChange): Promise<number> {
    let count = 0;
    for (const purpose of purposes) count += (await this.judged(tx, purpose, planned)).filter(({ now, then }) => then.state !== 'GIVEN' || (lapsesBy(then, day) && !lapsesBy(now, day))).length;
    return count;
  }

  /** Judges what is given to these purposes anew, in the transaction of the release: an act is added wherever a consent stands otherwise by now. */
  async apply(tx: Tx, purposes: readonly PurposeCode[]): Promise<void> {
    const sorted = [...purposes].sort();
    for (const purpose of sorted) await lockPurpose(tx, purpose);
    for (const purpose of sorted) await this.ledger.append(tx, (await this.judged(tx, purpose)).filter(({ now, then }) => asText(now) !== asText(then)).map(({ act }) => act));
  }

  private async judged(tx: Tx, purpose: PurposeCode, planned?: PlannedChange): Promise<Judged[]> {
    const at = new Date();
    const given = await tx.query<StoredStanding & { pupilId: string }>(storedSql, [tx.regionId, purpose]);
    const acts = given.map(({ pupilId }): Act => ({ pupilId, purpose, act: 'RULE_CHANGED', at, ...ofTheOffice }));
    const then = await this.ledger.foresee(tx, acts, planned);
    return acts.map((act, index) => ({ act, now: given[index]!, then: then[index]! }));
  }
}

const lapsesBy = ({ stateLapsesOn }: StoredStanding, day: Day): boolean => stateLapsesOn !== null && stateLapsesOn <= day;
