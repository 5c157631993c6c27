import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import { Alert, Box, Button, Card, Link as MuiLink, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { berlinPeriod, BlockSkeleton, dayText, DesignedEmpty, DesignedError, useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useLocale, usePermissions, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useVerbs } from '../../common/use-act';
import { AccessDeniedPage } from '../../shell/DeadEnds';
import { OccurrenceTabs } from '../attendance/OccurrenceTabs';
import type { HostView } from '../types';
import { usePdf } from '../../common/use-pdf';
import { HostLinkDialog } from './HostLinkDialog';
import { ShareNeedsDialog } from './ShareNeedsDialog';

/** What the host sees of the pupils who come, exactly as the host sees it now. */
export function HostViewPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const verbs = useVerbs();
  const { isPending } = usePermissions();
  const maySee = useAllowed()('people.identify');
  const { data: view, error, refetch } = useQuery({ queryKey: ['host view', id], queryFn: () => verbs.hostView(id), enabled: maySee });
  if (!isPending && !maySee) return <AccessDeniedPage />;
  return (
    <Box sx={{ mt: 2 }}>
      <Title title={translate('app.activities.host_view.title')} />
      <OccurrenceTabs id={id} />
      {error ? <DesignedError error={error} onRetry={() => void refetch()} /> : view ? <View view={view} /> : <BlockSkeleton height={320} />}
    </Box>
  );
}

function View({ view: { occurrenceId, title, host, place, startsAt, endsAt, compulsory, closesOn, open, rows } }: { view: HostView }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { openPdf, opening } = usePdf();
  const mayLink = useAllowed()('people.write');
  const [linking, setLinking] = useState(false);
  const [sharing, setSharing] = useState<HostView['rows'][number]>();
  const text = (key: string, values?: Record<string, unknown>) => translate(`app.activities.host_view.${key}`, values);
  const hidden = rows.some(({ named, groupName }) => !named && groupName === null);
  return (
    <>
      <Card component="section" sx={{ p: 2, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 20rem', minWidth: 0 }}>
          <Typography variant="h2">{title}</Typography>
          <Typography sx={{ fontWeight: 600 }}><time dateTime={startsAt}>{berlinPeriod(startsAt, endsAt, locale)}</time></Typography>
          {place && <Typography color="textSecondary">{place}</Typography>}
          <Typography color="textSecondary">{host}</Typography>
        </Box>
        {mayLink && <Button variant="outlined" disabled={!open} onClick={() => setLinking(true)}>{text('link')}</Button>}
        <Button variant="outlined" startIcon={<PictureAsPdfOutlined />} loading={opening} disabled={!open} onClick={() => openPdf(`/occurrences/${occurrenceId}/host-view.pdf`)}>{text('pdf')}</Button>
      </Card>
      {linking && <HostLinkDialog occurrenceId={occurrenceId} onClose={() => setLinking(false)} />}
      <Alert severity={open ? 'info' : 'warning'} sx={{ mb: 2 }}>
        {text(open ? (compulsory ? 'by_law' : 'by_consent') : 'closed', { day: dayText(closesOn, locale) })} {open && text('closes', { day: dayText(closesOn, locale) })}
      </Alert>
      {rows.length === 0 ? open && <Card><DesignedEmpty title="app.activities.host_view.empty" hint="app.activities.host_view.empty_hint" /></Card> : (
        <Card>
          <TableContainer tabIndex={0} role="region" aria-label={text('title')}>
            <Table size="small">
              <TableHead><TableRow>{['who', 'group', 'age', 'needs'].map((key) => <TableCell key={key}>{text(key)}</TableCell>)}</TableRow></TableHead>
              <TableBody>
                {rows.map((row) => (
                  <TableRow key={row.placementId}>
                    <TableCell>{whoIn(row, text)}</TableCell>
                    <TableCell>{row.groupName}</TableCell>
                    <TableCell>{row.oldEnough === null ? '' : text(row.oldEnough ? 'old_enough' : 'too_young')}</TableCell>
                    <TableCell>
                      {row.provisions.map((provision) => translate(`app.activities.provision.${provision}`)).join(', ')}
                      {mayLink && open && isPerson(row) && <Button size="small" aria-label={`${text('share')}: ${whoIn(row, text)}`} onClick={() => setSharing(row)}>{text('share')}</Button>}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        </Card>
      )}
      {sharing && <ShareNeedsDialog row={sharing} who={whoIn(sharing, text)} onClose={() => setSharing(undefined)} />}
      {hidden && <Typography sx={{ mt: 2 }}>{text('hidden')} <MuiLink component={Link} to="/consents">{text('to_consents')}</MuiLink></Typography>}
    </>
  );
}

const isPerson = ({ named, groupName }: HostView['rows'][number]): boolean => named || groupName === null;

function whoIn({ named, firstName, lastName, groupName, grade, heads }: HostView['rows'][number], text: (key: string, values?: Record<string, unknown>) => string): string {
  if (named) return [firstName, lastName].filter(Boolean).join(' ');
  if (groupName !== null) return text('heads', { smart_count: heads });
  return grade === null ? text('person') : text('person_of_grade', { grade });
}
