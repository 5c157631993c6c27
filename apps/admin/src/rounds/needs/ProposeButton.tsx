import { Box, Button } from '@mui/material';
import { DesignedError, JobProgress } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import type { Round } from '../types';

/** Has a proposal computed and shows how far it is; `again` = there is one already. */
export function ProposeButton({ round, again = false }: { round: Round; again?: boolean }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const notify = useNotify();
  const [jobId, setJobId] = useState<string>();
  const propose = useAct((verbs) => verbs.proposeAllocations(round.id), { then: setJobId });
  if (jobId) {
    const over = ({ state }: { state: string }) => {
      if (state !== 'DONE') return;
      notify('app.needs_rounds.propose.done', { type: 'success' });
      refresh();
      setJobId(undefined);
    };
    return <Box sx={{ flex: '1 1 16rem', textAlign: 'left' }}><JobProgress jobId={jobId} title={translate('app.needs_rounds.propose.title')} onOver={over} /></Box>;
  }
  return (
    <>
      <Button variant={again ? 'outlined' : 'contained'} loading={propose.isPending} onClick={() => propose.mutate()}>{translate(`app.needs_rounds.propose.${again ? 'again' : 'act'}`)}</Button>
      {propose.error && <DesignedError error={propose.error} onRetry={() => propose.mutate()} />}
    </>
  );
}
