import { askedInstead, type Approach, type ApproachChannel, type Custody, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay, type Day } from '@mintforge/domain/kernel';
import { GuardianReads, type Reach } from '@mintforge/people';
import { berlinDayOf, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { askedSql } from './approaches';

/** Whose consents to look at: those of a group and of some pupils, of a school; of the whole region when all is left out. */
export interface AskingFilter {
  groupId?: string | null;
  organisationId?: string | null;
  pupilIds?: readonly string[] | null;
  purposes?: readonly PurposeCode[] | null;
}

/** A signer whose yes is missing, for all purposes they were asked for. */
export interface MissingSigner {
  pupilId: string;
  signer: Signer;
  purposes: PurposeCode[];
  requiredGuardians: number;
  custody: Custody;
  hasBirthDate: boolean;
  askedOn: Day;
}

/** What became of the latest mail to a signer; READY = none was written yet. */
export const mailReaches = ['NO_ADDRESS', 'NO_BIRTH_DATE', 'READY', 'WAITING', 'KEPT', 'SENT', 'FAILED'] as const;
export type MailReach = (typeof mailReaches)[number];

/** A missing answer with everything that chasing it needs; no name and no address. */
export interface Asking {
  pupilId: string;
  signer: Signer;
  purposes: PurposeCode[];
  askedOn: Day;
  approaches: Approach[];
  canMail: boolean;
  hasPhone: boolean;
  mail: MailReach;
  lastAt: Date | null;
  reach: Reach | null;
}

interface ApproachRow {
  pupilId: string;
  signer: Signer;
  purposes: PurposeCode[];
  channel: ApproachChannel;
  reminder: boolean;
  at: Date;
  mail: 'QUEUED' | 'SENT' | 'KEPT' | 'FAILED' | null;
}

/** When those were asked whose latest act is `d`; where nothing happened since, that act itself says it. */
const askedAtSql = `case when d.act = 'REQUESTED' then d.decided_at else coalesce(${askedSql}, d.decided_at) end`;

/**
 * Signers whose yes is missing where somebody was asked and nobody said no, in a stable order. What is open is found first
 * and once: of everybody a planner would expect a handful and look each of twenty thousand up on its own.
 */
export function missingSigners(tx: Tx, { groupId, organisationId, pupilIds, purposes }: AskingFilter): Promise<MissingSigner[]> {
  const among = groupId || pupilIds ? 'and o.pupil_id = any(array(select n.id from pupil n where n.region_id = $1 and (n.group_id = $2 or n.id = any($4))))' : '';
  return tx.query<MissingSigner>(
    `with c as materialized (
        select o.region_id, o.pupil_id, o.purpose_id, o.decision_id, o.missing from consent_current o where o.region_id = $1 and o.state in ('REQUESTED', 'GIVEN') and cardinality(o.missing) > 0 ${among})
      select c.pupil_id as "pupilId", m.signer, array_agg(p.code order by p.created_at, p.id) as purposes, max(d.required_guardians)::int as "requiredGuardians", u.birth_date is not null as "hasBirthDate",
        coalesce(y.kind, 'JOINT') as custody, ${berlinDayOf(`min(${askedAtSql})`)}::text as "askedOn"
      from c join consent_decision d on d.region_id = c.region_id and d.id = c.decision_id join purpose p on p.region_id = c.region_id and p.id = c.purpose_id join pupil u on u.region_id = c.region_id and u.id = c.pupil_id
        left join (select distinct on (k.pupil_id) k.pupil_id, k.kind from custody k where k.region_id = $1 order by k.pupil_id, k.id desc) y on y.pupil_id = c.pupil_id, unnest(c.missing) as m (signer)
      where u.left_on is null and u.erased_on is null
        and (($2::uuid is null and $4::uuid[] is null) or u.group_id = $2 or u.id = any($4)) and ($3::uuid is null or u.organisation_id = $3) and ($5::text[] is null or p.code = any($5))
      group by c.pupil_id, m.signer, u.region_id, u.id, y.kind order by 1, 2`,
    [tx.regionId, groupId ?? null, organisationId ?? null, pupilIds ?? null, purposes ?? null],
  );
}

/** What the chase list and reminders know of missing answers. */
@Injectable()
export class OpenAskings {
  constructor(private readonly guardians: GuardianReads) {}

  /** All missing answers that fit, in three statements however many there are. */
  async of(tx: Tx, filter: AskingFilter): Promise<Asking[]> {
    const missing = await missingSigners(tx, filter);
    const pupilIds = [...new Set(missing.map(({ pupilId }) => pupilId))];
    const reaches = Map.groupBy(await this.guardians.reach(tx, pupilIds), ({ pupilId }) => pupilId);
    const approaches = Map.groupBy(await approachesOf(tx, pupilIds), ({ pupilId }) => pupilId);
    return missing.map((row) => askingOf(row, reaches.get(row.pupilId) ?? [], approaches.get(row.pupilId) ?? []));
  }
}

function approachesOf(tx: Tx, pupilIds: readonly string[]): Promise<ApproachRow[]> {
  return tx.query<ApproachRow>(
    `select a.pupil_id as "pupilId", a.signer, a.purposes, a.channel, a.reminder, a.created_at as at, m.state as mail from consent_approach a left join mail m on m.region_id = a.region_id and m.id = a.mail_id
      where a.region_id = $1 and a.pupil_id = any($2) order by a.created_at, a.id`, [tx.regionId, pupilIds]);
}

function askingOf(row: MissingSigner, reaches: readonly Reach[], all: readonly ApproachRow[]): Asking {
  const { pupilId, purposes, requiredGuardians, custody, hasBirthDate, askedOn } = row;
  const reachOf = (wanted: Signer) => reaches.find(({ signer }) => signer === wanted) ?? null;
  const signer = askedInstead(row.signer, { requiredGuardians, custody, canMail: (one) => reachOf(one)?.hasMail === true });
  const reach = reachOf(signer);
  const own = all.filter((one) => (one.signer === signer || one.signer === row.signer) && one.purposes.some((code) => purposes.includes(code)) && berlinDay(one.at) >= askedOn);
  const canMail = hasBirthDate && reach?.hasMail === true;
  return {
    pupilId, signer, purposes, askedOn, canMail, reach, hasPhone: reach?.hasPhone === true,
    approaches: own.map(({ channel, reminder, at, mail }) => ({ channel, reminder, on: berlinDay(at), failed: mail === 'FAILED' })),
    mail: mailReach(reach?.hasMail === true, hasBirthDate, own.findLast(({ channel }) => channel === 'MAIL')),
    lastAt: own.at(-1)?.at ?? null,
  };
}

/** The second factor of a mailed link is the birth date; a code would have to come by letter anyway. */
function mailReach(hasMail: boolean, hasBirthDate: boolean, latest: ApproachRow | undefined): MailReach {
  if (latest) return latest.mail === 'QUEUED' ? 'WAITING' : (latest.mail ?? 'SENT');
  if (!hasMail) return 'NO_ADDRESS';
  return hasBirthDate ? 'READY' : 'NO_BIRTH_DATE';
}
