import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Round } from '../types';

/** Ends an open round without publishing any run. */
export function CloseRoundButton({ round }: { round: Round }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const close = useAct((verbs) => verbs.closeRound(round.id, round.version), { done: 'app.runs.close.done', then: () => setAsking(false) });
  const word = translate('app.runs.close.button');
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>{word}</Button>
      {asking && (
        <ActDialog title={word} act={word} onAct={() => close.mutate()} acting={close.isPending} error={close.error} onClose={() => setAsking(false)}>
          <Typography>{translate('app.runs.close.ask', { title: round.title })}</Typography>
        </ActDialog>
      )}
    </>
  );
}
