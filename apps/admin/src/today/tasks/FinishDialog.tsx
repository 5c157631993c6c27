import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { taskNotes } from '@mintforge/domain/kernel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { OfficeTask, TaskNote } from './verbs';

/** Somebody is done with a task that nothing settles by itself, and says how. */
export function FinishDialog({ task, title, onClose }: { task: OfficeTask; title: string; onClose: () => void }) {
  const translate = useTranslate();
  const [note, setNote] = useState<TaskNote | null>(null);
  const finish = useAct((verbs) => verbs.finishOfficeTask(task.id, note ?? 'DONE'), { done: 'app.tasks.finished', then: onClose });
  return (
    <ActDialog title={title} act={translate('app.tasks.finish')} onAct={() => finish.mutate()} onClose={onClose} acting={finish.isPending} disabled={note === null} error={finish.error}>
      <Typography>{translate('app.tasks.finish_hint')}</Typography>
      <FormControl>
        <FormLabel id="note">{translate('app.tasks.how')}</FormLabel>
        <RadioGroup aria-labelledby="note" value={note} onChange={(_, chosen) => setNote(chosen as TaskNote)}>
          {taskNotes.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={translate(`app.tasks.note.${one}`)} />)}
        </RadioGroup>
      </FormControl>
    </ActDialog>
  );
}
