import { currentContext, runInContext } from '@mintforge/platform';

/** Runs work as a known person whose role does not matter: row-level security shows their own account and sessions only. */
export const asPerson = <T>(userId: string | null, work: () => Promise<T>): Promise<T> =>
  runInContext({ ...currentContext(), actor: { userId, sessionId: null, role: 'NOBODY', regionId: null } }, work);
