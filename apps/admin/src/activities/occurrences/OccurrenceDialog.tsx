import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { berlinPeriod, DesignedError, ListSkeleton, StateChip, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact, Facts } from '../../common/Facts';
import { useVerbs } from '../../common/use-act';
import { standingOf, standingTones } from '../calendar/calendar-events';
import { SeatsBar } from '../SeatsBar';
import type { Occurrence } from '../types';
import { placeText } from '../words';

/** A look at one occurrence, and the ways on from it. */
export function OccurrenceDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const titleId = useId();
  const maySee = useAllowed()('attendance.read');
  const { data: occurrence, error, refetch } = useQuery({ queryKey: ['activities', 'occurrence', id], queryFn: () => verbs.occurrence(id) });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{occurrence?.activityTitle ?? translate('kit.loading')}</DialogTitle>
      <DialogContent>{error ? <DesignedError error={error} onRetry={() => void refetch()} /> : occurrence ? <OccurrenceFacts occurrence={occurrence} /> : <ListSkeleton rows={4} />}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
        {maySee && <Button component={Link} to={`/occurrences/${id}/attendance`}>{translate('app.activities.attendance.title')}</Button>}
        {occurrence && <Button component={Link} to={`/activities/${occurrence.activityId}/show`} variant="contained">{translate('app.activities.calendar.to_activity')}</Button>}
      </DialogActions>
    </Dialog>
  );
}

function OccurrenceFacts({ occurrence }: { occurrence: Occurrence }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { startsAt, endsAt, format, organisationName, taken, capacity, minimum, cancelReason, cancelNote, warnings } = occurrence;
  const standing = standingOf(occurrence);
  return (
    <Stack spacing={1.5}>
      {warnings.length > 0 && <Alert severity="warning">{warnings.map((warning) => translate(`app.activities.warning.${warning}`)).join(' · ')}</Alert>}
      {cancelReason && <Alert severity="error">{[translate('app.activities.cancel.was', { reason: translate(`app.activities.reason.${cancelReason}`) }), cancelNote].filter(Boolean).join(' ')}</Alert>}
      <Facts>
        <Fact label="app.activities.field.when">{berlinPeriod(startsAt, endsAt, locale)}</Fact>
        <Fact label="app.activities.field.place">{placeText(occurrence) || '–'}</Fact>
        <Fact label="app.activities.field.host">{organisationName}</Fact>
        <Fact label="app.activities.field.format">{translate(`app.formats.${format}`)}</Fact>
        <Fact label="app.activities.field.state"><StateChip label={translate(`app.activities.standing.${standing}`)} tone={standingTones[standing]} /></Fact>
        <Fact label="app.activities.field.seats"><SeatsBar taken={taken} capacity={capacity} minimum={minimum} /></Fact>
      </Facts>
    </Stack>
  );
}
