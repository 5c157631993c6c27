import type { Role } from '@mintforge/domain/kernel';
import { http, session } from '../connection';

/** One signed-in device as the API lists it. */
export interface OwnSession {
  id: string;
  current: boolean;
  createdAt: string;
  lastUsedAt: string;
  userAgent: string | null;
  regionName: string | null;
  role: Role | null;
}

/** Where the signed-in user is signed in. */
export const ownSessions = (): Promise<OwnSession[]> => session.authorized(async (headers) => (await http.send('/auth/sessions', { headers })).json() as Promise<OwnSession[]>);

/** Ends all but the one that asks, at once. */
export const endOtherSessions = (): Promise<Response> => session.authorized((headers) => http.send('/auth/sessions', { method: 'DELETE', headers }));

/** Ends one of them at once. */
export const endSession = (id: string): Promise<Response> => session.authorized((headers) => http.send(`/auth/sessions/${id}`, { method: 'DELETE', headers }));
