import { contactSweep } from '@mintforge/partners';
import { pupilSweep, PupilRegistrations } from '@mintforge/people';
import { AuditAnchors, berlinDayOf, Db, deletedFrom, RetentionSweeps, type RetentionSweep } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Erasures } from '../erasure/erasures.service';
import { outsideRegionsSweep } from './outside-regions';

/** Proof of what was done for the rights of people ends like the trail of acts. */
const proofSweeps: readonly RetentionSweep[] = [
  {
    retentionClass: 'R-AUDIT', what: 'erasure', tables: ['erasure'],
    rows: `select t.id::text as id, ${berlinDayOf('t.executed_at')} as start, t.subject_id as subject from erasure t where t.region_id = $1`,
    end: deletedFrom('erasure'),
  },
  {
    retentionClass: 'R-AUDIT', what: 'subject_request', tables: ['subject_request'],
    rows: `select t.id::text as id, t.ended_on as start, t.subject_id as subject from subject_request t
      where t.region_id = $1 and t.limit_state is distinct from 'STANDS' and not exists (select from erasure e where e.region_id = t.region_id and e.request_id = t.id)`,
    end: deletedFrom('subject_request'),
  },
  {
    retentionClass: 'R-AUDIT', what: 'legal_hold', tables: ['legal_hold'],
    rows: `select t.id::text as id, least(${berlinDayOf('t.lifted_at')}, t.expires_on) as start, t.subject_id as subject from legal_hold t where t.region_id = $1`,
    end: deletedFrom('legal_hold'),
  },
  {
    retentionClass: 'R-AUDIT', what: 'retention_result', tables: ['retention_result'],
    rows: `select t.day || ' ' || t.what as id, t.day as start, null::uuid as subject from retention_result t where t.region_id = $1`,
    end: async (tx, ids) => (await tx.query(`delete from retention_result t where t.region_id = $1 and t.day || ' ' || t.what = any($2) returning 1`, [tx.regionId, ids])).length,
  },
];

/** People are erased by their period as they are by their request: keys, rows in the order of the foreign keys, an entry in the erasure ledger. */
@Injectable()
export class PrivacyRetention implements OnModuleInit {
  constructor(
    private readonly sweeps: RetentionSweeps,
    private readonly registrations: PupilRegistrations,
    private readonly erasures: Erasures,
    private readonly db: Db,
    private readonly anchors: AuditAnchors,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(pupilSweep(this.registrations, this.erasing('PUPIL')), contactSweep(this.erasing('CONTACT')), ...proofSweeps, outsideRegionsSweep(this.db, this.anchors));
  }

  private erasing(kind: 'PUPIL' | 'CONTACT'): RetentionSweep['end'] {
    return async (tx, ids) => {
      await this.erasures.eraseBy(tx, 'RETENTION', ids.map((id) => ({ kind, id })));
      return ids.length;
    };
  }
}
