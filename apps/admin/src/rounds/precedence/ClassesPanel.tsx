import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { DesignedError, ListSkeleton, Panel, StateChip } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { useRoundCheck } from '../check/use-round-check';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { AssignDialog } from './AssignDialog';
import { ClassesDialog } from './ClassesDialog';
import type { RoundClass } from './verbs';

/** The priority classes of a round in their order, each with its reason, and what the check warns of. */
export function ClassesPanel({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayPrepare = useMayPrepare(round);
  const [open, setOpen] = useState<'edit' | 'assign'>();
  const { data: classes, error, refetch } = useQuery({ queryKey: ['rounds', 'classes', round.id], queryFn: () => verbs.roundClasses(round.id) });
  const close = () => setOpen(undefined);
  const byHand = classes?.some(({ derived }) => derived === null);
  return (
    <Panel
      title={translate('app.precedence.classes.title')}
      actions={mayPrepare && classes && (
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
          {byHand && <Button onClick={() => setOpen('assign')}>{translate('app.precedence.assign.open')}</Button>}
          <Button variant="outlined" onClick={() => setOpen('edit')}>{translate(`app.precedence.classes.${classes.length > 0 ? 'edit' : 'add_first'}`)}</Button>
        </Stack>
      )}
    >
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.precedence.classes.hint')}</Typography>
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!classes && !error && <ListSkeleton rows={3} />}
      {classes && classes.length > 0 && <ClassNotes round={round} asked={mayPrepare} />}
      {classes?.length === 0 && <Typography>{translate('app.precedence.classes.none')}</Typography>}
      {classes && classes.length > 0 && (
        <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {classes.map((one) => <ClassLine key={one.id} one={one} />)}
        </Box>
      )}
      {open === 'edit' && classes && <ClassesDialog round={round} classes={classes} onClose={close} />}
      {open === 'assign' && classes && <AssignDialog round={round} classes={classes} onClose={close} />}
    </Panel>
  );
}

function ClassLine({ one: { position, name, reason, derived, assigned } }: { one: RoundClass }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  return (
    <Stack component="li" direction="row" spacing={1} sx={{ py: 1, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}>
      <Typography sx={{ width: '1.75rem', fontWeight: 650 }}>{position}.</Typography>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <StateChip tone={derived ? 'info' : 'neutral'} label={derived ? translate(`app.precedence.derived.${derived}`) : translate('app.precedence.classes.assigned', { smart_count: assigned, count: whole(assigned) })} />
        </Stack>
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{reason}</Typography>
      </Box>
    </Stack>
  );
}

/** What keeps the classes from doing what they are meant to: rules that ignore them, and the warnings of the check. */
function ClassNotes({ round: { id, settings }, asked }: { round: Round; asked: boolean }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const { data: check } = useRoundCheck(id, asked);
  const warnings = check?.findings.filter(({ code }) => code === 'CLASSES_MANY' || code === 'CLASSES_LARGE') ?? [];
  const unused = settings.mechanism === 'OPTIMAL' ? 'unused_optimal' : settings.usePriorities ? null : 'unused_off';
  return (
    <Stack spacing={1} sx={{ mb: 1 }}>
      {unused && <Alert severity="info">{translate(`app.precedence.classes.${unused}`)}</Alert>}
      {warnings.map(({ code, params }) => {
        const { classes = 0, above = 0, of = 0 } = JSON.parse(params) as Partial<Record<'classes' | 'above' | 'of', number>>;
        return <Alert key={code} severity="warning">{translate(`app.precedence.warning.${code}`, { classes, above: whole(above), of: whole(of) })}</Alert>;
      })}
    </Stack>
  );
}
