import { useMediaQuery, type Theme } from '@mui/material';
import { Sidebar, useTranslate, type SidebarProps } from 'react-admin';

/** On phones the sidebar is a dialog over the page, and a dialog needs a name. */
export function SideBar(props: SidebarProps) {
  const translate = useTranslate();
  const dialog = useMediaQuery<Theme>(({ breakpoints }) => breakpoints.down('sm'));
  return <Sidebar {...props} slotProps={dialog ? { paper: { 'aria-label': translate('app.menu.label') } } : undefined} />;
}
