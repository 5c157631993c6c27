import { Button, TextField, Typography, type ButtonProps } from '@mui/material';
import { maxSeedLength } from '@mintforge/domain/matching';
import { useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Round } from '../types';

const maxTitleLength = 200;

/** Opens the round after a published one, for the seats left and those without a place. */
export function SecondCallButton({ round, ...button }: { round: Round } & Pick<ButtonProps, 'variant' | 'size'>) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)}>{translate('app.runs.second_call.button')}</Button>
      {asking && <SecondCallDialog round={round} onClose={() => setAsking(false)} />}
    </>
  );
}

function SecondCallDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const [title, setTitle] = useState(translate('app.runs.second_call.title_of', { title: round.title }).slice(0, maxTitleLength));
  const [seed, setSeed] = useState('');
  const open = useAct((verbs) => verbs.secondCall(round.id, { title: title.trim(), seed: seed.trim() }), {
    done: 'app.runs.second_call.done',
    then: ({ id }) => redirect(`/rounds/${id}/show`),
  });
  const word = translate('app.runs.second_call.button');
  return (
    <ActDialog title={word} act={word} disabled={!title.trim() || !seed.trim()} onAct={() => open.mutate()} acting={open.isPending} error={open.error} onClose={onClose}>
      <Typography>{translate('app.runs.second_call.what')}</Typography>
      <TextField required label={translate('app.runs.second_call.title')} value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { maxLength: maxTitleLength } }} />
      <TextField required autoFocus label={translate('app.runs.second_call.seed')} helperText={translate('app.runs.second_call.seed_hint')} value={seed} onChange={(event) => setSeed(event.target.value)} slotProps={{ htmlInput: { maxLength: maxSeedLength } }} />
    </ActDialog>
  );
}
