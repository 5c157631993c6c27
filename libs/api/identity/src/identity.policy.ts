import { mayGrant, type Role } from '@mintforge/domain/kernel';

interface Held {
  regionId: string;
  role: Role;
}

/**
 * Whether somebody with this role in this region may change another's account as a whole (disable it, take away a lost
 * second factor): they may grant every role it holds, and it works nowhere else, unless they administer the platform.
 */
export const mayAdminister = (granter: { role: Role; regionId: string }, held: readonly Held[]): boolean =>
  held.every(({ role, regionId }) => mayGrant(granter.role, role) && (granter.role === 'PLATFORM_ADMIN' || regionId === granter.regionId));
