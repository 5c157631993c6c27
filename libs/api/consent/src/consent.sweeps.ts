import { clearProfiles, hasProfile } from '@mintforge/people';
import { berlinDayOf, deletedFrom, type RetentionSweep } from '@mintforge/platform';

/** The ledger ends as a whole with its last act, then what only served it; and a profile with the consent it rested on. */
export const consentSweeps: readonly RetentionSweep[] = [
  {
    retentionClass: 'R-PROFILE', what: 'pupil.profile without consent', tables: ['pupil'],
    rows: `select p.id::text as id, e.ended_on as start, p.id as subject from consent_ledger_end e join purpose u on u.region_id = e.region_id and u.id = e.purpose_id and u.code = 'MATCHING' and u.signer_rule is not null
      join pupil p on p.region_id = e.region_id and p.id = e.pupil_id where e.region_id = $1 and ${hasProfile}`,
    end: clearProfiles,
  },
  {
    retentionClass: 'R-CONSENT', what: 'consent_decision', tables: ['consent_decision', 'consent_receipt'],
    rows: `select e.decision_id::text as id, e.ended_on as start, e.pupil_id as subject from consent_ledger_end e where e.region_id = $1`,
    end: async (tx, ids) => {
      tx.note('consent_decision', 'delete', [...ids]);
      return (await tx.one<{ gone: number }>('select app.forget_consents($1::uuid[]) as gone', [ids])).gone;
    },
  },
  {
    // A declaration counts until a newer one, the last one as long as there is an answer that rests on it.
    retentionClass: 'R-CONSENT', what: 'custody', tables: ['custody'],
    rows: `select t.id::text as id, t.pupil_id as subject,
        coalesce((select min(${berlinDayOf('n.created_at')}) from custody n where n.region_id = t.region_id and n.pupil_id = t.pupil_id and n.id > t.id), p.erased_on) as start
      from custody t join pupil p on p.region_id = t.region_id and p.id = t.pupil_id
      where t.region_id = $1 and not exists (select from consent_decision d where d.region_id = t.region_id and d.pupil_id = t.pupil_id)`,
    end: async (tx, ids) => {
      tx.note('custody', 'delete', [...ids]);
      return (await tx.one<{ gone: number }>('select app.forget_custody($1::uuid[]) as gone', [ids])).gone;
    },
  },
  {
    retentionClass: 'R-CONSENT', what: 'consent_form', tables: ['consent_form'],
    rows: `select t.id::text as id, ${berlinDayOf('coalesce(t.returned_at, t.created_at)')} as start, t.pupil_id as subject from consent_form t
      where t.region_id = $1 and not exists (select from consent_decision d where d.region_id = t.region_id and d.form_id = t.id)`,
    end: async (tx, ids) => {
      const scans = await tx.query<{ id: string }>('delete from file f using consent_form t where t.region_id = $1 and t.id = any($2::uuid[]) and f.region_id = t.region_id and f.id = t.scan_id returning f.id', [tx.regionId, ids]);
      tx.note('file', 'delete', scans.map(({ id }) => id));
      return deletedFrom('consent_form')(tx, ids);
    },
  },
  {
    retentionClass: 'R-CONSENT', what: 'consent_link', tables: ['consent_link'],
    rows: `select t.id::text as id, ${berlinDayOf('least(t.ended_at, t.expires_at)')} as start, t.pupil_id as subject from consent_link t where t.region_id = $1`,
    end: deletedFrom('consent_link'),
  },
  {
    retentionClass: 'R-CONSENT', what: 'consent_approach', tables: ['consent_approach'],
    rows: `select t.id::text as id, ${berlinDayOf('t.created_at')} as start, t.pupil_id as subject from consent_approach t where t.region_id = $1`,
    end: deletedFrom('consent_approach'),
  },
];
