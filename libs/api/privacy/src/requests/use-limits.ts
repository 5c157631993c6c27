import { ConsentUses } from '@mintforge/consent';
import { purposeCodes, type PurposeCode } from '@mintforge/domain/consent';
import { limitsBy, type RequestKind } from '@mintforge/domain/privacy';
import { Jobs, type Tx } from '@mintforge/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Restrictions and objections as the data layer enforces them: `app.consent_gate`, and the policies on pupils and keys. */
@Injectable()
export class UseLimits implements OnModuleInit {
  constructor(
    private readonly uses: ConsentUses,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.on<{ pupilIds: string[] }>('privacy.erased', async (tx, { pupilIds }) => {
      for (const purpose of purposeCodes.toSorted()) await this.uses.end(tx, purpose, pupilIds);
    });
  }

  /** Makes the limits of a person those that their requests ask for; what an objection newly closes ends in the same transaction. */
  async refresh(tx: Tx, subjectId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`limits of ${subjectId}`]);
    const standing = await tx.query<{ kind: RequestKind; purposes: PurposeCode[] }>(`select kind, purposes from subject_request where region_id = $1 and subject_id = $2 and limit_state = 'STANDS'`, [tx.regionId, subjectId]);
    const [before] = await tx.query<{ objections: PurposeCode[] }>('select objections from use_limit where region_id = $1 and subject_id = $2', [tx.regionId, subjectId]);
    const { restricted, objections } = limitsBy(standing);
    for (const purpose of (objections as PurposeCode[]).toSorted()) if (!before?.objections.includes(purpose)) await this.uses.end(tx, purpose, [subjectId]);
    if (restricted || objections.length > 0) {
      await tx.query(
        `insert into use_limit (region_id, subject_id, restricted, objections) values ($1, $2, $3, $4)
          on conflict (region_id, subject_id) do update set restricted = excluded.restricted, objections = excluded.objections`, [tx.regionId, subjectId, restricted, objections]);
      tx.note('use_limit', 'update', [subjectId]);
    } else if (before) {
      await tx.query('delete from use_limit where region_id = $1 and subject_id = $2', [tx.regionId, subjectId]);
      tx.note('use_limit', 'delete', [subjectId]);
    }
  }
}
