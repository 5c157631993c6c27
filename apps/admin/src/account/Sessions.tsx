import { Alert, Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import { berlinDateTime, DesignedError, ListSkeleton, Panel, StateChip } from '@mintforge/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useNotify, useTranslate } from 'react-admin';
import { deviceOf } from './device';
import { endOtherSessions, endSession, ownSessions, type OwnSession } from './own-sessions';

const key = ['own sessions'];

/** Where one is signed in, each to be ended. */
export function Sessions() {
  const translate = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ownSessions });
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => {
      notify('app.account.ended', { type: 'success' });
      return queries.invalidateQueries({ queryKey: key });
    },
  });
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => {
      notify('app.account.others_ended', { type: 'success' });
      return queries.invalidateQueries({ queryKey: key });
    },
  });
  const failure = end.error ?? endOthers.error;
  const nameOf = ({ userAgent }: OwnSession) => {
    const device = deviceOf(userAgent);
    return device ? translate('app.account.device', device) : translate('app.account.unknown_device');
  };
  return (
    <Panel title={translate('app.account.sessions')}>
      <Typography variant="body2" color="textSecondary">{translate('app.account.sessions_hint')}</Typography>
      {failure && <Alert severity="error" sx={{ mt: 1 }}>{failure.message}</Alert>}
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={2} />}
      <List dense disablePadding sx={{ mt: 1 }}>
        {data?.map((one) => (
          <ListItem key={one.id} disableGutters divider sx={{ gap: 1 }}>
            <ListItemText
              primary={nameOf(one)}
              secondary={[translate('app.account.since', { at: berlinDateTime(one.createdAt, locale) }), translate('app.account.used', { at: berlinDateTime(one.lastUsedAt, locale) }), one.regionName].filter(Boolean).join(' · ')}
            />
            {one.current ? <StateChip label={translate('app.account.this_one')} tone="success" /> : <Button size="small" color="error" loading={end.isPending && end.variables === one.id} aria-label={`${translate('app.account.end')}: ${nameOf(one)}`} onClick={() => end.mutate(one.id)}>{translate('app.account.end')}</Button>}
          </ListItem>
        ))}
      </List>
      {data && data.length > 2 && <Button color="error" loading={endOthers.isPending} onClick={() => endOthers.mutate()} sx={{ mt: 1 }}>{translate('app.account.end_others')}</Button>}
    </Panel>
  );
}
