/**
 * Roles a user holds in a region (Mitgliedschaft), one active per session. `SYSTEM` acts behind `db.system` and may all;
 * `NOBODY` is a person whose role is not established yet (signing in, enrolling a second factor) and may nothing;
 * `BREAK_GLASS` is a platform administrator whom a second person let look at people for an hour: nobody is given it.
 */
export const roles = ['PLATFORM_ADMIN', 'COORDINATOR', 'EVALUATION_MANAGER', 'FUND_MANAGER', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];
export type ActingRole = Role | 'SYSTEM' | 'NOBODY' | 'BREAK_GLASS';

/**
 * The one permission table: permission -> roles. It drives the API's `@Allow` guard, the row-level policies (copied to
 * `app.permission` after every migration), their test matrix, and the buttons of the console. The shape follows the
 * role matrix of privacy-security section 8: the platform administrator has no routine access to people.
 */
export const permissions = {
  'regions.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'EVALUATION_MANAGER', 'FUND_MANAGER', 'AUDITOR', 'BREAK_GLASS'],
  'regions.write': ['PLATFORM_ADMIN'],
  'users.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  'users.write': ['PLATFORM_ADMIN', 'COORDINATOR'],
  'audit.read': ['PLATFORM_ADMIN', 'AUDITOR', 'COORDINATOR'],
  'jobs.read': ['PLATFORM_ADMIN', 'COORDINATOR'],
  'mail.read': ['PLATFORM_ADMIN', 'COORDINATOR'],
  'partners.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'EVALUATION_MANAGER', 'FUND_MANAGER', 'AUDITOR', 'BREAK_GLASS'],
  'partners.write': ['COORDINATOR'],
  'imports.write': ['COORDINATOR'],
  'activities.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'EVALUATION_MANAGER', 'FUND_MANAGER', 'AUDITOR'],
  'activities.write': ['COORDINATOR'],
  'people.read': ['COORDINATOR', 'EVALUATION_MANAGER', 'BREAK_GLASS'],
  'people.identify': ['COORDINATOR', 'BREAK_GLASS'],
  'people.write': ['COORDINATOR'],
  'purposes.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'EVALUATION_MANAGER', 'FUND_MANAGER', 'AUDITOR'],
  'purposes.write': ['COORDINATOR'],
  'purposes.release': ['PLATFORM_ADMIN', 'COORDINATOR'],
  'consent.read': ['COORDINATOR', 'EVALUATION_MANAGER', 'AUDITOR'],
  'consent.write': ['COORDINATOR'],
  'matching.read': ['COORDINATOR', 'EVALUATION_MANAGER'],
  'matching.run': ['COORDINATOR'],
  'matching.publish': ['COORDINATOR'],
  'media.read': ['COORDINATOR'],
  'media.write': ['COORDINATOR'],
  'exports.read': ['COORDINATOR'],
  'tasks.read': ['COORDINATOR', 'AUDITOR'],
  'tasks.write': ['COORDINATOR'],
  'processing.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  'requests.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  'requests.write': ['COORDINATOR'],
  'erasures.propose': ['COORDINATOR'],
  'erasures.execute': ['PLATFORM_ADMIN', 'COORDINATOR'],
  'retention.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  'retention.write': ['PLATFORM_ADMIN'],
  'retention.release': ['PLATFORM_ADMIN', 'COORDINATOR'],
  'holds.write': ['COORDINATOR'],
  'vault.read': ['COORDINATOR', 'AUDITOR'],
  'vault.write': ['COORDINATOR'],
  'vault.release': ['COORDINATOR'],
  'attendance.read': ['COORDINATOR', 'EVALUATION_MANAGER'],
  'attendance.write': ['COORDINATOR'],
  'keys.rotate': ['PLATFORM_ADMIN'],
  'alerts.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  'alerts.write': ['PLATFORM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  'alerts.rules': ['PLATFORM_ADMIN'],
  'glass.read': ['PLATFORM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  'glass.ask': ['PLATFORM_ADMIN'],
  'glass.decide': ['COORDINATOR', 'AUDITOR'],
} as const satisfies Record<string, readonly (Role | 'BREAK_GLASS')[]>;

export type Permission = keyof typeof permissions;

/**
 * Permissions to grave acts: whoever uses one has proven anew, at most ten minutes before, who they are (AUT-12). With
 * them data of people leave or end for good, closed doors open, others get or lose their rights, and the second of two
 * persons signs: somebody at a screen left open could be both. What a page shows by itself is no act. A permission is
 * grave as a whole; an everyday act needs another one.
 */
export const gravePermissions: ReadonlySet<Permission> = new Set<Permission>([
  'users.write', 'keys.rotate',
  'exports.read', 'erasures.propose', 'erasures.execute',
  'glass.ask', 'glass.decide',
  'vault.read', 'vault.release', 'retention.release', 'purposes.release',
]);

/** Whether a role holds a permission; `SYSTEM` holds all (its reason is audited). Unknown permissions are denied. */
export function can(role: ActingRole | null | undefined, permission: Permission): boolean {
  if (role == null) return false;
  return role === 'SYSTEM' || (permissions[permission] as readonly ActingRole[] | undefined)?.includes(role) === true;
}

/** Whether `granter` may hand out `granted`: only roles whose every permission the granter holds too, or any role for the platform administrator. */
export function mayGrant(granter: Role | 'BREAK_GLASS', granted: Role): boolean {
  if (granter === 'PLATFORM_ADMIN') return true;
  const held = (role: Role) => (Object.keys(permissions) as Permission[]).filter((permission) => can(role, permission));
  return can(granter, 'users.write') && held(granted).every((permission) => can(granter, permission));
}
