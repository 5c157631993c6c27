import { hashOfToken, newToken, type Tx } from '@mintforge/platform';

const lifetimes = { PASSWORD_RESET: '1 hour', INVITATION: '7 days' } as const;
export type LinkKind = keyof typeof lifetimes;

/** A single-use link for a user, in a SYSTEM transaction; gives its token, which is stored as a hash only. */
export async function makeLink(tx: Tx, kind: LinkKind, userId: string): Promise<string> {
  const token = newToken();
  await tx.query(`delete from link where user_id = $1 and expires_at < now() - interval '30 days'`, [userId]);
  const { id } = await tx.one<{ id: string }>('insert into link (kind, user_id, token_hash, expires_at) values ($1, $2, $3, now() + $4::interval) returning id', [kind, userId, hashOfToken(token), lifetimes[kind]]);
  tx.note('link', 'insert', [id]);
  return token;
}

/** Whose unused, unexpired link this is, or null; as SYSTEM. */
export async function ownerOfLink(tx: Tx, token: string): Promise<string | null> {
  const [link] = await tx.query<{ userId: string }>('select user_id as "userId" from link where token_hash = $1 and used_at is null and expires_at > now()', [hashOfToken(token)]);
  return link?.userId ?? null;
}

/** Uses a link up, and every other one of its user with it; false when somebody was faster. */
export async function useLink(tx: Tx, token: string): Promise<boolean> {
  const [used] = await tx.query<{ id: string; userId: string }>('update link set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning id, user_id as "userId"', [hashOfToken(token)]);
  if (!used) return false;
  await tx.query('update link set used_at = now() where user_id = $1 and used_at is null', [used.userId]);
  tx.note('link', 'update', [used.id]);
  return true;
}
