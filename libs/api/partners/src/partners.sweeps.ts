import { berlinDayOf, deletedFrom, type RetentionSweep } from '@mintforge/platform';

/** Contacts who left, or whose organisation closed. `erase` does what erasing a person does. */
export const contactSweep = (erase: RetentionSweep['end']): RetentionSweep => ({
  retentionClass: 'R-STAFF', what: 'contact', tables: ['contact'], atOnce: 25,
  rows: `select t.id::text as id, least(t.left_on, o.closed_on) as start, t.id as subject from contact t join organisation o on o.region_id = t.region_id and o.id = t.organisation_id where t.region_id = $1`,
  end: erase,
});

/** What is written about an organisation and may name people ends after it; names and figures of the body itself stay. */
export const partnersSweeps: readonly RetentionSweep[] = [
  {
    retentionClass: 'R-ORG', what: 'contact_event', tables: ['contact_event'],
    rows: `select t.id::text as id, o.closed_on as start, t.contact_id as subject from contact_event t join organisation o on o.region_id = t.region_id and o.id = t.organisation_id where t.region_id = $1`,
    end: deletedFrom('contact_event'),
  },
  {
    retentionClass: 'R-ORG', what: 'organisation', tables: ['organisation'],
    rows: `select t.id::text as id, t.closed_on as start, t.id as subject from organisation t where t.region_id = $1 and (t.notes <> '' or t.imported is not null or num_nonnulls(t.email, t.phone, t.fax) > 0)`,
    end: async (tx, ids) => {
      const archived = await tx.query<{ id: string }>(
        `update organisation set notes = '', imported = null, email = null, phone = null, fax = null, version = version + 1, updated_at = now() where region_id = $1 and id = any($2::uuid[]) returning id`, [tx.regionId, ids]);
      tx.note('organisation', 'update', archived.map(({ id }) => id));
      return archived.length;
    },
  },
  {
    retentionClass: 'R-ORG', what: 'organisation_merge', tables: ['organisation_merge'],
    rows: `select t.id::text as id, ${berlinDayOf('t.created_at')} as start, null::uuid as subject from organisation_merge t where t.region_id = $1`,
    end: deletedFrom('organisation_merge'),
  },
  {
    // A list nobody took over: its file goes with it, as the file of one that was goes before it.
    retentionClass: 'R-LOG', what: 'import that was left', tables: ['import', 'import_row', 'file'],
    rows: `select t.id::text as id, ${berlinDayOf('t.updated_at')} as start, null::uuid as subject from import t where t.region_id = $1 and t.state in ('UPLOADED', 'PREVIEWED')`,
    end: async (tx, ids) => {
      const files = await tx.query<{ id: string }>('delete from file f using import t where t.region_id = $1 and t.id = any($2::uuid[]) and f.region_id = t.region_id and f.id = t.file_id returning f.id', [tx.regionId, ids]);
      tx.note('file', 'delete', files.map(({ id }) => id));
      return deletedFrom('import')(tx, ids);
    },
  },
  {
    retentionClass: 'R-EXPORT', what: 'file of an import', tables: ['file'],
    rows: `select f.id::text as id, null::uuid as subject, ${berlinDayOf(`case when t.id is null then f.created_at when t.state in ('COMMITTED', 'UNDONE') then coalesce(t.undone_at, t.committed_at) end`)} as start
      from file f left join import t on t.region_id = f.region_id and t.file_id = f.id where f.region_id = $1 and f.kind = 'IMPORT'`,
    end: deletedFrom('file'),
  },
  {
    retentionClass: 'R-ORG', what: 'import', tables: ['import', 'import_row'],
    rows: `select t.id::text as id, ${berlinDayOf('coalesce(t.undone_at, t.committed_at)')} as start, null::uuid as subject from import t where t.region_id = $1 and t.state in ('COMMITTED', 'UNDONE')`,
    end: deletedFrom('import'),
  },
];
