import { Alert, AlertTitle, Box, Typography } from '@mui/material';
import { DateTimeField, DesignedEmpty, StateChip, type Tone } from '@mintforge/ui-kit';
import { DataTable, FunctionField, List, SelectInput, useListContext, useRecordContext, useTranslate } from 'react-admin';
import { SearchFilter } from '../common/inputs';
import type { MailRow } from './types';

const states = ['QUEUED', 'SENT', 'KEPT', 'FAILED', 'WITHHELD'] as const;
const tones: Record<MailRow['state'], Tone> = { QUEUED: 'neutral', SENT: 'success', KEPT: 'warning', FAILED: 'error', WITHHELD: 'neutral' };

const filters = [
  <SearchFilter key="q" source="q" hint="app.administration.mailbox.search" alwaysOn />,
  <SelectInput key="state" source="state" label="app.administration.mailbox.field.state" choices={states.map((id) => ({ id, name: `app.administration.mailbox.state.${id}` }))} helperText={false} alwaysOn />,
];

/** Says what "kept" means as soon as such a mail is on the page. */
function KeptNotice() {
  const translate = useTranslate();
  const { data } = useListContext<MailRow>();
  if (!data?.some(({ state }) => state === 'KEPT')) return null;
  return (
    <Alert severity="warning" sx={{ borderRadius: 0 }}>
      <AlertTitle sx={{ fontWeight: 650 }}>{translate('app.administration.mailbox.kept_title')}</AlertTitle>
      {translate('app.administration.mailbox.kept')}
    </Alert>
  );
}

/** A mail as its recipient reads it; links only the recipient may use are hidden by the API. */
function MailView() {
  const translate = useTranslate();
  const mail = useRecordContext<MailRow>();
  if (!mail) return null;
  return (
    <Box sx={{ p: 1.5, maxWidth: '46rem' }}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>{translate(`app.administration.mailbox.state_hint.${mail.state}`, { error: mail.error ?? '' })}</Typography>
      <Typography variant="h3" component="h2">{mail.subject}</Typography>
      <Typography component="div" sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{mail.body}</Typography>
      {mail.body.includes('…') && <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>{translate('app.administration.mailbox.masked')}</Typography>}
    </Box>
  );
}

/** Every mail the region wrote, and whether it reached anybody. */
export function Mailbox() {
  const translate = useTranslate();
  return (
    <List filters={filters} sort={{ field: 'createdAt', order: 'DESC' }} empty={<DesignedEmpty title="app.administration.mailbox.empty" hint="app.administration.mailbox.empty_hint" />}>
      <>
        <KeptNotice />
        <DataTable rowClick="expand" expand={<MailView />} expandSingle bulkActionButtons={false}>
          <DataTable.Col source="recipient" label="app.administration.mailbox.field.to" disableSort><FunctionField<MailRow> render={({ recipient, recipientKind }) => recipient ?? translate(`app.administration.mailbox.to.${recipientKind}`)} /></DataTable.Col>
          <DataTable.Col source="subject" label="app.administration.mailbox.field.subject" disableSort><FunctionField<MailRow> render={({ subject }) => <strong>{subject}</strong>} /></DataTable.Col>
          <DataTable.Col source="state" label="app.administration.mailbox.field.state" disableSort>
            <FunctionField<MailRow> render={({ state }) => <StateChip label={translate(`app.administration.mailbox.state.${state}`)} tone={tones[state]} />} />
          </DataTable.Col>
          <DataTable.Col source="createdAt" label="app.administration.mailbox.field.created"><DateTimeField source="createdAt" /></DataTable.Col>
          <DataTable.Col source="sentAt" label="app.administration.mailbox.field.sent" disableSort><FunctionField<MailRow> render={({ state }) => (state === 'SENT' ? <DateTimeField source="sentAt" /> : null)} /></DataTable.Col>
        </DataTable>
      </>
    </List>
  );
}
