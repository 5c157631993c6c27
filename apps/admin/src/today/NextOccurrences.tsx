import { Box, Link as TextLink, Typography } from '@mui/material';
import type { ResultOf, TodayDocument } from '@mintforge/contract';
import { berlinPeriod } from '@mintforge/ui-kit';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

type Occurrence = ResultOf<typeof TodayDocument>['today']['nextOccurrences'][number];

/** What takes place next: when, what, with whom, how full. */
export function NextOccurrences({ occurrences }: { occurrences: Occurrence[] }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  if (occurrences.length === 0) return <Typography color="textSecondary">{translate('app.today.no_next')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {occurrences.map(({ id, activityId, title, host, town, startsAt, endsAt, taken, capacity }) => (
        <Box component="li" key={id} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '16rem 1fr auto' }, gap: { xs: 0, sm: 2 }, py: 0.75, borderBottom: 1, borderColor: 'divider', '&:last-child': { borderBottom: 0 } }}>
          <Typography variant="body2" color="textSecondary">{berlinPeriod(startsAt, endsAt, locale)}</Typography>
          <Box>
            <TextLink component={Link} to={`/activities/${activityId}/show`} sx={{ fontWeight: 600 }}>{title}</TextLink>
            <Typography variant="body2" color="textSecondary">{[host, town].filter(Boolean).join(', ')}</Typography>
          </Box>
          <Typography variant="body2" color="textSecondary">{translate('app.today.seats', { taken, capacity })}</Typography>
        </Box>
      ))}
    </Box>
  );
}
