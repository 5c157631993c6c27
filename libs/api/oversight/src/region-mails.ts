import type { Locale, Role } from '@mintforge/domain/kernel';
import type { Mails, Tx } from '@mintforge/platform';

/** Queues a mail to everybody of the active region who holds one of the roles and can sign in, except one; in SYSTEM's transaction. */
export async function mailToRoles(mails: Mails, tx: Tx, { roles, except, template, params }: { roles: readonly Role[]; except?: string | null; template: string; params: Record<string, string> }): Promise<void> {
  const people = await tx.query<{ recipient: string; locale: Locale }>(
    `select distinct u.email as recipient, u.locale from membership m join app_user u on u.id = m.user_id
      where m.region_id = $1 and m.role = any($2) and u.id is distinct from $3 and u.disabled_at is null`, [tx.regionId, roles, except ?? null]);
  await mails.queue(tx, people.map((person) => ({ ...person, template, params })));
}

/** The name of the active region, for a mail. */
export const regionName = async (tx: Tx): Promise<string> => (await tx.one<{ name: string }>('select name from region where id = $1', [tx.regionId])).name;
