import { Button } from '@mui/material';
import { DesignedEmpty, DesignedError } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import type { Round } from '../types';
import { useMayPrepare } from '../use-round';

/** The button that takes everything open into the round. */
export function TakeAllButton({ round, variant = 'contained' }: { round: Round; variant?: 'contained' | 'outlined' }) {
  const translate = useTranslate();
  const take = useAct((verbs) => verbs.takeAllNeedsAndOffers(round.id), { done: (count) => ({ text: 'app.needs_rounds.take.done', values: { smart_count: count } }) });
  return (
    <>
      <Button variant={variant} loading={take.isPending} onClick={() => take.mutate()}>{translate('app.needs_rounds.take.all')}</Button>
      {take.error && <DesignedError error={take.error} onRetry={() => take.mutate()} />}
    </>
  );
}

/** An empty round of needs and offers, and what to do about it. */
export function TakeAll({ round }: { round: Round }) {
  const mayPrepare = useMayPrepare(round);
  return <DesignedEmpty title="app.needs_rounds.take.empty" hint="app.needs_rounds.take.empty_hint" actions={mayPrepare && <TakeAllButton round={round} />} />;
}
