import { Box, Button, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { dayText, Panel, StateChip } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { standingOf, standingTones } from './calendar-events';
import type { CalendarContent } from '../types';

/** What runs for weeks or months around the days on screen, such as mentoring. */
export function Terms({ occurrences, onOpen }: { occurrences: CalendarContent['occurrences']; onOpen: (id: string) => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (occurrences.length === 0) return null;
  const day = (instant: string) => dayText(berlinDay(new Date(instant)), locale);
  return (
    <Box sx={{ mt: 2 }}>
      <Panel title={translate('app.activities.calendar.terms')}>
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          {occurrences.map((occurrence) => {
            const { id, activityTitle, organisationName, startsAt, endsAt } = occurrence;
            const standing = standingOf(occurrence);
            return (
              <Box component="li" key={id} sx={{ minWidth: 0 }}>
                <Button size="small" onClick={() => onOpen(id)} sx={{ justifyContent: 'flex-start', textAlign: 'left', px: 0.5 }}>{activityTitle}</Button>
                {standing !== 'OPEN' && <StateChip label={translate(`app.activities.standing.${standing}`)} tone={standingTones[standing]} />}
                <Typography variant="body2" color="textSecondary" sx={{ px: 0.5 }}>{day(startsAt)} – {day(endsAt)} · {organisationName}</Typography>
              </Box>
            );
          })}
        </Box>
      </Panel>
    </Box>
  );
}
