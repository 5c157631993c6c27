import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { berlinDateTime, DesignedError, Panel } from '@mintforge/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import { useVerbs } from '../common/use-act';
import { useAuditWords } from './use-audit-words';

type Entries = Awaited<ReturnType<ReturnType<typeof useVerbs>['accessLog']>>;

/** Acts as the pupil may know them: when, in which role, what, and why where a reason was due. */
function Entries({ entries }: { entries: Entries }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { actText, roleText, verbText, reasonText } = useAuditWords();
  if (entries.length === 0) return <Alert severity="info">{translate('app.oversight.access.nobody')}</Alert>;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small" aria-label={translate('app.oversight.access.title')}>
        <TableHead>
          <TableRow>
            {(['at', 'role', 'what', 'touched', 'reason'] as const).map((column) => <TableCell key={column}>{translate(`app.oversight.access.${column}`)}</TableCell>)}
          </TableRow>
        </TableHead>
        <TableBody>
          {entries.map(({ at, role, action, touched, reason }, place) => (
            <TableRow key={`${at} ${place}`}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{berlinDateTime(at, locale)}</TableCell>
              <TableCell>{roleText({ role }) || translate('app.administration.audit.system')}</TableCell>
              <TableCell>{actText(action)}</TableCell>
              <TableCell>{touched.map(verbText).join(' · ')}</TableCell>
              <TableCell>{reason && reasonText(reason)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Who looked at or changed a pupil's data (LOG-5): roles and acts, no names of staff. Read when asked for, as it is long. */
export function AccessLogPanel({ pupilId }: { pupilId: string }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { mutate, data, error, isPending } = useMutation<Entries, Error>({ mutationFn: () => verbs.accessLog(pupilId) });
  return (
    <Panel title={translate('app.oversight.access.title')} actions={!data && <Button size="small" startIcon={<VisibilityOutlined />} loading={isPending} onClick={() => mutate()}>{translate('app.oversight.access.show')}</Button>}>
      {error && <DesignedError error={error} onRetry={() => mutate()} />}
      {data ? <Entries entries={data} /> : <Typography variant="body2" color="textSecondary">{translate('app.oversight.access.hint')}</Typography>}
    </Panel>
  );
}
