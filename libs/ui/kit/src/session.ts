import type { Permission, Role } from '@mintforge/domain/kernel';
import { makeConfirmation, type Confirmation } from './confirmation';
import { codeOf, type Http } from './http';

export interface Membership {
  regionId: string;
  regionName: string;
  role: Role;
}

/** What the API answers to sign-in, refresh and switch. */
export interface SignedIn {
  accessToken: string;
  expiresInSeconds: number;
  user: { id: string; displayName: string; email: string; locale: string };
  memberships: Membership[];
  active: Omit<Membership, 'role'> & { role: Role | 'BREAK_GLASS' };
  /** Set where the session only looks: as another role on invented data, or at people in an emergency. */
  looking: 'VIEW_AS' | 'BREAK_GLASS' | null;
  /** The instant at which the looking ends by itself. */
  lookingUntil: string | null;
  permissions: Permission[];
  /** Whether the account has a second factor. */
  secondFactor: boolean;
}

export interface Credentials {
  email: string;
  password: string;
  code?: string;
}

/**
 * The signed-in state of this tab. The access token lives in memory only; the refresh cookie is HttpOnly and rotates,
 * so refreshes run one at a time, across tabs too: a token used twice would end the whole family.
 */
export interface Session {
  current(): SignedIn | null;
  /** Whether this tab was signed in before, to tell an ended session from a first visit. */
  wasSignedIn(): boolean;
  subscribe(listener: () => void): () => void;
  signIn(credentials: Credentials): Promise<SignedIn>;
  /** A fresh access token from the refresh cookie; null when there is no session any more. */
  renew(): Promise<SignedIn | null>;
  switchTo(membership: Pick<Membership, 'regionId' | 'role'>): Promise<SignedIn>;
  /** Looks at a region of invented data as another role would. */
  viewAs(membership: Pick<Membership, 'regionId' | 'role'>): Promise<SignedIn>;
  /** Looks at people by an allowed break-glass. */
  openGlass(id: string): Promise<SignedIn>;
  signOut(): Promise<void>;
  /** Whether a grave act waits for the user to prove anew who they are. */
  confirmation: Confirmation;
  /** Proves it by a code, or by the password where there is no second factor; what waited goes on. */
  confirm(proof: Pick<Partial<Credentials>, 'password' | 'code'>): Promise<void>;
  /**
   * Runs a request with the bearer header, renewing the token once when the API says it is no longer good. A grave act
   * that is refused for want of a fresh factor is done again, the very same, once the user has proven who they are.
   */
  authorized<Answer>(work: (headers: Record<string, string>) => Promise<Answer>): Promise<Answer>;
}

const renewBeforeExpirySeconds = 60;

/** Web Locks exist on https and localhost only; without them a tab still renews one at a time for itself. */
const acrossTabs = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
  globalThis.navigator?.locks ? navigator.locks.request('mintforge-session', work) : work();

export function makeSession(http: Http): Session {
  let state: SignedIn | null = null;
  let wasSignedIn = false;
  let renewing: Promise<SignedIn | null> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const confirmation = makeConfirmation();

  function become(next: SignedIn | null): SignedIn | null {
    clearTimeout(timer);
    state = next;
    if (next) {
      wasSignedIn = true;
      const seconds = Math.max(next.expiresInSeconds - renewBeforeExpirySeconds, 5);
      timer = setTimeout(() => void renew().catch(() => undefined), seconds * 1000);
    } else confirmation.refused();
    listeners.forEach((listener) => listener());
    return next;
  }

  const bearer = (): Record<string, string> => (state ? { authorization: `Bearer ${state.accessToken}` } : {});

  function renew(): Promise<SignedIn | null> {
    renewing ??= acrossTabs(() => http.json<SignedIn>('/auth/refresh'))
      .then(become, (error: unknown) => {
        if (codeOf(error) === 'SERVICE_UNAVAILABLE') throw error;
        return become(null);
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  }

  async function authorized<Answer>(work: (headers: Record<string, string>) => Promise<Answer>): Promise<Answer> {
    try {
      return await withToken(work);
    } catch (error) {
      if (codeOf(error) !== 'FRESH_FACTOR_REQUIRED') throw error;
      await confirmation.ask(error);
      return withToken(work);
    }
  }

  async function withToken<Answer>(work: (headers: Record<string, string>) => Promise<Answer>): Promise<Answer> {
    if (!state) await renew();
    try {
      return await work(bearer());
    } catch (error) {
      if (codeOf(error) !== 'UNAUTHENTICATED' || !(await renew())) throw error;
      return work(bearer());
    }
  }

  const change = async (path: string, body: object) => become(await authorized((headers) => http.json<SignedIn>(path, body, headers))) as SignedIn;

  return {
    current: () => state,
    wasSignedIn: () => wasSignedIn,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    signIn: async (credentials) => become(await http.json<SignedIn>('/auth/sign-in', credentials)) as SignedIn,
    renew,
    switchTo: ({ regionId, role }) => change('/auth/switch', { regionId, role }),
    viewAs: ({ regionId, role }) => change('/auth/view-as', { regionId, role }),
    openGlass: (id) => change('/auth/break-glass', { id }),
    async signOut() {
      if (!state) return;
      await authorized((headers) => http.json('/auth/sign-out', {}, headers)).catch(() => undefined);
      wasSignedIn = false;
      become(null);
    },
    confirmation,
    async confirm(proof) {
      await withToken((headers) => http.json('/auth/confirm', proof, headers));
      confirmation.given();
    },
    authorized,
  };
}
