/** Roles a user holds in a region (Mitgliedschaft), one active per session, and `system` for jobs behind `db.system`. */
export const roles = ['platform_admin', 'coordinator', 'evaluation_manager', 'fund_manager', 'auditor'] as const;
export type Role = (typeof roles)[number];
export type ActingRole = Role | 'system';

/**
 * The one permission table: permission -> roles. It drives the API's `@Allow` guard, the row-level policies (copied to
 * `app.permission` after every migration), their test matrix, and the buttons of the console. The shape follows the
 * role matrix of privacy-security section 8: the platform administrator has no routine access to people.
 */
export const permissions = {
  'regions.read': ['platform_admin', 'coordinator', 'evaluation_manager', 'fund_manager', 'auditor'],
  'regions.write': ['platform_admin'],
  'users.read': ['platform_admin', 'coordinator', 'auditor'],
  'users.write': ['platform_admin', 'coordinator'],
  'audit.read': ['platform_admin', 'auditor', 'coordinator'],
  'jobs.read': ['platform_admin', 'coordinator'],
  'mail.read': ['platform_admin', 'coordinator'],
  'partners.read': ['platform_admin', 'coordinator', 'evaluation_manager', 'fund_manager', 'auditor'],
  'partners.write': ['coordinator'],
  'imports.write': ['coordinator'],
  'activities.read': ['platform_admin', 'coordinator', 'evaluation_manager', 'fund_manager', 'auditor'],
  'activities.write': ['coordinator'],
  'people.read': ['coordinator', 'evaluation_manager'],
  'people.identify': ['coordinator'],
  'people.write': ['coordinator'],
  'matching.read': ['coordinator', 'evaluation_manager'],
  'matching.run': ['coordinator'],
  'matching.publish': ['coordinator'],
  'attendance.read': ['coordinator', 'evaluation_manager'],
  'attendance.write': ['coordinator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether a role holds a permission; `system` holds all (its reason is audited). Unknown permissions are denied. */
export function can(role: ActingRole | null | undefined, permission: Permission): boolean {
  if (role == null) return false;
  return role === 'system' || (permissions[permission] as readonly Role[] | undefined)?.includes(role) === true;
}

/** Whether `granter` may hand out `granted`: only roles whose every permission the granter holds too, or any role for the platform administrator. */
export function mayGrant(granter: Role, granted: Role): boolean {
  if (granter === 'platform_admin') return true;
  const held = (role: Role) => (Object.keys(permissions) as Permission[]).filter((permission) => can(role, permission));
  return can(granter, 'users.write') && held(granted).every((permission) => can(granter, permission));
}
