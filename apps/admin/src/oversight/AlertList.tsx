import { Box, Button, FormControl, FormControlLabel, Link as MuiLink, Radio, RadioGroup, Typography } from '@mui/material';
import { Allowed, DateTimeField, DesignedEmpty, StateChip } from '@mintforge/ui-kit';
import { useState } from 'react';
import { BooleanInput, DataTable, FunctionField, List, TopToolbar, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import { AlertRules } from './AlertRules';
import type { AlertRow } from './types';

const outcomes = ['EXPLAINED', 'FALSE_ALARM', 'MEASURES_TAKEN', 'INCIDENT'] as const;
const filters = [<BooleanInput key="open" source="open" label="app.oversight.alerts.field.open" helperText={false} alwaysOn />];

function CloseDialog({ alert, onClose }: { alert: AlertRow; onClose: () => void }) {
  const translate = useTranslate();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('EXPLAINED');
  const close = useAct((verbs) => verbs.acknowledgeAlert(alert.id, outcome), { done: 'app.oversight.alerts.done', then: onClose });
  return (
    <ActDialog title={translate('app.oversight.alerts.title')} act={translate('app.oversight.alerts.look')} acting={close.isPending} error={close.error} onAct={() => close.mutate()} onClose={onClose}>
      <Typography variant="body2">{translate('app.oversight.alerts.hint')}</Typography>
      <FormControl>
        <RadioGroup aria-label={translate('app.oversight.alerts.title')} value={outcome} onChange={(_, value) => setOutcome(value as typeof outcome)}>
          {outcomes.map((value) => <FormControlLabel key={value} value={value} control={<Radio />} label={translate(`app.oversight.alerts.outcome.${value}`)} />)}
        </RadioGroup>
      </FormControl>
    </ActDialog>
  );
}

/** Where an alert stands, and the button that closes it. */
function Standing({ alert }: { alert: AlertRow }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (alert.seenAt) {
    return (
      <>
        <StateChip label={translate(`app.oversight.alerts.outcome.${alert.outcome}`)} tone={alert.outcome === 'INCIDENT' ? 'error' : 'neutral'} />
        <Typography variant="body2" color="textSecondary">{translate('app.oversight.alerts.seen', { name: alert.seenByName ?? '' })}</Typography>
      </>
    );
  }
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <StateChip label={translate('app.oversight.alerts.open')} tone="warning" />
      <Allowed to="alerts.write"><Button size="small" onClick={() => setOpen(true)}>{translate('app.oversight.alerts.look')}</Button></Allowed>
      {open && <CloseDialog alert={alert} onClose={() => setOpen(false)} />}
    </Box>
  );
}

function Who({ alert }: { alert: AlertRow }) {
  const translate = useTranslate();
  if (!alert.actorId) return <>{translate('app.oversight.alerts.nobody')}</>;
  return (
    <>
      {alert.actorName}
      <MuiLink component={Link} variant="body2" sx={{ display: 'block' }} to={`/audit?filter=${encodeURIComponent(JSON.stringify({ actorId: alert.actorId }))}`}>{translate('app.oversight.alerts.entries')}</MuiLink>
    </>
  );
}

/** What stood out in the audit log of the region, the newest first. */
export function AlertList() {
  const translate = useTranslate();
  return (
    <>
      <List<AlertRow> filters={filters} filterDefaultValues={{ open: true }} actions={<TopToolbar />} sort={{ field: 'createdAt', order: 'DESC' }} empty={<DesignedEmpty title="app.oversight.alerts.empty" hint="app.oversight.alerts.empty_hint" />}>
        <DataTable rowClick={false} bulkActionButtons={false} empty={<DesignedEmpty title="app.oversight.alerts.empty" hint="app.oversight.alerts.empty_hint" actions={<></>} />}>
          <DataTable.Col source="kind" label="app.oversight.alerts.field.what" disableSort><FunctionField<AlertRow> render={({ kind, counted }) => <strong>{translate(`app.oversight.alerts.kind.${kind}`, { smart_count: counted })}</strong>} /></DataTable.Col>
          <DataTable.Col source="actorName" label="app.oversight.alerts.field.who" disableSort><FunctionField<AlertRow> render={(alert) => <Who alert={alert} />} /></DataTable.Col>
          <DataTable.Col source="lastAt" label="app.oversight.alerts.field.when" disableSort><DateTimeField source="lastAt" /></DataTable.Col>
          <DataTable.Col source="seenAt" label="app.oversight.alerts.field.state" disableSort><FunctionField<AlertRow> render={(alert) => <Standing alert={alert} />} /></DataTable.Col>
        </DataTable>
      </List>
      <AlertRules />
    </>
  );
}
