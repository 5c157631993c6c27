import { Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { DesignedEmpty, StateChip, type Tone } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { PagedRows } from '../../common/PagedRows';
import type { Column } from '../../common/Rows';
import { shortDay } from '../../common/short-day';
import type { Comparison } from '../types';
import { useNumbers } from '../../common/use-numbers';
import { Who } from '../Who';

type Change = Comparison['changes'][number];

const tones: Record<string, Tone> = { GAINED: 'success', LOST: 'error', MOVED: 'info' };
const kinds = ['GAINED', 'LOST', 'MOVED', 'JOINED', 'LEFT'];

/** Everybody whose places differ between two runs, before and after. */
export function ComparedResults({ comparison, asked }: { comparison: Comparison; asked: readonly string[] }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const [kind, setKind] = useState('ALL');
  const count = (wanted: string) => comparison.changes.filter(({ change }) => change === wanted).length;
  const shown = kind === 'ALL' ? comparison.changes : comparison.changes.filter(({ change }) => change === kind);
  const columns: Column<Change>[] = [
    { label: 'app.rounds.participants.who', cell: (change) => <Who {...change} /> },
    { label: 'app.rounds.compare.change', width: '9rem', cell: ({ change }) => <StateChip tone={tones[change]} label={translate(`app.rounds.compare.kind.${change}`, { _: change })} /> },
    { label: 'app.rounds.compare.before', cell: ({ before }) => <Places places={before} /> },
    { label: 'app.rounds.compare.after', cell: ({ after }) => <Places places={after} /> },
  ];
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.rounds.compare.unchanged', { smart_count: comparison.unchanged, count: whole(comparison.unchanged) })}</Typography>
      <ToggleButtonGroup exclusive size="small" value={kind} onChange={(_, next: string | null) => setKind(next ?? 'ALL')} aria-label={translate('app.rounds.compare.change')} sx={{ mb: 1, flexWrap: 'wrap' }}>
        <ToggleButton value="ALL">{translate('app.rounds.compare.kind.ALL')} ({whole(comparison.changes.length)})</ToggleButton>
        {kinds.filter((key) => count(key) > 0).map((key) => <ToggleButton key={key} value={key}>{translate(`app.rounds.compare.kind.${key}`)} ({whole(count(key))})</ToggleButton>)}
      </ToggleButtonGroup>
      <PagedRows
        title={translate('app.rounds.compare.changes')}
        columns={columns}
        keyOf={({ participantId }) => participantId}
        asked={['rounds', 'compared', ...asked, kind]}
        read={async (page, perPage) => ({ total: shown.length, items: shown.slice((page - 1) * perPage, page * perPage) })}
        empty={<DesignedEmpty title="app.rounds.compare.same" hint="app.rounds.compare.same_hint" actions={false} />}
      />
    </>
  );
}

function Places({ places }: { places: Change['before'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (places.length === 0) return <Typography variant="body2" color="textSecondary">{translate('app.rounds.result.unplaced')}</Typography>;
  return (
    <Stack spacing={0.5}>
      {places.map(({ occurrenceId, title, startsAt, rank }) => (
        <Typography key={occurrenceId} variant="body2">
          {title} ({shortDay(startsAt, locale)}) <Typography component="span" variant="body2" color="textSecondary">{rank === null ? translate('app.rounds.figures.outside') : translate('app.rounds.figures.rank', { rank })}</Typography>
        </Typography>
      ))}
    </Stack>
  );
}
