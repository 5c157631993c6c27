import { berlinDayOf, type RetentionSweep, type Tx } from '@mintforge/platform';

/** Users belong to no region: those of the region, and those of none any more. */
const ofRegion = `(exists (select from membership m where m.region_id = $1 and m.user_id = u.id) or not exists (select from membership m where m.user_id = u.id))`;

const deleted = (table: string) => async (tx: Tx, ids: readonly string[]): Promise<number> => {
  const gone = await tx.query<{ id: string }>(`delete from ${table} where id = any($1::uuid[]) returning id`, [ids]);
  tx.note(table, 'delete', gone.map(({ id }) => id));
  return gone.length;
};

/** Sessions and links that are over, accounts of people who left: switched off, or without a role anywhere. */
export const identitySweeps: readonly RetentionSweep[] = [
  {
    retentionClass: 'R-ACC', what: 'session', tables: ['session'],
    rows: `select t.id::text as id, ${berlinDayOf('least(t.ended_at, t.expires_at)')} as start, t.user_id as subject from session t join app_user u on u.id = t.user_id where ${ofRegion}`,
    end: deleted('session'),
  },
  {
    retentionClass: 'R-ACC', what: 'link', tables: ['link'],
    rows: `select t.id::text as id, ${berlinDayOf('least(t.used_at, t.expires_at)')} as start, t.user_id as subject from link t join app_user u on u.id = t.user_id where ${ofRegion}`,
    end: deleted('link'),
  },
  {
    retentionClass: 'R-ACC', what: 'app_user', tables: ['app_user', 'membership'],
    rows: `select u.id::text as id, u.id as subject,
        ${berlinDayOf('coalesce(u.disabled_at, case when not exists (select from membership m where m.user_id = u.id) then greatest(u.last_sign_in_at, u.updated_at) end)')} as start
      from app_user u where ${ofRegion}`,
    end: deleted('app_user'),
  },
];
