import ExpandMore from '@mui/icons-material/ExpandMore';
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import { Box, Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { forgetLists, readersOnly, useSignedIn, type Membership, type SignedIn } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ViewAsDialog } from '../oversight/ViewAsDialog';
import { session, store } from '../connection';

const keyOf = ({ regionId, role }: SignedIn['active']) => `${regionId} ${role}`;

/** Shows in which region and role the user acts, and changes it when there is more than one. */
export function RoleMenu() {
  const translate = useTranslate();
  const notify = useNotify();
  const signedIn = useSignedIn(session);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [viewing, setViewing] = useState(false);
  if (!signedIn) return null;
  const { active, memberships } = signedIn;
  const roleOf = ({ role }: SignedIn['active']) => translate(role === 'BREAK_GLASS' ? 'app.oversight.glass.role' : `app.roles.${role}`);
  const mayViewAs = active.role === 'PLATFORM_ADMIN';
  const several = memberships.length > 1 || mayViewAs || signedIn.looking !== null;

  async function change(membership: Membership) {
    setAnchor(null);
    try {
      await session.switchTo(membership);
      forgetLists(store);
      // A fresh page: nothing of the region that was left may linger in a cache or a half-filled form.
      window.location.assign(import.meta.env.BASE_URL);
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
  }

  return (
    <>
      <Button
        color="inherit"
        disabled={!several}
        startIcon={<SwapHorizOutlined />}
        endIcon={several && <ExpandMore />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ textAlign: 'left', lineHeight: 1.15, '&.Mui-disabled': { color: 'inherit' }, maxWidth: { xs: 52, sm: 'none' }, '& .MuiButton-endIcon': { display: { xs: 'none', sm: 'flex' } } }}
      >
        <Box component="span" sx={({ breakpoints }) => ({ [breakpoints.down('sm')]: readersOnly })}>
          {active.regionName}{' '}
          <Box component="span" sx={{ display: 'block', fontWeight: 400, fontSize: '0.75rem' }}>{roleOf(active)}</Box>
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': translate('app.bar.change_role') } }}>
        {memberships.map((membership) => (
          <MenuItem key={keyOf(membership)} selected={keyOf(membership) === keyOf(active)} onClick={() => void change(membership)}>
            <ListItemText primary={membership.regionName} secondary={roleOf(membership)} />
          </MenuItem>
        ))}
        {mayViewAs && (
          <MenuItem onClick={() => (setAnchor(null), setViewing(true))}>
            <ListItemText primary={translate('app.oversight.looking.title')} />
          </MenuItem>
        )}
      </Menu>
      {viewing && <ViewAsDialog onClose={() => setViewing(false)} />}
    </>
  );
}
