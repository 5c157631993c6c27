import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, IconButton, Stack, Typography } from '@mui/material';
import { berlinPeriod, DesignedError, ListSkeleton, readersOnly } from '@mintforge/ui-kit';
import { useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { OccurrenceSelect } from './OccurrenceSelect';
import type { Participant, Round, RoundOccurrence } from '../types';
import { useAct } from '../../common/use-act';
import { useRoundOccurrences } from '../use-round';

const mostWishes = 30;

/** The wishes with the one at `at` moved to `to`. */
const moved = (ids: readonly string[], at: number, to: number): string[] => ids.toSpliced(at, 1).toSpliced(to, 0, ids[at] as string);

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
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const known = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const move = (at: number, to: number) => {
    onChange(moved(ids, at, to));
    setSaid(translate('app.rounds.wishes.moved', { title: known.get(ids[at] as string)?.title ?? '', rank: to + 1 }));
    // The keyboard stays on the wish that moved.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLButtonElement>(`li:nth-of-type(${to + 1}) button:not([disabled])`)[to < at || to === ids.length - 1 ? 0 : 1]?.focus());
  };
  return (
    <>
      <Box component="ol" ref={list} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {ids.map((id, at) => {
          const occurrence = known.get(id);
          const title = occurrence?.title ?? '';
          return (
            <Stack component="li" key={id} direction="row" spacing={1} sx={{ alignItems: 'center', py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
              <Typography sx={{ width: '2rem', fontWeight: 650, textAlign: 'right' }}>{at + 1}.</Typography>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="body2" sx={{ fontWeight: 600 }}>{title}</Typography>
                {occurrence && <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate('app.rounds.wishes.number', { number: occurrence.number })} · {berlinPeriod(occurrence.startsAt, occurrence.endsAt, locale)}</Typography>}
              </Box>
              <IconButton size="small" disabled={at === 0} aria-label={translate('app.rounds.wishes.up', { title })} onClick={() => move(at, at - 1)}><ArrowUpwardOutlined fontSize="small" /></IconButton>
              <IconButton size="small" disabled={at === ids.length - 1} aria-label={translate('app.rounds.wishes.down', { title })} onClick={() => move(at, at + 1)}><ArrowDownwardOutlined fontSize="small" /></IconButton>
              <IconButton size="small" aria-label={translate('app.rounds.wishes.remove', { title })} onClick={() => onChange(ids.toSpliced(at, 1))}><CloseOutlined fontSize="small" /></IconButton>
            </Stack>
          );
        })}
      </Box>
      <Box role="status" sx={readersOnly}>{said}</Box>
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
