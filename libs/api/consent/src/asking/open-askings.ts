import { askedInstead, type Approach, type ApproachChannel, type Custody, type PurposeCode, type Signer } from '@mintforge/domain/consent';
import { berlinDay, type Day } from '@mintforge/domain/kernel';
import { GuardianReads, type Reach } from '@mintforge/people';
import type { Tx } from '@mintforge/platform';
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
  askedAt: Date;
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

/** Signers whose yes is missing where somebody was asked and nobody said no, in a stable order. */
export function missingSigners(tx: Tx, { groupId, organisationId, pupilIds, purposes }: AskingFilter): Promise<MissingSigner[]> {
  return tx.query<MissingSigner>(
    `select c.pupil_id as "pupilId", m.signer, array_agg(p.code order by p.created_at, p.id) as purposes, max(d.required_guardians)::int as "requiredGuardians", u.birth_date is not null as "hasBirthDate",
        coalesce((select y.kind from custody y where y.region_id = u.region_id and y.pupil_id = u.id order by y.id desc limit 1), 'JOINT') as custody, min(coalesce(${askedSql}, c.decided_at)) as "askedAt"
      from consent_current c join consent_decision d on d.region_id = c.region_id and d.id = c.decision_id join purpose p on p.region_id = c.region_id and p.id = c.purpose_id
        join pupil u on u.region_id = c.region_id and u.id = c.pupil_id, unnest(c.missing) as m (signer)
      where c.region_id = $1 and c.state in ('REQUESTED', 'GIVEN') and cardinality(c.missing) > 0 and u.left_on is null and u.erased_on is null
        and (($2::uuid is null and $4::uuid[] is null) or u.group_id = $2 or u.id = any($4)) and ($3::uuid is null or u.organisation_id = $3) and ($5::text[] is null or p.code = any($5))
      group by c.pupil_id, m.signer, u.region_id, u.id order by 1, 2`,
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
    const reaches = new Map((await this.guardians.reach(tx, pupilIds)).map((reach) => [`${reach.pupilId}${reach.signer}`, reach]));
    const approaches = Map.groupBy(await approachesOf(tx, pupilIds), ({ pupilId }) => pupilId);
    return missing.map((row) => askingOf(row, reaches, approaches.get(row.pupilId) ?? []));
  }
}

function approachesOf(tx: Tx, pupilIds: readonly string[]): Promise<ApproachRow[]> {
  return tx.query<ApproachRow>(
    `select a.pupil_id as "pupilId", a.signer, a.purposes, a.channel, a.reminder, a.created_at as at, m.state as mail from consent_approach a left join mail m on m.region_id = a.region_id and m.id = a.mail_id
      where a.region_id = $1 and a.pupil_id = any($2) order by a.created_at, a.id`, [tx.regionId, pupilIds]);
}

function askingOf(row: MissingSigner, reaches: ReadonlyMap<string, Reach>, all: readonly ApproachRow[]): Asking {
  const { pupilId, purposes, requiredGuardians, custody, hasBirthDate, askedAt } = row;
  const reachOf = (signer: Signer) => reaches.get(`${pupilId}${signer}`) ?? null;
  const signer = askedInstead(row.signer, { requiredGuardians, custody, canMail: (one) => reachOf(one)?.hasMail === true });
  const reach = reachOf(signer);
  const askedOn = berlinDay(askedAt);
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
