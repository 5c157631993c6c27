import { MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import type { Participant, Round } from '../types';
import { useAct, useVerbs } from '../../common/use-act';

/** Puts a participant into a priority class of the round, or among everybody again; derived classes are not for the hand. */
export function ClassDialog({ round, participant, onClose }: { round: Round; participant: Participant; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: classes, error, refetch } = useQuery({ queryKey: ['rounds', 'classes', round.id], queryFn: () => verbs.roundClasses(round.id) });
  const [classId, setClassId] = useState(participant.classId ?? '');
  const save = useAct((acts) => acts.assignClass({ roundId: round.id, classId: classId || null, whom: { participantIds: [participant.id], groupIds: [], schoolIds: [] } }), { done: 'app.rounds.priority.saved', then: onClose });
  const chosen = classes?.find(({ id }) => id === classId);
  return (
    <ActDialog title={translate('app.rounds.priority.title', { label: participant.label })} act={translate('ra.action.save')} disabled={!classes || classes.length === 0} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.rounds.priority.hint')}</Typography>
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!classes && !error && <ListSkeleton rows={2} />}
      {classes?.length === 0 && <Typography>{translate('app.rounds.priority.no_classes')}</Typography>}
      {classes && classes.length > 0 && (
        <TextField select autoFocus label={translate('app.rounds.priority.label')} value={classId} onChange={(event) => setClassId(event.target.value)} helperText={chosen?.reason}>
          <MenuItem value="">{translate('app.rounds.priority.none')}</MenuItem>
          {classes.map(({ id, name, derived }) => (
            <MenuItem key={id} value={id} disabled={derived !== null}>{derived === null ? name : translate('app.rounds.priority.derived', { name })}</MenuItem>
          ))}
        </TextField>
      )}
    </ActDialog>
  );
}
