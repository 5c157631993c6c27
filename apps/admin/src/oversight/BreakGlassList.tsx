import { breakGlassReasons, type BreakGlassReason } from '@mintforge/domain/oversight';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { Allowed, DateTimeField, DesignedEmpty, forgetLists, StateChip, useAllowed, type Tone } from '@mintforge/ui-kit';
import { useState } from 'react';
import { Confirm, DataTable, FunctionField, List, TextField as Text, TopToolbar, useNotify, useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import { session, store } from '../connection';
import type { GlassRow } from './types';

const tones: Record<GlassRow['state'], Tone> = { ASKED: 'warning', LAPSED: 'neutral', REFUSED: 'neutral', OPEN: 'error', ENDED: 'neutral' };
const [least, most] = [10, 500];

function AskDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const [reason, setReason] = useState<BreakGlassReason | ''>('');
  const [explanation, setExplanation] = useState('');
  const ask = useAct((verbs, given: BreakGlassReason) => verbs.askBreakGlass({ reason: given, explanation }), { done: 'app.oversight.glass.asked', then: onClose });
  const word = (key: string) => translate(`app.oversight.glass.${key}`);
  const fits = explanation.trim().length >= least && explanation.length <= most;
  return (
    <ActDialog title={word('ask_title')} act={word('ask')} acting={ask.isPending} disabled={!reason || !fits} error={ask.error} onAct={() => reason && ask.mutate(reason)} onClose={onClose}>
      <Typography variant="body2">{word('ask_hint')}</Typography>
      <TextField select required label={translate('app.oversight.glass.field.reason')} value={reason} onChange={({ target }) => setReason(target.value as BreakGlassReason)}>
        {breakGlassReasons.map((value) => <MenuItem key={value} value={value}>{translate(`app.oversight.glass.reason.${value}`)}</MenuItem>)}
      </TextField>
      <TextField required multiline minRows={3} label={word('explanation')} helperText={word('explanation_hint')} value={explanation} onChange={({ target }) => setExplanation(target.value)} />
    </ActDialog>
  );
}

function AskButton() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Allowed to="glass.ask">
      <Button size="small" variant="contained" onClick={() => setOpen(true)}>{translate('app.oversight.glass.ask')}</Button>
      {open && <AskDialog onClose={() => setOpen(false)} />}
    </Allowed>
  );
}

/** The second person decides; saying no needs no further question. */
function Deciding({ glass }: { glass: GlassRow }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const decide = useAct((verbs, allowed: boolean) => verbs.decideBreakGlass(glass.id, allowed), { done: 'app.oversight.glass.decided' });
  const say = (allowed: boolean) => {
    setAsking(false);
    decide.mutate(allowed, { onError: (error) => notify(error.message, { type: 'error', messageArgs: { _: error.message } }) });
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>{translate('app.oversight.glass.allow')}</Button>
      <Button size="small" color="error" onClick={() => say(false)}>{translate('app.oversight.glass.refuse')}</Button>
      <Confirm isOpen={asking} title="app.oversight.glass.allow_title" content={translate('app.oversight.glass.allow_body', { name: glass.askedByName })} confirm="app.oversight.glass.allow" onConfirm={() => say(true)} onClose={() => setAsking(false)} />
    </>
  );
}

/** What the acting user may do with a break-glass now. */
function Acts({ glass }: { glass: GlassRow }) {
  const translate = useTranslate();
  const notify = useNotify();
  const allowed = useAllowed();
  const end = useAct((verbs) => verbs.endBreakGlass(glass.id), { done: 'app.oversight.glass.ended' });
  const use = () => session.openGlass(glass.id).then(() => {
    forgetLists(store);
    window.location.assign(import.meta.env.BASE_URL);
  }, (error: Error) => notify(error.message, { type: 'error', messageArgs: { _: error.message } }));
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <StateChip label={translate(`app.oversight.glass.state.${glass.state}`)} tone={tones[glass.state]} />
      {glass.state === 'ASKED' && !glass.mine && allowed('glass.decide') && <Deciding glass={glass} />}
      {glass.state === 'OPEN' && glass.mine && allowed('glass.ask') && <Button size="small" variant="contained" onClick={() => void use()}>{translate('app.oversight.glass.use')}</Button>}
      {glass.state === 'OPEN' && <Button size="small" loading={end.isPending} onClick={() => end.mutate()}>{translate('app.oversight.glass.end')}</Button>}
    </Box>
  );
}

/** Access in an emergency: who asked why, who decided, and until when. */
export function BreakGlassList() {
  const translate = useTranslate();
  return (
    <List<GlassRow> actions={<TopToolbar><AskButton /></TopToolbar>} sort={{ field: 'askedAt', order: 'DESC' }} empty={<DesignedEmpty title="app.oversight.glass.empty" hint="app.oversight.glass.empty_hint" actions={<AskButton />} />}>
      <DataTable rowClick={false} bulkActionButtons={false}>
        <DataTable.Col source="reason" label="app.oversight.glass.field.reason" disableSort>
          <FunctionField<GlassRow> render={({ reason, explanation }) => (
            <>
              <strong>{translate(`app.oversight.glass.reason.${reason}`)}</strong>
              <Typography variant="body2" color="textSecondary">{explanation}</Typography>
            </>
          )} />
        </DataTable.Col>
        <DataTable.Col source="askedByName" label="app.oversight.glass.field.who" disableSort><Text source="askedByName" /></DataTable.Col>
        <DataTable.Col source="askedAt" label="app.oversight.glass.field.when"><DateTimeField source="askedAt" /></DataTable.Col>
        <DataTable.Col source="decidedByName" label="app.oversight.glass.field.decided" disableSort><Text source="decidedByName" /></DataTable.Col>
        <DataTable.Col source="endsAt" label="app.oversight.glass.field.until" disableSort><DateTimeField source="endsAt" /></DataTable.Col>
        <DataTable.Col source="state" label="app.oversight.glass.field.state" disableSort><FunctionField<GlassRow> render={(glass) => <Acts glass={glass} />} /></DataTable.Col>
      </DataTable>
    </List>
  );
}
