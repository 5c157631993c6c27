import type { Permission } from '@mintforge/domain/kernel';
import type { AuthProvider } from 'ra-core';
import { codeOf } from './http';
import type { Credentials, Session } from './session';

/** Which permission reads a resource and which changes it; absent `write` means nobody changes it through forms. */
export type AccessTable = Record<string, { read: Permission; write?: Permission }>;

const reading = new Set(['list', 'show', 'export', 'read']);

/**
 * Sign-in, identity and rights for React-Admin, all from the session. With the access table React-Admin hides buttons
 * and pages the role may not use; the API decides in any case.
 */
export function makeAuthProvider(session: Session, access: AccessTable, enrolPath: string) {
  const signedIn = async () => session.current() ?? session.renew();

  return {
    async login(credentials: Credentials) {
      await session.signIn(credentials);
    },
    async logout() {
      await session.signOut();
    },
    async checkAuth() {
      if (await signedIn()) return;
      // A first visit needs no reproach; `false` keeps React-Admin silent.
      throw session.wasSignedIn() ? new Error('kit.session.ended') : { message: false };
    },
    async checkError(error: unknown) {
      const code = codeOf(error);
      if (code === 'UNAUTHENTICATED') throw error;
      if (code === 'SECOND_FACTOR_ENROLMENT_REQUIRED') throw { logoutUser: false, redirectTo: enrolPath, message: (error as Error).message };
    },
    async getIdentity() {
      const user = (await signedIn())?.user;
      return { id: user?.id ?? '', fullName: user?.displayName, email: user?.email };
    },
    getPermissions: async () => (await signedIn())?.permissions ?? [],
    async canAccess({ resource, action }: { resource: string; action: string }) {
      const rights = access[resource];
      const needed = reading.has(action) ? rights?.read : rights?.write;
      return needed !== undefined && (await signedIn())?.permissions.includes(needed) === true;
    },
  } satisfies AuthProvider;
}
