import type { Readiness } from '@mintforge/domain/partners';
import { Db, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import { columnsOf } from '../columns';
import { HostReadiness } from './readiness.entities';

/** Proofs of hosts, for their page and for rounds. */
@Injectable()
export class ReadinessReads {
  constructor(private readonly db: Db) {}

  one(id: string): Promise<HostReadiness> {
    return this.db.read((tx) => tx.find(HostReadiness, id));
  }

  /** All proofs of these organisations in one read, the latest first. */
  shownOf(ids: readonly string[]): Promise<HostReadiness[]> {
    return this.db.read((tx) => tx.query<HostReadiness>(`select ${columnsOf(HostReadiness, 'r')} from readiness r where r.region_id = $1 and r.organisation_id = any($2) order by r.valid_until desc nulls first, r.seen_on desc, r.id`, [tx.regionId, ids]));
  }

  /** Proofs by host; a host without any is missing. */
  async ofHosts(tx: Tx, ids: readonly string[]): Promise<Map<string, Readiness[]>> {
    const rows = await tx.query<Readiness & { organisationId: string }>(
      `select organisation_id as "organisationId", kind, seen_on::text as "seenOn", valid_until::text as "validUntil" from readiness where region_id = $1 and organisation_id = any($2)`, [tx.regionId, ids]);
    return Map.groupBy(rows, (row) => row.organisationId);
  }
}
