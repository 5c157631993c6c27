import { Box, Button } from '@mui/material';
import { useAllowed } from '@mintforge/ui-kit';
import type { Permission } from '@mintforge/domain/kernel';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';

const pages: [name: string, permission: Permission][] = [['attendance', 'attendance.read'], ['host', 'people.identify'], ['media', 'media.read']];

/** From one page of an occurrence to the others: who comes, what the host sees of it, its pictures. */
export function OccurrenceTabs({ id }: { id: string }) {
  const translate = useTranslate();
  const allowed = useAllowed();
  const { pathname } = useLocation();
  return (
    <Box component="nav" aria-label={translate('app.activities.tabs.label')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
      {pages.filter(([, permission]) => allowed(permission)).map(([name]) => {
        const path = `/occurrences/${id}/${name}`;
        const current = pathname === path;
        return <Button key={name} component={Link} to={path} size="small" variant={current ? 'contained' : 'text'} aria-current={current ? 'page' : undefined}>{translate(`app.activities.tabs.${name}`)}</Button>;
      })}
    </Box>
  );
}
