import { Db } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { RoundClass, RoundReserve } from './round-setup.entities';

/** Classes and reserves of a round as its page shows them. */
@Injectable()
export class RoundSetupReads {
  constructor(private readonly db: Db) {}

  classes(roundId: string): Promise<RoundClass[]> {
    return this.db.read((tx) => tx.query<RoundClass>(
      `select c.id, c.position, c.name, c.reason, c.derived, (select count(*)::int from participant p where p.region_id = c.region_id and p.class_id = c.id) as assigned
       from round_class c where c.region_id = $1 and c.round_id = $2 order by c.position`, [tx.regionId, roundId]));
  }

  reserves(roundId: string): Promise<RoundReserve[]> {
    return this.db.read((tx) => tx.query<RoundReserve>(
      'select id, trait, occurrence_id as "occurrenceId", seats, percent, reason from reserve where region_id = $1 and round_id = $2 order by position', [tx.regionId, roundId]));
  }
}
