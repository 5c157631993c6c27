import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { berlinDateTime, DesignedEmpty, DesignedError, JobProgress, ListSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useRefresh, useTranslate } from 'react-admin';
import { useAct, useVerbs } from '../../common/use-act';
import { RunError } from '../runs/RunError';
import { StartRunDialog } from '../runs/StartRunDialog';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { ForecastShares } from './ForecastShares';
import { ForecastTable } from './ForecastTable';
import { settingsUnder } from './rule-settings';
import type { ForecastRow } from './verbs';

/** Figures of the round under every rule, before anybody decides for one. */
export function ForecastTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const refresh = useRefresh();
  const mayPrepare = useMayPrepare(round);
  const [chosen, setChosen] = useState<ForecastRow>();
  const { data: forecast, error, isPending, refetch } = useQuery({ queryKey: ['rounds', 'forecast', round.id], queryFn: () => verbs.forecast(round.id) });
  const start = useAct((acts) => acts.forecastRound(round.id));
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (isPending) return <ListSkeleton rows={6} />;

  const act = mayPrepare && forecast?.state !== 'RUNNING' && (
    <Button variant={forecast ? 'outlined' : 'contained'} loading={start.isPending} onClick={() => start.mutate()}>{translate(forecast ? 'app.forecast.again' : 'app.forecast.start')}</Button>
  );
  if (!forecast) return <DesignedEmpty title="app.forecast.empty" hint="app.forecast.empty_hint" actions={act} />;
  if (forecast.state === 'RUNNING' && forecast.jobId) return <JobProgress jobId={forecast.jobId} title={translate('app.forecast.running')} onOver={refresh} />;
  return (
    <Stack spacing={2}>
      {start.error && <Alert severity="error">{start.error.message}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 24rem' }}>
          <Typography variant="h2" sx={{ mb: 0.5 }}>{translate('app.forecast.title')}</Typography>
          <Typography color="textSecondary">{translate('app.forecast.hint')}</Typography>
          {forecast.endedAt && <Typography variant="body2" color="textSecondary">{translate('app.forecast.made', { at: berlinDateTime(forecast.endedAt, locale) })}</Typography>}
        </Box>
        {act}
      </Box>
      {forecast.outdated && <Alert severity="warning">{translate('app.forecast.outdated')}</Alert>}
      <RunError error={forecast.error} />
      {forecast.rows.length > 0 && (
        <>
          <ForecastTable rows={forecast.rows} {...(mayPrepare ? { onRun: setChosen } : {})} />
          <ForecastShares title="app.forecast.by_school_kind" rows={forecast.rows} read={(row) => row.bySchoolKind} nameOf={(kind) => translate(`app.partners.school_kind.${kind}`)} />
          <ForecastShares title="app.forecast.by_area" rows={forecast.rows} read={(row) => row.byArea} nameOf={(area) => area} />
        </>
      )}
      {chosen && <StartRunDialog round={round} settings={settingsUnder(chosen.rule, round.settings)} onClose={() => setChosen(undefined)} />}
    </Stack>
  );
}
