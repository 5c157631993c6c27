import { addDays, berlinMidnight, type Day } from '@mintforge/domain/kernel';
import { latestEndedStart } from '@mintforge/domain/privacy';
import { berlinDayOf, type AuditAnchors, type Db, type RetentionSweep } from '@mintforge/platform';
import { rulesInForce, termOf } from './retention-rules';

const regionless = '00000000-0000-0000-0000-000000000000';

/**
 * The acts outside any region, such as sign-ins. They are evidence for every region, so they end when the period of the
 * trail is over in each: the longest one counts, and as long as one has not signed its rule or holds the trail, nothing
 * ends. The chain is cut at a signed anchor, as that of a region is.
 */
export const outsideRegionsSweep = (db: Db, anchors: Pick<AuditAnchors, 'cut'>): RetentionSweep => ({
  retentionClass: 'R-AUDIT', what: 'audit outside regions', tables: ['audit', 'audit_subject', 'audit_base'],
  rows: `select t.seq::text as id, ${berlinDayOf('t.at')} as start, null::uuid as subject from audit t where $1::uuid is not null and t.region_id = '${regionless}'`,
  end: async (_tx, _ids, { today }) => {
    const cutoff = await endedEverywhere(db, today);
    if (cutoff === null) return 0;
    return db.system('retention R-AUDIT', null, async (tx) => {
      tx.unaudited();
      return (await anchors.cut(tx, berlinMidnight(addDays(cutoff, 1))))?.rows ?? 0;
    });
  },
});

/** The latest day of an act whose period is over in every region on `today`; null while there is none. */
async function endedEverywhere(db: Db, today: Day): Promise<Day | null> {
  const regions = await db.system('regions of the trail', null, (tx) => {
    tx.unaudited();
    return tx.query<{ id: string }>('select id from region');
  });
  let earliest: Day | null = null;
  for (const { id } of regions) {
    const ended = await db.system('retention R-AUDIT', id, async (tx): Promise<Day | null> => {
      tx.unaudited();
      const rule = (await rulesInForce(tx, today)).find(({ retentionClass }) => retentionClass === 'R-AUDIT');
      const { held } = await tx.one<{ held: boolean }>(`select app.is_held(null, 'R-AUDIT', $1) as held`, [today]);
      return !rule || rule.signedAt === null || rule.action === 'KEEP' || held ? null : latestEndedStart(termOf(rule), today);
    });
    if (ended === null) return null;
    if (earliest === null || ended < earliest) earliest = ended;
  }
  return earliest;
}
