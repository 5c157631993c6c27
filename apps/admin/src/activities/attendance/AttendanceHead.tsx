import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import TableViewOutlined from '@mui/icons-material/TableViewOutlined';
import { Alert, Box, Button, Card, Link as MuiLink, Typography } from '@mui/material';
import { berlinPeriod, useDownload } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { AttendanceSheet } from '../types';
import { usePdf } from '../../common/use-pdf';
import { placeText } from '../words';

/** What the list is of, and the list as a file. */
export function AttendanceHead({ occurrence }: { occurrence: AttendanceSheet['occurrence'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { download, downloading } = useDownload();
  const { openPdf, opening } = usePdf();
  const { id, activityId, activityTitle, startsAt, endsAt, organisationId, organisationName, state, cancelReason } = occurrence;
  const path = `/occurrences/${id}/attendance`;
  const table = (ending: 'csv' | 'xlsx') => <Button startIcon={<TableViewOutlined />} disabled={downloading} onClick={() => download({ path: `${path}.${ending}`, fallbackName: `${id}.${ending}` })}>{ending.toUpperCase()}</Button>;
  return (
    <Card component="section" sx={{ p: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
      <Box sx={{ flex: '1 1 20rem', minWidth: 0 }}>
        <Typography variant="h2"><MuiLink component={Link} to={`/activities/${activityId}/show`} color="inherit" underline="hover">{activityTitle}</MuiLink></Typography>
        <Typography sx={{ fontWeight: 600 }}><time dateTime={startsAt}>{berlinPeriod(startsAt, endsAt, locale)}</time></Typography>
        <Typography color="textSecondary">{placeText(occurrence) || translate('app.activities.occurrences.no_place')}</Typography>
        <Typography color="textSecondary"><MuiLink component={Link} to={`/organisations/${organisationId}/show`} color="inherit">{organisationName}</MuiLink></Typography>
        {state === 'CANCELLED' && <Alert severity="error" sx={{ mt: 1 }}>{translate('app.activities.cancel.was', { reason: cancelReason ? translate(`app.activities.reason.${cancelReason}`) : '' })}</Alert>}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" startIcon={<PictureAsPdfOutlined />} loading={opening} onClick={() => openPdf(`${path}.pdf`)}>{translate('app.activities.attendance.print')}</Button>
        {table('xlsx')}
        {table('csv')}
      </Box>
    </Card>
  );
}
