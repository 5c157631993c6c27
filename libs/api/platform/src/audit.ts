import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Db } from './db/db';

/** What `verifyAudit` found in one region's chain. */
@ObjectType()
export class ChainReport {
  @Field()
  regionId!: string;

  @Field(() => Int)
  rows!: number;

  /** Sequence number of the first row that was altered, removed or inserted; null when the chain is whole. */
  @Field(() => Int, { nullable: true })
  brokenAt!: number | null;
}

const chainSql = `
  select region_id as "regionId", count(*)::int as rows,
    min(seq) filter (where hash <> app.audit_hash(expected_previous, region_id, seq, at, actor_id, role, action, reason, request_id, changes)
      or previous_hash <> expected_previous or seq <> position) as "brokenAt"
  from (select *, row_number() over chain as position, coalesce(lag(hash) over chain, '\\x'::bytea) as expected_previous
    from audit where $1::uuid is null or region_id = $1 window chain as (partition by region_id order by seq)) as linked
  group by region_id order by region_id`;

/** Recomputes the hash chain of one region, or of all with null: an altered, inserted or removed row breaks it there. */
export function verifyAudit(db: Db, regionId: string | null): Promise<ChainReport[]> {
  return db.system('audit verification', regionId, (tx) => tx.query<ChainReport>(chainSql, [regionId]));
}
