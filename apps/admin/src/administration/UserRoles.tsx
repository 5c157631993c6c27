import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Alert, Box, Button, List, ListItem, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { mayGrant, roles, type Role } from '@mintforge/domain/kernel';
import { Panel, useAllowed, useSignedIn } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { session } from '../connection';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import type { User } from './types';

/** The roles of a user in the active region, each to be given or taken by who may. */
export function UserRoles({ user }: { user: User }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const mayWrite = useAllowed()('users.write');
  const active = useSignedIn(session)?.active;
  const [revoking, setRevoking] = useState<Role | null>(null);
  const grant = useAct((verbs, role: Role) => verbs.grantRole(user.id, role), { done: 'app.administration.users.granted' });
  const isLast = user.roles.length === 1;
  const revoke = useAct((verbs, role: Role) => verbs.revokeRole(user.id, role), {
    done: 'app.administration.users.revoked',
    then: () => (isLast ? redirect('list', 'users') : setRevoking(null)),
  });
  if (!active) return null;
  const may = (role: Role) => mayWrite && mayGrant(active.role, role);
  const word = (key: string, values = {}) => translate(`app.administration.users.${key}`, values);
  return (
    <Panel title={word('roles_in', { region: active.regionName })}>
      <Typography variant="body2" color="textSecondary">{word('roles_hint')}</Typography>
      {grant.error && <Alert severity="error" sx={{ mt: 1 }}>{grant.error.message}</Alert>}
      <List dense disablePadding sx={{ mt: 1 }}>
        {roles.map((role) => {
          const held = user.roles.includes(role);
          const roleName = translate(`app.roles.${role}`);
          return (
            <ListItem key={role} disableGutters divider sx={{ gap: 1 }}>
              <ListItemIcon sx={{ minWidth: 32, color: held ? 'success.main' : 'text.disabled' }}>{held ? <CheckCircleOutlined titleAccess={translate('ra.boolean.true')} /> : <RadioButtonUncheckedOutlined titleAccess={translate('ra.boolean.false')} />}</ListItemIcon>
              <ListItemText primary={roleName} secondary={word(`role_hint.${role}`)} slotProps={{ primary: { sx: { fontWeight: held ? 600 : 400 } } }} />
              {may(role) && (
                <Box sx={{ flexShrink: 0 }}>
                  {held ? (
                    <Button size="small" color="error" aria-label={`${word('revoke')}: ${roleName}`} onClick={() => setRevoking(role)}>{word('revoke')}</Button>
                  ) : (
                    <Button size="small" aria-label={`${word('grant')}: ${roleName}`} loading={grant.isPending && grant.variables === role} onClick={() => grant.mutate(role)}>{word('grant')}</Button>
                  )}
                </Box>
              )}
            </ListItem>
          );
        })}
      </List>
      {mayWrite && !roles.every(may) && <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>{word('too_high_note')}</Typography>}
      {revoking && (
        <ActDialog
          title={word('revoke_title', { role: translate(`app.roles.${revoking}`) })}
          act={word('revoke')}
          onAct={() => revoke.mutate(revoking)}
          onClose={() => setRevoking(null)}
          acting={revoke.isPending}
          error={revoke.error}
        >
          {word(isLast ? 'revoke_last' : 'revoke_body', { name: user.displayName })}
        </ActDialog>
      )}
    </Panel>
  );
}
