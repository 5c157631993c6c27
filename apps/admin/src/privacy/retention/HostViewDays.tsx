import { Box, Card, MenuItem, TextField, Typography } from '@mui/material';
import { mostHostViewDays } from '@mintforge/domain/activities';
import { useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useAct, useVerbs } from '../../common/use-act';

/** How many days after an occurrence its host still sees the list: a region may shorten them. */
export function HostViewDays() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayWrite = useAllowed()('people.write');
  const { data: days } = useQuery({ queryKey: ['retention', 'host-view-days'], queryFn: () => verbs.hostViewDays() });
  const set = useAct((acting, chosen: number) => acting.setHostViewDays(chosen), { done: 'app.retention.host_view.done' });
  if (days === undefined) return null;
  return (
    <Card component="section" aria-label={translate('app.retention.host_view.title')} sx={{ px: 2, py: 1.5, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box sx={{ flex: '1 1 20rem' }}>
        <Typography component="h2" sx={{ fontWeight: 600, fontSize: '1rem' }}>{translate('app.retention.host_view.title')}</Typography>
        <Typography variant="body2" color={set.error ? 'error' : 'textSecondary'}>{set.error?.message ?? translate('app.retention.host_view.hint', { most: mostHostViewDays })}</Typography>
      </Box>
      <TextField select fullWidth={false} disabled={!mayWrite || set.isPending} label={translate('app.retention.host_view.label')} value={days} onChange={(event) => set.mutate(Number(event.target.value))} sx={{ m: 0, minWidth: 240 }}>
        {Array.from({ length: mostHostViewDays + 1 }, (_, count) => <MenuItem key={count} value={count}>{count === 0 ? translate('app.retention.host_view.same_day') : translate('app.retention.host_view.days', { smart_count: count })}</MenuItem>)}
      </TextField>
    </Card>
  );
}
