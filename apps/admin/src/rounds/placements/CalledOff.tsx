import { Alert, Button, Stack, Typography } from '@mui/material';
import { maxPerPage } from '@mintforge/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { shortDay } from '../../common/short-day';
import { useAct, useVerbs } from '../../common/use-act';
import { MoveUps } from './MoveUps';
import type { Placement } from './verbs';

/** Occurrences of a round that hosts called off, each with what its people can still get. */
export function CalledOff({ roundId }: { roundId: string }) {
  const verbs = useVerbs();
  const { data: occurrences = [] } = useQuery({
    queryKey: ['rounds', 'called-off', roundId],
    queryFn: async () => {
      const { items } = await verbs.placements({ page: 1, perPage: maxPerPage, sort: 'CREATED_AT_DESC', filter: { roundId, state: 'CANCELLED_BY_HOST' } });
      return [...new Map(items.map((placement) => [placement.occurrenceId, placement])).values()];
    },
  });
  return occurrences.map((placement) => <OneCalledOff key={placement.occurrenceId} placement={placement} />);
}

function OneCalledOff({ placement: { occurrenceId, title, startsAt } }: { placement: Placement }) {
  const translate = useTranslate();
  const day = shortDay(startsAt, useLocale());
  const verbs = useVerbs();
  const [asking, setAsking] = useState(false);
  const { data: moves = [] } = useQuery({ queryKey: ['rounds', 'rehousing', occurrenceId], queryFn: () => verbs.rehousingPreview(occurrenceId), retry: false });
  const rehouse = useAct((acts) => acts.rehouse(occurrenceId), { done: (seats) => ({ text: 'app.placements.rehoused', values: { smart_count: seats } }), then: () => setAsking(false) });
  if (moves.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }} action={<Button color="inherit" size="small" onClick={() => setAsking(true)}>{translate('app.placements.rehouse')}</Button>}>
      <strong>{translate('app.placements.cancelled', { title, day })}</strong> {translate('app.placements.cancelled_hint', { smart_count: moves.length })}
      {asking && (
        <ActDialog title={translate('app.placements.cancelled', { title, day })} act={translate('app.placements.rehouse')} onAct={() => rehouse.mutate()} acting={rehouse.isPending} error={rehouse.error} onClose={() => setAsking(false)}>
          <Stack spacing={1.5}>
            <Typography>{translate('app.placements.rehouse_ask')}</Typography>
            <MoveUps moves={moves} />
          </Stack>
        </ActDialog>
      )}
    </Alert>
  );
}
