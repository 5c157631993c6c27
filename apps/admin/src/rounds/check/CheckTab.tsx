import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, Panel } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { FigureTile } from '../../common/FigureTile';
import { useAct } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { FindingFold } from './FindingFold';
import { TasksPanel } from './TasksPanel';
import { useRoundCheck } from './use-round-check';

/** Who and what a run would leave out or could not judge, how to mend it, and the tasks made of it. */
export function CheckTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const mayPrepare = useMayPrepare(round);
  const { data: check, error, refetch } = useRoundCheck(round.id);
  const make = useAct((verbs) => verbs.makeRoundTasks(round.id), { done: (open) => ({ text: 'app.check.made', values: { smart_count: open } }) });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!check) return <ListSkeleton rows={6} />;
  const { participants, takingPart, findings } = check;
  // Tasks go to schools and hosts; what is about the round itself is mended here.
  const taskable = findings.some(({ subjects }) => subjects.length > 0);
  return (
    <Stack spacing={2}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 24rem' }}>
          <Typography variant="h2" sx={{ mb: 0.5 }}>{translate('app.check.title')}</Typography>
          <Typography color="textSecondary">{translate('app.check.hint')}</Typography>
        </Box>
        {mayPrepare && taskable && <Button variant="outlined" loading={make.isPending} onClick={() => make.mutate()}>{translate('app.check.make')}</Button>}
      </Box>
      {make.error && <Alert severity="error">{make.error.message}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <FigureTile label={translate('app.check.taking_part')} value={whole(takingPart)} />
        <FigureTile label={translate('app.check.left_out')} value={whole(participants - takingPart)} />
        <FigureTile label={translate('app.check.findings')} value={whole(findings.length)} />
      </Box>
      {findings.length === 0 ? (
        <Alert severity="success" icon={<CheckCircleOutlined fontSize="small" />}>{translate('app.check.nothing')}</Alert>
      ) : (
        <div>{findings.map((finding) => <FindingFold key={finding.code} finding={finding} roundId={round.id} />)}</div>
      )}
      <Panel title={translate('app.check.tasks.title')}><TasksPanel round={round} /></Panel>
    </Stack>
  );
}
