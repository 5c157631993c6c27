import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material';
import { AppBar, LoadingIndicator, Logout, ToggleThemeButton, UserMenu, useGetIdentity, useUserMenu, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { accountPath } from '../account/account';
import { LocaleButton } from './LocaleButton';
import { PageTitle } from './PageTitle';
import { RoleMenu } from './RoleMenu';

function AccountItem() {
  const translate = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to={accountPath} onClick={menu?.onClose}>
      <ListItemIcon><ManageAccountsOutlined fontSize="small" /></ListItemIcon>
      <ListItemText>{translate('app.account.title')}</ListItemText>
    </MenuItem>
  );
}

function AccountMenu() {
  const { identity } = useGetIdentity();
  return (
    // The visible name is part of the accessible one, so that voice control finds it.
    <UserMenu label={identity?.fullName ?? 'ra.auth.user_menu'}>
      <AccountItem />
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
