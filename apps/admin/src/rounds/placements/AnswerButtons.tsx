import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';

type Answer = 'accept' | 'decline';

/** Enters the answers to several offers at once: a class's list on paper. */
export function AnswerButtons({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState<Answer>();
  return (
    <Stack direction="row" spacing={1}>
      {(['accept', 'decline'] as const).map((answer) => (
        <Button key={answer} size="small" variant={answer === 'accept' ? 'contained' : 'outlined'} disabled={ids.length === 0} onClick={() => setAsking(answer)}>{translate(`app.placements.${answer}`)}</Button>
      ))}
      {asking && <AnswerDialog answer={asking} ids={ids} onDone={onDone} onClose={() => setAsking(undefined)} />}
    </Stack>
  );
}

function AnswerDialog({ answer, ids, onDone, onClose }: { answer: Answer; ids: readonly string[]; onDone: () => void; onClose: () => void }) {
  const translate = useTranslate();
  const act = useAct((verbs) => (answer === 'accept' ? verbs.acceptPlacements([...ids]) : verbs.declinePlacements([...ids])), {
    done: (changed) => ({ text: answer === 'accept' ? 'app.placements.accepted' : 'app.placements.declined', values: { smart_count: changed } }),
    then: () => {
      onClose();
      onDone();
    },
  });
  const word = translate(`app.placements.${answer}`);
  return (
    <ActDialog title={word} act={word} onAct={() => act.mutate()} acting={act.isPending} error={act.error} onClose={onClose}>
      <Typography>{translate(`app.placements.${answer}_ask`, { smart_count: ids.length })}</Typography>
      {ids.length > 1 && <Typography variant="body2" color="textSecondary">{translate('app.placements.all_or_none')}</Typography>}
    </ActDialog>
  );
}
