import BeachAccessOutlined from '@mui/icons-material/BeachAccessOutlined';
import ListAltOutlined from '@mui/icons-material/ListAltOutlined';
import { Box, Button, Card, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { addDays } from '@mintforge/domain/activities';
import { berlinDay } from '@mintforge/domain/kernel';
import { activityFormats } from '@mintforge/domain/partners';
import { CalendarView, DesignedError } from '@mintforge/ui-kit';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useVerbs } from '../../common/use-act';
import { calendarEvents, standings, standingTones, terms } from './calendar-events';
import { OccurrenceDialog } from '../occurrences/OccurrenceDialog';
import { Terms } from './Terms';

/** Occurrences by month, week or as a list, with the holidays of the Land behind them. */
export function CalendarPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const verbs = useVerbs();
  const [place, setPlace] = useSearchParams();
  const [days, setDays] = useState<{ from: string; to: string }>();
  const [opened, setOpened] = useState<string>();
  const [startDay] = useState(place.get('day') ?? undefined);
  const format = place.get('format') ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['activities', 'calendar', days, locale],
    queryFn: () => verbs.calendar(days?.from ?? '', days?.to ?? ''),
    enabled: days !== undefined,
    placeholderData: keepPreviousData,
  });
  const keep = (name: string, value: string) => setPlace((before) => {
    const after = new URLSearchParams(before);
    if (value) after.set(name, value);
    else after.delete(name);
    return after;
  }, { replace: true });
  // The calendar tells its days after every change of anything, also when they are the same.
  const turn = ({ start, end }: { start: string; end: string }) => {
    const [from, to] = [berlinDay(new Date(start)), addDays(berlinDay(new Date(end)), -1)];
    if (from === days?.from && to === days.to) return;
    setDays({ from, to });
    // The middle, as the first days on screen may be of the month before.
    keep('day', berlinDay(new Date((Date.parse(start) + Date.parse(end)) / 2)));
  };
  const shown = data && { ...data, occurrences: data.occurrences.filter((occurrence) => !format || occurrence.format === format) };

  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('resources.calendar.name', { smart_count: 1 })} />
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }}>
        <TextField select label={translate('app.activities.field.format')} value={format} onChange={(event) => keep('format', event.target.value)} sx={{ width: 220, m: 0 }}>
          <MenuItem value="">{translate('app.activities.calendar.all_formats')}</MenuItem>
          {activityFormats.map((word) => <MenuItem key={word} value={word}>{translate(`app.formats.${word}`)}</MenuItem>)}
        </TextField>
        <Box sx={{ flex: 1 }} />
        <Button component={Link} to="/occurrences" startIcon={<ListAltOutlined />}>{translate('app.activities.calendar.as_list')}</Button>
        <Button component={Link} to="/calendar/school-holidays" startIcon={<BeachAccessOutlined />}>{translate('app.activities.school_holidays.title')}</Button>
      </Stack>
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      <Card sx={{ p: { xs: 1, sm: 2 } }}>
        <Legend />
        <CalendarView
          events={shown ? calendarEvents(shown, (standing) => translate(`app.activities.standing.${standing}`)) : []}
          startDay={startDay}
          onRange={turn}
          onOpen={setOpened}
        />
      </Card>
      {shown && <Terms occurrences={terms(shown.occurrences)} onOpen={setOpened} />}
      {opened && <OccurrenceDialog id={opened} onClose={() => setOpened(undefined)} />}
    </Box>
  );
}

function Legend() {
  const translate = useTranslate();
  return (
    <Stack component="ul" direction="row" useFlexGap aria-label={translate('app.activities.calendar.legend')} sx={{ listStyle: 'none', p: 0, m: 0, mb: 1.5, flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}>
      {standings.map((standing) => (
        <Entry key={standing} label={translate(`app.activities.standing.${standing}`)} colour={standingTones[standing] === 'neutral' ? 'primary.main' : `${standingTones[standing]}.main`} />
      ))}
      <Entry label={translate('app.activities.calendar.holidays')} colour="warning.main" faint />
    </Stack>
  );
}

const Entry = ({ label, colour, faint = false }: { label: string; colour: string; faint?: boolean }) => (
  <Stack component="li" direction="row" spacing={0.75} sx={{ alignItems: 'center' }}>
    <Box aria-hidden sx={{ width: 12, height: 12, borderRadius: 0.5, backgroundColor: colour, opacity: faint ? 0.3 : 1 }} />
    <Typography variant="body2" color="textSecondary">{label}</Typography>
  </Stack>
);
