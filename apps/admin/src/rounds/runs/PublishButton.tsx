import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { codeOf, useAllowed } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useRedirect, useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import type { Round, Run, RunFigures } from '../types';
import { useAct } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';

/** Makes a run binding; shown where that can happen, else what became of it. */
export function PublishButton({ round, run }: { round: Round; run: Run }) {
  const translate = useTranslate();
  const allowed = useAllowed();
  const [asking, setAsking] = useState(false);
  if (run.state === 'PUBLISHED') return <MuiLink component={Link} to={`/rounds/${round.id}/show/placements`}>{translate('app.rounds.publish.to_placements')}</MuiLink>;
  if (round.state !== 'OPEN' || run.state !== 'DONE' || !run.figures || !allowed('matching.publish')) return null;
  return (
    <>
      <Button variant="contained" size="large" onClick={() => setAsking(true)}>{translate('app.rounds.publish.button')}</Button>
      {asking && <PublishDialog round={round} run={run} figures={run.figures} onClose={() => setAsking(false)} />}
    </>
  );
}

function PublishDialog({ round, run, figures, onClose }: { round: Round; run: Run; figures: RunFigures; onClose: () => void }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const refresh = useRefresh();
  const { whole } = useNumbers();
  const publish = useAct((verbs) => verbs.publishRun(run.id, round.version), {
    done: (placements) => ({ text: 'app.rounds.publish.done', values: { smart_count: placements, count: whole(placements) } }),
    then: () => redirect(`/rounds/${round.id}/show/placements`),
  });
  const again = useAct((verbs) => verbs.startRun(round.id, run.settings), { then: () => redirect(`/rounds/${round.id}/show/runs`) });
  const reload = () => {
    publish.reset();
    refresh();
  };
  const code = codeOf(publish.error);
  const wayOn = code === 'RUN_OUTDATED'
    ? <Button color="inherit" loading={again.isPending} onClick={() => again.mutate()}>{translate('app.rounds.publish.again')}</Button>
    : code === 'VERSION_CONFLICT' && <Button color="inherit" onClick={reload}>{translate('ra.action.refresh')}</Button>;
  const consequence = (key: string, count: number) => <li>{translate(`app.rounds.publish.${key}`, { smart_count: count, count: whole(count) })}</li>;
  return (
    <ActDialog
      title={translate('app.rounds.publish.title', { number: run.number })}
      act={translate('app.rounds.publish.act', { smart_count: figures.places, count: whole(figures.places) })}
      onAct={() => publish.mutate()}
      acting={publish.isPending}
      error={publish.error ?? again.error}
      errorActions={wayOn || undefined}
      onClose={onClose}
    >
      <Typography>{translate('app.rounds.publish.what')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 3, display: 'grid', gap: 0.5 }}>
        {consequence('places', figures.places)}
        {figures.unplaced > 0 && consequence('unplaced', figures.unplaced)}
        {figures.closed > 0 && consequence('closed', figures.closed)}
        <li>{translate('app.rounds.publish.lists')}</li>
        <li>{translate('app.rounds.publish.mails')}</li>
        <li>{translate('app.rounds.publish.final')}</li>
      </Box>
    </ActDialog>
  );
}
