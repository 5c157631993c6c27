import type { Permission } from '@mintforge/domain/kernel';
import type { ReactNode } from 'react';
import { usePermissions } from 'react-admin';

/** Whether the active role holds a permission; false while unknown. */
export function useAllowed(): (permission: Permission) => boolean {
  const { permissions } = usePermissions<Permission[]>();
  return (permission) => permissions?.includes(permission) === true;
}

/** Shows its children to roles holding the permission. */
export function Allowed({ to, children }: { to: Permission; children: ReactNode }) {
  return useAllowed()(to) ? children : null;
}
