import LockOutlined from '@mui/icons-material/LockOutlined';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { AppBar, LoadingIndicator, Logout, ToggleThemeButton, UserMenu, useGetIdentity, useUserMenu, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { secondFactorPath } from '../account/second-factor';
import { LocaleButton } from './LocaleButton';
import { PageTitle } from './PageTitle';
import { RoleMenu } from './RoleMenu';

function SecondFactorItem() {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to={secondFactorPath} onClick={menu?.onClose}>
      <ListItemIcon><LockOutlined fontSize="small" /></ListItemIcon>
      <ListItemText>{translate('app.second_factor.title')}</ListItemText>
    </MenuItem>
  );
}

function AccountMenu() {
  const { identity } = useGetIdentity();
  return (
    // The visible name is part of the accessible one, so that voice control finds it.
    <UserMenu label={identity?.fullName ?? 'ra.auth.user_menu'}>
      <SecondFactorItem />
      <Logout />
    </UserMenu>
  );
}

const toolbar = (
  <>
    <RoleMenu />
    <LocaleButton />
    <ToggleThemeButton />
    <LoadingIndicator />
  </>
);

export const TopBar = () => (
  <AppBar alwaysOn toolbar={toolbar} userMenu={<AccountMenu />}>
    <PageTitle />
  </AppBar>
);
