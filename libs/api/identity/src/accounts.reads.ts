import { can, permissions, tidy, type Locale, type Permission, type Role } from '@mintforge/domain/kernel';
import type { Looking, Tx } from '@mintforge/platform';

/** One role in one region. */
export interface Membership {
  regionId: string;
  regionName: string;
  role: Role;
}

/** Who is signed in, as the console wants to know it. */
export interface Profile {
  user: { id: string; displayName: string; email: string; locale: Locale };
  memberships: Membership[];
  active: Omit<Membership, 'role'> & { role: Role | 'BREAK_GLASS' };
  /** Set where the session only looks. */
  looking: Looking['kind'] | null;
  /** When the looking ends by itself. */
  lookingUntil: Date | null;
  permissions: Permission[];
  secondFactor: boolean;
}

/** An account as the sign-in sees it. */
export interface Account {
  id: string;
  email: string;
  displayName: string;
  locale: Locale;
  passwordHash: string | null;
  enrolled: boolean;
  disabled: boolean;
}

/** The form by which e-mail addresses are compared and unique. */
export const emailKey = (email: string): string => tidy(email).toLowerCase();

const accountColumns = `id, email, display_name as "displayName", locale, password_hash as "passwordHash", totp_secret is not null as enrolled, disabled_at is not null as disabled`;

/** The account of an e-mail address, or undefined; as SYSTEM. */
export const accountByEmail = async (tx: Tx, email: string): Promise<Account | undefined> =>
  (await tx.query<Account>(`select ${accountColumns} from app_user where email_key = $1`, [emailKey(email)]))[0];

/** The account by id. Refuses NOT_FOUND. */
export const accountById = (tx: Tx, id: string): Promise<Account> => tx.one<Account>(`select ${accountColumns} from app_user where id = $1`, [id]);

/** A user's memberships, the one they last worked in first. */
export const membershipsOf = (tx: Tx, userId: string): Promise<Membership[]> =>
  tx.query<Membership>(
    `select m.region_id as "regionId", r.name as "regionName", m.role from membership m join region r on r.id = m.region_id
      where m.user_id = $1
      order by (m.region_id, m.role) is not distinct from (select (s.region_id, s.role) from session s where s.user_id = $1 order by s.created_at desc limit 1) desc, m.created_at, r.name, m.role`,
    [userId],
  );

/** The profile of a session, or undefined when its membership is gone. */
export async function profileOf(tx: Tx, userId: string, sessionId: string): Promise<Profile | undefined> {
  const { enrolled, ...account } = await accountById(tx, userId);
  const memberships = await membershipsOf(tx, userId);
  const { looking, lookingUntil, ...at } = await tx.one<Profile['active'] & Pick<Profile, 'looking' | 'lookingUntil'>>(
    `select s.region_id as "regionId", s.role, s.looking, g.ends_at as "lookingUntil", r.name as "regionName"
      from session s join region r on r.id = s.region_id left join break_glass g on g.region_id = s.region_id and g.id = s.grant_id where s.id = $1`, [sessionId]);
  const active = looking ? at : memberships.find((membership) => membership.regionId === at.regionId && membership.role === at.role);
  if (!active) return undefined;
  const { id, displayName, email, locale } = account;
  const held = (Object.keys(permissions) as Permission[]).filter((permission) => can(active.role, permission));
  return { user: { id, displayName, email, locale }, memberships, active, permissions: held, looking, lookingUntil, secondFactor: enrolled };
}
