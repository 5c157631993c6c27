import { Refusal } from '@mintforge/domain/kernel';
import { Conditions, currentActor, Db, readPage, type List, type Tx } from '@mintforge/platform';
import { Injectable } from '@nestjs/common';
import type { User, UsersArgs } from './users.types';

const columns = `u.id, u.email, u.display_name as "displayName", u.locale, u.totp_secret is not null as "secondFactor", u.password_hash is not null as active,
  u.disabled_at is not null as disabled, u.last_sign_in_at as "lastSignInAt", u.version, u.created_at as "createdAt", u.updated_at as "updatedAt",
  array(select m.role from membership m where m.region_id = (select app.region()) and m.user_id = u.id order by m.role) as roles`;

const order: Record<string, string> = {
  DISPLAY_NAME: 'lower(u.display_name)',
  EMAIL: 'u.email_key',
  LAST_SIGN_IN_AT: 'u.last_sign_in_at',
  CREATED_AT: 'u.created_at',
};

/** Users as the active region sees them: those with a role in it, and oneself. */
@Injectable()
export class UserReads {
  constructor(private readonly db: Db) {}

  /** One page of the region's users. */
  list({ sort, filter, ...page }: UsersArgs): Promise<List<User>> {
    const { regionId } = currentActor();
    if (!regionId) throw new Refusal('NOT_FOUND');
    const conditions = new Conditions()
      .add('exists (select from membership m where m.region_id = ? and m.user_id = u.id)', regionId)
      .add('u.id = any(?)', filter?.ids)
      .add(`(u.display_name ilike '%' || ? || '%' or u.email ilike '%' || ? || '%')`, filter?.q?.replaceAll(/[\\%_]/g, '\\$&'))
      .add('exists (select from membership m where m.region_id = (select app.region()) and m.user_id = u.id and m.role = ?)', filter?.role)
      .add('(u.disabled_at is not null) = ?', filter?.disabled);
    const [, by = '', direction = ''] = /^(.*)_(ASC|DESC)$/.exec(sort) ?? [];
    return readPage<User>(this.db, { select: columns, from: 'app_user u', ...conditions, order: `${order[by]} ${direction} nulls last, u.id` }, page);
  }

  /** One user of the active region, or the acting one. Refuses NOT_FOUND. */
  one(id: string): Promise<User> {
    return this.db.read((tx) => this.within(tx, id));
  }

  /** As `one`, in the caller's transaction. */
  within(tx: Tx, id: string): Promise<User> {
    return tx.one<User>(`select ${columns} from app_user u where u.id = $1`, [id]);
  }
}
