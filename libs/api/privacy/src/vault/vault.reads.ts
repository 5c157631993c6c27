import { Clock, Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { EvidenceAccess, EvidenceGrant, EvidenceItem } from './vault.entities';
import { evidenceEnds, interruptionsOf } from './vault.service';

/** Grants with their evidence. */
@Injectable()
export class VaultReads {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Every grant with its period, what stops it, and its documents, newest first. */
  grants(): Promise<EvidenceGrant[]> {
    return this.db.read(async (tx) => {
      const grants = await tx.query<EvidenceGrant>(
        `select id, reference, title, last_paid_on::text as "lastPaidOn", version, created_at as "createdAt", updated_at as "updatedAt" from evidence_grant where region_id = $1 order by id desc limit 200`, [tx.regionId]);
      const interruptions = await interruptionsOf(tx, grants.map(({ id }) => id));
      const ends = await evidenceEnds(tx, this.clock.now(), grants, interruptions);
      const items = await tx.query<EvidenceItem>(
        `select id, grant_id as "grantId", kind, title, dated_on::text as "datedOn", release_asked_by as "releaseAskedBy", released_at as "releasedAt", created_at as "createdAt"
          from evidence_item where region_id = $1 order by dated_on desc, id desc limit 2000`, [tx.regionId]);
      return grants.map((grant) => ({
        ...grant, due: ends.get(grant.id) ?? null,
        interruptions: interruptions.filter(({ grantId }) => grantId === grant.id), items: items.filter(({ grantId }) => grantId === grant.id),
      }));
    });
  }

  /** Leave to read that waits for a second person or stands, oldest first. */
  accesses(): Promise<EvidenceAccess[]> {
    return this.db.read((tx) =>
      tx.query<EvidenceAccess>(
        `select a.id, a.item_id as "itemId", a.reason, a.asked_by as "askedBy", u.display_name as "askedByName", a.ends_at as "endsAt", a.created_at as "createdAt" from evidence_access a left join app_user u on u.id = a.asked_by
          where a.region_id = $1 and (a.ends_at is null or a.ends_at > $2) order by a.id limit 500`, [tx.regionId, this.clock.now()]));
  }
}
