import { ListSubheader } from '@mui/material';
import { useAllowed } from '@mintforge/ui-kit';
import { Menu, useResourceDefinitions, useSidebarState, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { navigation } from '../navigation';
import { resources } from '../resources';

export function SideMenu() {
  const translate = useTranslate();
  const allowed = useAllowed();
  const registered = useResourceDefinitions();
  const [open] = useSidebarState();
  const place = useLocation().pathname.split('/')[1];
  const groups = navigation
    .map(({ key, entries }) => ({
      key,
      entries: entries.filter(({ resource }) => registered[resource]?.hasList && resources[resource] && allowed(resources[resource].access.read)),
    }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <nav aria-label={translate('app.menu.label')}>
      <Menu component="div" role="presentation">
        <Menu.DashboardItem primaryText="app.menu.today" role="link" aria-current={place === '' ? 'page' : undefined} />
        {groups.flatMap(({ key, entries }) => [
          open && (
            <ListSubheader key={key} component="div" disableSticky sx={{ lineHeight: 1.2, pt: 2, pb: 0.5, fontSize: '0.75rem', backgroundColor: 'transparent' }}>
              {translate(`app.menu.${key}`)}
            </ListSubheader>
          ),
          ...entries.map(({ resource, Icon }) => (
            <Menu.Item
              key={resource}
              to={`/${resource}`}
              primaryText={translate(`resources.${resource}.name`, { smart_count: 2 })}
              leftIcon={<Icon />}
              // Ways to pages, not commands of a menu.
              role="link"
              aria-current={place === resource ? 'page' : undefined}
            />
          )),
        ])}
      </Menu>
    </nav>
  );
}
