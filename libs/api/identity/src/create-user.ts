import type { Locale, Role } from '@mintforge/domain/kernel';
import { tidy } from '@mintforge/domain/kernel';
import type { Tx } from '@mintforge/platform';
import { emailKey } from './accounts.reads';
import { hashPassword } from './passwords';

/** A user to create, with a password and roles. */
export interface NewUser {
  email: string;
  displayName: string;
  locale: Locale;
  password: string;
  memberships: { regionId: string; role: Role }[];
}

/** Creates a user who can sign in at once (seeds, first start), in a SYSTEM transaction; gives the id. Refuses ALREADY_EXISTS. */
export async function createUserWithPassword(tx: Tx, { email, displayName, locale, password, memberships }: NewUser): Promise<string> {
  const { id } = await tx.one<{ id: string }>('insert into app_user (email, email_key, display_name, locale, password_hash) values ($1, $2, $3, $4, $5) returning id', [
    tidy(email), emailKey(email), tidy(displayName), locale, await hashPassword(password),
  ]);
  tx.note('app_user', 'insert', [id]);
  for (const { regionId, role } of memberships) await tx.query('insert into membership (region_id, user_id, role) values ($1, $2, $3)', [regionId, id, role]);
  return id;
}
