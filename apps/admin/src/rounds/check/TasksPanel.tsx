import { Alert, Button, Link as MuiLink, Stack, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, StateChip, type Tone } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import type { RoundTask } from './verbs';

const tones: Record<RoundTask['state'], Tone> = { OPEN: 'warning', DONE: 'success', GONE: 'neutral' };

/** One task per finding and school or host, open ones first; settled by whoever did it, and opened again by the same button. */
export function TasksPanel({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const mayPrepare = useMayPrepare(round);
  const { data: tasks, error, refetch } = useQuery({ queryKey: ['rounds', 'tasks', round.id], queryFn: () => verbs.roundTasks(round.id) });
  const settle = useAct((acts, { id, done }: { id: string; done: boolean }) => acts.settleRoundTask(id, done));
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!tasks) return <ListSkeleton rows={3} />;
  if (tasks.length === 0) return <Typography color="textSecondary">{translate('app.check.tasks.none')}</Typography>;
  const title = (code: string) => translate(`app.check.finding.${code}`);
  const columns: Column<RoundTask>[] = [
    { label: 'app.check.tasks.state_column', width: '8rem', cell: ({ state }) => <StateChip tone={tones[state]} label={translate(`app.check.tasks.state.${state}`)} /> },
    { label: 'app.check.tasks.what', cell: ({ code }) => <Typography variant="body2" sx={{ fontWeight: 600 }}>{title(code)}</Typography> },
    { label: 'app.check.organisation', cell: ({ organisationId, organisationName }) => <MuiLink component={Link} to={`/organisations/${organisationId}/show`}>{organisationName}</MuiLink> },
    { label: 'app.check.tasks.count', right: true, cell: ({ count }) => whole(count) },
    ...(mayPrepare ? [{
      label: '',
      width: '9rem',
      cell: ({ id, state, code, organisationName }: RoundTask) => {
        if (state === 'GONE') return null;
        const words = translate(`app.check.tasks.${state === 'OPEN' ? 'settle' : 'reopen'}`);
        return <Button size="small" sx={{ whiteSpace: 'nowrap' }} disabled={settle.isPending} aria-label={`${words}: ${title(code)}, ${organisationName}`} onClick={() => settle.mutate({ id, done: state === 'OPEN' })}>{words}</Button>;
      },
    }] : []),
  ];
  return (
    <Stack spacing={1}>
      {settle.error && <Alert severity="error">{settle.error.message}</Alert>}
      <Rows title={translate('app.check.tasks.title')} columns={columns} rows={tasks} keyOf={({ id }) => id} />
    </Stack>
  );
}
