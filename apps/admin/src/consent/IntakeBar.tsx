import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { berlinDay } from '@mintforge/domain/kernel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../common/use-act';
import { entriesOf, type Marks } from './intake';
import type { MatrixRow, Signer } from './types';

export const signers: readonly Signer[] = ['GUARDIAN_1', 'GUARDIAN_2', 'PUPIL'];

/** Whose papers they are and of which day; saving takes all ticks down at once, or none. */
export function IntakeBar({ rows, marks, onSaved }: { rows: MatrixRow[]; marks: Marks; onSaved: () => void }) {
  const translate = useTranslate();
  const [signer, setSigner] = useState<Signer>('GUARDIAN_1');
  const [day, setDay] = useState(() => berlinDay(new Date()));
  const entries = entriesOf(rows, marks, signer, day);
  const save = useAct((verbs) => verbs.recordConsents({ channel: 'PAPER', entries }), { done: () => ({ text: 'app.consent.intake.saved', values: { smart_count: entries.length } }), then: onSaved });
  return (
    <Box sx={({ palette }) => ({ mt: 2, px: 2, py: 1.5, backgroundColor: palette.background.paper, borderTop: `1px solid ${palette.divider}` })}>
      {save.error && <Alert severity="error" sx={{ mb: 1 }}>{save.error.message}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <TextField select label={translate('app.consent.intake.signer')} value={signer} onChange={(event) => setSigner(event.target.value as Signer)} fullWidth={false} sx={{ m: 0, minWidth: 200 }}>
          {signers.map((one) => <MenuItem key={one} value={one}>{translate(`app.consent.signer.${one}`)}</MenuItem>)}
        </TextField>
        <TextField type="date" label={translate('app.consent.intake.day')} value={day} onChange={(event) => setDay(event.target.value)} fullWidth={false} sx={{ m: 0 }} slotProps={{ inputLabel: { shrink: true } }} />
        <Typography color="textSecondary" sx={{ flex: '1 1 12rem' }}>{translate('app.consent.intake.hint')}</Typography>
        <Button variant="contained" disabled={entries.length === 0 || day === ''} loading={save.isPending} onClick={() => save.mutate()}>{translate('app.consent.intake.save', { smart_count: entries.length })}</Button>
      </Box>
    </Box>
  );
}
