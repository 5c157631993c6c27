import { Refusal } from '@mintforge/domain/kernel';
import { currentContext, runInContext, type Actor } from '@mintforge/platform';

/** Runs work as a known person whose role does not matter: row-level security shows their own account and sessions only. */
export const asPerson = <T>(userId: string | null, work: () => Promise<T>): Promise<T> =>
  runInContext({ ...currentContext(), actor: { userId, sessionId: null, role: 'NOBODY', regionId: null } }, work);

/** User and session of a signed-in actor. Refuses UNAUTHENTICATED for one without. */
export function idsOf({ userId, sessionId }: Actor): { userId: string; sessionId: string } {
  if (!userId || !sessionId) throw new Refusal('UNAUTHENTICATED');
  return { userId, sessionId };
}
