import { Stack, Typography } from '@mui/material';
import { dayText, StateChip } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { urgencyTones, type RequestRow } from './types';

/** The deadline with its light: how many days are left in words, the day itself beside it. */
export function DueChip({ request: { dueOn, daysLeft, urgency } }: { request: Pick<RequestRow, 'dueOn' | 'daysLeft' | 'urgency'> }) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center', whiteSpace: 'nowrap' }}>
      {daysLeft !== null && <StateChip label={translate(daysLeft < 0 ? 'app.requests.days_over' : 'app.requests.days_left', { smart_count: Math.abs(daysLeft) })} tone={urgencyTones[urgency]} />}
      <Typography component="span" variant="body2" color={daysLeft === null ? 'textSecondary' : undefined}>{dayText(dueOn, locale)}</Typography>
    </Stack>
  );
}
