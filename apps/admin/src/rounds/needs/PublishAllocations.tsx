import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Round } from '../types';

/** Accepts everything proposed at once and publishes the round. */
export function PublishAllocations({ round, proposed }: { round: Round; proposed: number }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const publish = useAct((verbs) => verbs.publishAllocations(round.id, round.version), {
    done: (count) => ({ text: 'app.needs_rounds.publish.done', values: { smart_count: count } }),
    then: () => setAsking(false),
  });
  return (
    <>
      <Button variant="contained" onClick={() => setAsking(true)}>{translate('app.needs_rounds.publish.act')}</Button>
      {asking && (
        <ActDialog title={translate('app.needs_rounds.publish.title')} act={translate('app.needs_rounds.publish.act')} onAct={() => publish.mutate()} acting={publish.isPending} error={publish.error} onClose={() => setAsking(false)}>
          <Typography>{translate('app.needs_rounds.publish.what')}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 3, display: 'grid', gap: 0.5 }}>
            {proposed > 0 && <li>{translate('app.needs_rounds.publish.accepted', { smart_count: proposed })}</li>}
            {['needs', 'partnerships', 'mails', 'final'].map((key) => <li key={key}>{translate(`app.needs_rounds.publish.${key}`)}</li>)}
          </Box>
        </ActDialog>
      )}
    </>
  );
}
