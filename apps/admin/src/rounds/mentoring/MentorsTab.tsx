import { Alert, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { DesignedEmpty, DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useAct, useVerbs } from '../../common/use-act';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';
import { MentorOrderDialog } from './MentorOrderDialog';
import type { MentoringRound, MentorPlace } from './types';

const rules = ['BEHIND', 'BARRED'] as const satisfies readonly MentoringRound['unranked'][];

/** The mentors of a round, how wanted each is, and whom they would take. */
export function MentorsTab({ round }: { round: Round }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayPrepare = useMayPrepare(round);
  const [ordering, setOrdering] = useState<MentorPlace>();
  const { data, error, refetch } = useQuery({ queryKey: ['rounds', 'mentors', round.id], queryFn: () => verbs.mentoringRound(round.id) });
  const setRule = useAct((acts, rule: MentoringRound['unranked']) => acts.setUnranked(round.id, rule), { done: 'app.mentoring.unranked_saved' });
  const failed = error ?? setRule.error;
  if (failed) return <DesignedError error={failed} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  if (data.mentors.length === 0) return <DesignedEmpty title="app.mentoring.empty" hint="app.mentoring.empty_hint" actions={false} />;

  const columns: Column<MentorPlace>[] = [
    { label: 'app.rounds.occurrences.number', right: true, width: '4rem', cell: ({ number }) => number },
    { label: 'app.mentoring.mentor', cell: ({ title, host }) => <><Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography><Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{host}</Typography></> },
    { label: 'app.mentoring.seats', right: true, cell: ({ capacity, taken }) => translate('app.rounds.occurrences.free_of', { free: capacity - taken, all: capacity }) },
    { label: 'app.mentoring.wishes', right: true, cell: ({ wishes }) => wishes },
    { label: 'app.mentoring.ranked', right: true, cell: ({ ranked }) => (ranked > 0 ? ranked : translate('app.mentoring.none_ranked')) },
    ...(mayPrepare ? [{ label: '', width: '13rem', cell: (mentor: MentorPlace) => <Button size="small" aria-label={`${translate('app.mentoring.order')}: ${mentor.title}`} onClick={() => setOrdering(mentor)}>{translate('app.mentoring.order')}</Button> }] : []),
  ];
  return (
    <Stack spacing={1.5}>
      <Typography color="textSecondary">{translate('app.mentoring.hint')}</Typography>
      {data.mentors.every(({ ranked }) => ranked === 0) && <Alert severity="info">{translate('app.mentoring.by_fit')}</Alert>}
      <TextField select label={translate('app.mentoring.unranked')} value={data.unranked} disabled={!mayPrepare || setRule.isPending} onChange={(event) => setRule.mutate(event.target.value as MentoringRound['unranked'])} sx={{ maxWidth: '32rem' }}>
        {rules.map((rule) => <MenuItem key={rule} value={rule}>{translate(`app.mentoring.unranked_rule.${rule}`)}</MenuItem>)}
      </TextField>
      <Rows title={translate('app.mentoring.tab')} columns={columns} rows={data.mentors} keyOf={({ occurrenceId }) => occurrenceId} />
      {ordering && <MentorOrderDialog round={round} mentor={ordering} onClose={() => setOrdering(undefined)} />}
    </Stack>
  );
}
