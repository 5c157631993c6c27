import type { ActingRole, Locale } from '@mintforge/domain/kernel';
import { Refusal } from '@mintforge/domain/kernel';
import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts: a signed-in user in one active region and role, or SYSTEM behind `db.system`. */
export interface Actor {
  userId: string | null;
  sessionId: string | null;
  role: ActingRole;
  regionId: string | null;
  /** Set where the session only looks: nothing may be written, and it stands in every audit row. */
  looking?: Looking | null;
}

/** VIEW_AS = as another role, on a synthetic region; BREAK_GLASS = at people, by a grant of two persons. */
export interface Looking {
  kind: 'VIEW_AS' | 'BREAK_GLASS';
  grantId: string | null;
}

/**
 * What travels with one request or job. `actor` appears when the request is authenticated, `action` when a handler is
 * allowed, `totals` when an operation asks some list for its total.
 */
export interface Context {
  requestId: string;
  locale: Locale;
  actor?: Actor;
  action?: string;
  totals?: boolean;
}

const storage = new AsyncLocalStorage<Context>();

/** Runs `work` with a context that every door, log line and audit row below it can see. */
export const runInContext = <T>(context: Context, work: () => T): T => storage.run(context, work);

/** The context of the running request or job, or undefined at start-up. */
export const findContext = (): Context | undefined => storage.getStore();

/** The context of the running request or job; a missing one is a programming error, not a user's mistake. */
export function currentContext(): Context {
  const context = storage.getStore();
  if (!context) throw new Error('No context: this code runs outside a request or job');
  return context;
}

/** The acting user of the running request or job. Refuses UNAUTHENTICATED when nobody is signed in. */
export function currentActor(): Actor {
  const actor = storage.getStore()?.actor;
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  return actor;
}
