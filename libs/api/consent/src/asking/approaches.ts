import type { ApproachChannel, PurposeCode, Signer } from '@mintforge/domain/consent';
import type { Tx } from '@mintforge/platform';

/** Somebody who was approached about consents that are open. */
export interface NewApproach {
  pupilId: string;
  signer: Signer;
  purposes: readonly PurposeCode[];
  channel: ApproachChannel;
  mailId?: string;
}

/** Where an asking of `p.code` stands for `c.pupil_id`: the latest act that asked. */
export const askedSql = `(select max(r.decided_at) from consent_decision r where r.region_id = c.region_id and r.purpose_id = c.purpose_id and r.pupil_id = c.pupil_id and r.act = 'REQUESTED')`;

/**
 * Notes that signers were approached, for the chase list. It is a reminder when they were asked on an earlier day or
 * approached since; what happens on the day of the asking belongs to it.
 */
export async function noteApproaches(tx: Tx, approaches: readonly NewApproach[]): Promise<void> {
  if (approaches.length === 0) return;
  const noted = await tx.query<{ id: string }>(
    `insert into consent_approach (region_id, pupil_id, signer, purposes, channel, mail_id, made_by, reminder)
      select $1, n.pupil_id, n.signer, n.purposes, n.channel, n.mail_id, $2, coalesce(asked.day < app.berlin_today() or exists (
          select from consent_approach a where a.region_id = $1 and a.pupil_id = n.pupil_id and a.signer = n.signer and a.purposes && n.purposes and (a.created_at at time zone 'Europe/Berlin')::date >= asked.day), false)
        from jsonb_to_recordset($3) as n (pupil_id uuid, signer text, purposes text[], channel text, mail_id uuid)
          left join lateral (select (min(${askedSql}) at time zone 'Europe/Berlin')::date as day from consent_current c join purpose p on p.region_id = c.region_id and p.id = c.purpose_id
            where c.region_id = $1 and c.pupil_id = n.pupil_id and p.code = any(n.purposes)) asked on true
      returning id`,
    [tx.regionId, tx.actor.userId, JSON.stringify(approaches.map(({ pupilId, mailId, ...rest }) => ({ ...rest, pupil_id: pupilId, mail_id: mailId ?? null })))],
  );
  tx.note('consent_approach', 'insert', noted.map(({ id }) => id));
}
