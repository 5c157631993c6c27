import { Typography } from '@mui/material';
import { berlinPeriod, DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { OrderedList } from '../../common/OrderedList';
import { OccurrenceSelect } from './OccurrenceSelect';
import type { Participant, Round, RoundOccurrence } from '../types';
import { useAct } from '../../common/use-act';
import { useRoundOccurrences } from '../use-round';

const mostWishes = 30;

/** Enters and orders the wishes of one participant. */
export function WishesDialog({ round, participant, onClose }: { round: Round; participant: Participant; onClose: () => void }) {
  const translate = useTranslate();
  const { data: occurrences, error, refetch } = useRoundOccurrences(round.id);
  const [ids, setIds] = useState(() => participant.wishes.map(({ occurrenceId }) => occurrenceId));
  const save = useAct((verbs) => verbs.setWishes(participant.id, ids), { done: 'app.rounds.wishes.saved', then: onClose });
  return (
    <ActDialog title={translate('app.rounds.wishes.title', { label: participant.label })} act={translate('ra.action.save')} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.rounds.wishes.hint')}</Typography>
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : occurrences ? <WishOrder occurrences={occurrences} ids={ids} onChange={setIds} /> : <ListSkeleton rows={4} />}
    </ActDialog>
  );
}

function WishOrder({ occurrences, ids, onChange }: { occurrences: RoundOccurrence[]; ids: string[]; onChange: (ids: string[]) => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const known = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const nameOf = (id: string) => {
    const occurrence = known.get(id);
    return { title: occurrence?.title ?? '', ...(occurrence && { hint: `${translate('app.rounds.wishes.number', { number: occurrence.number })} · ${berlinPeriod(occurrence.startsAt, occurrence.endsAt, locale)}` }) };
  };
  return (
    <>
      <OrderedList ids={ids} onChange={onChange} nameOf={nameOf} />
      {ids.length === 0 && <Typography>{translate('app.rounds.wishes.none_yet')}</Typography>}
      {ids.length < mostWishes && (
        <OccurrenceSelect
          // Emptied after every choice, ready for the next.
          key={ids.length}
          autoFocus
          occurrences={occurrences.filter(({ id }) => !ids.includes(id))}
          value={null}
          onChange={(id) => id && onChange([...ids, id])}
          label={translate('app.rounds.wishes.add')}
          helperText={translate('app.rounds.wishes.add_hint')}
        />
      )}
    </>
  );
}
