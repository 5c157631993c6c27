import { TextField, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { FormProvider, useForm } from 'react-hook-form';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import { GroupChoice } from './inputs';
import type { Pupil } from './types';

export interface PupilDialogProps {
  pupil: Pupil;
  onClose: () => void;
}

/** Into another group, also of another school, or out of any. */
export function MoveDialog({ pupil: { id, version, groupId }, onClose }: PupilDialogProps) {
  const translate = useTranslate();
  const form = useForm<{ groupId: string | null }>({ defaultValues: { groupId } });
  const chosen = form.watch('groupId') || null;
  const move = useAct((verbs) => verbs.movePupil(id, version, chosen), { done: 'app.people.move.done', then: onClose });
  return (
    <FormProvider {...form}>
      <ActDialog title={translate('app.people.move.title')} act={translate('app.people.move.act')} onAct={() => move.mutate()} acting={move.isPending} disabled={chosen === groupId} error={move.error} onClose={onClose}>
        <Typography color="textSecondary">{translate('app.people.move.hint')}</Typography>
        <GroupChoice source="groupId" helperText="app.people.pupils.group_hint" />
      </ActDialog>
    </FormProvider>
  );
}

/** The last day at the school. */
export function LeaveDialog({ pupil: { id, version }, onClose }: PupilDialogProps) {
  const translate = useTranslate();
  const [day, setDay] = useState(() => berlinDay(new Date()));
  const leave = useAct((verbs) => verbs.recordPupilLeaving(id, version, day), { done: 'app.people.leave.done', then: onClose });
  return (
    <ActDialog title={translate('app.people.leave.title')} act={translate('app.people.leave.act')} onAct={() => leave.mutate()} acting={leave.isPending} disabled={!day} error={leave.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.people.leave.hint')}</Typography>
      <TextField type="date" required autoFocus label={translate('app.people.leave.day')} value={day} onChange={(event) => setDay(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
    </ActDialog>
  );
}
