import { Box, Checkbox, MenuItem, TextField, Typography } from '@mui/material';
import { activityFormats, topics } from '@mintforge/domain/partners';
import { berlinPeriod, DesignedEmpty, fromBerlinClock } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { PagedRows } from '../../common/PagedRows';
import { PickedBar } from '../../common/PickedBar';
import type { Column } from '../../common/Rows';
import type { OpenOccurrence, Round, RoundOccurrence } from '../types';
import { useAct, useVerbs } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { usePicked } from '../../common/use-picked';
import { useSettled } from '../../common/use-settled';

type Format = (typeof activityFormats)[number];
type Topic = (typeof topics)[number];

interface Sought {
  q: string;
  format: Format | '';
  topic: Topic | '';
  /** Days, `YYYY-MM-DD`, on the Berlin calendar. */
  from: string;
  to: string;
}

const anything: Sought = { q: '', format: '', topic: '', from: '', to: '' };

/** Only what can still be wished for: published, planned, with seats left, from now on. */
const filterOf = ({ q, format, topic, from, to }: Sought, now: string) => ({
  free: true,
  q: q.trim() || null,
  format: format || null,
  topic: topic || null,
  from: from ? fromBerlinClock(`${from}T00:00`) : now,
  to: to ? fromBerlinClock(`${to}T23:59`) : null,
});

/** Finds published occurrences to come and adds the ticked ones to the round. */
export function OccurrencePicker({ round, chosen, onClose }: { round: Round; chosen: RoundOccurrence[]; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const { whole } = useNumbers();
  const [now] = useState(() => new Date().toISOString());
  const [sought, setSought] = useState(anything);
  const already = new Set(chosen.map(({ id }) => id));
  const filter = filterOf(useSettled(sought), now);
  const read = (page: number, perPage: number) => verbs.openOccurrences({ page, perPage, sort: 'STARTS_AT_ASC', filter });
  const ticks = usePicked<OpenOccurrence>(read, ({ id }) => !already.has(id));
  const { picked, toggle } = ticks;
  const add = useAct((act) => act.setRoundOccurrences(round.id, [...already, ...picked]), { done: 'app.rounds.picker.added', then: onClose });

  const columns: Column<OpenOccurrence>[] = [
    {
      label: '',
      width: '3rem',
      cell: ({ id, activityTitle }) => (
        <Checkbox size="small" sx={{ p: 0 }} checked={already.has(id) || picked.has(id)} disabled={already.has(id)} onChange={() => toggle(id)} slotProps={{ input: { 'aria-label': activityTitle } }} />
      ),
    },
    {
      label: 'app.rounds.occurrences.title',
      cell: ({ activityTitle, organisationName, format }) => (
        <>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>{activityTitle}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{translate(`app.formats.${format}`)} · {organisationName}</Typography>
        </>
      ),
    },
    { label: 'app.rounds.occurrences.when', cell: ({ startsAt, endsAt }) => berlinPeriod(startsAt, endsAt, locale) },
    { label: 'app.rounds.occurrences.free', right: true, cell: ({ capacity, taken }) => whole(capacity - taken) },
  ];

  return (
    <ActDialog
      wide
      title={translate('app.rounds.picker.title')}
      act={translate('app.rounds.picker.add', { smart_count: picked.size })}
      disabled={picked.size === 0}
      onAct={() => add.mutate()}
      acting={add.isPending}
      error={add.error ?? ticks.pickAllError}
      onClose={onClose}
    >
      <SoughtFields sought={sought} onChange={setSought} />
      <PickedBar picked={ticks} text={translate('app.rounds.picker.picked', { smart_count: picked.size, already: already.size })} />
      <PagedRows title={translate('app.rounds.picker.title')} columns={columns} keyOf={({ id }) => id} asked={['rounds', 'open-occurrences', filter]} read={read} empty={<DesignedEmpty title="app.rounds.picker.empty" hint="app.rounds.picker.empty_hint" actions={false} />} />
    </ActDialog>
  );
}

function SoughtFields({ sought, onChange }: { sought: Sought; onChange: (sought: Sought) => void }) {
  const translate = useTranslate();
  const set = (field: keyof Sought) => (event: { target: { value: string } }) => onChange({ ...sought, [field]: event.target.value });
  const choices = (words: readonly string[], prefix: string) =>
    words.map((word) => ({ word, text: translate(`${prefix}.${word}`) })).sort((left, right) => left.text.localeCompare(right.text)).map(({ word, text }) => <MenuItem key={word} value={word}>{text}</MenuItem>);
  const day = (field: 'from' | 'to') => (
    <TextField type="date" label={translate(`app.rounds.picker.${field}`)} value={sought[field]} onChange={set(field)} slotProps={{ inputLabel: { shrink: true } }} />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '2fr 1.3fr 1.5fr', md: '2fr 1.3fr 1.5fr 1fr 1fr' } }}>
      <TextField autoFocus type="search" label={translate('app.rounds.picker.q')} value={sought.q} onChange={set('q')} />
      <TextField select label={translate('app.rounds.picker.format')} value={sought.format} onChange={set('format')}>
        <MenuItem value="">{translate('app.rounds.any')}</MenuItem>
        {choices(activityFormats, 'app.formats')}
      </TextField>
      <TextField select label={translate('app.rounds.picker.topic')} value={sought.topic} onChange={set('topic')}>
        <MenuItem value="">{translate('app.rounds.any')}</MenuItem>
        {choices(topics, 'app.topics')}
      </TextField>
      {day('from')}
      {day('to')}
    </Box>
  );
}
