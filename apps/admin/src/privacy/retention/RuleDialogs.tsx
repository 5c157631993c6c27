import { Alert, Box, MenuItem, TextField, Typography } from '@mui/material';
import { berlinDay, type Locale } from '@mintforge/domain/kernel';
import { recordTexts, retentionStarts, retentionUnits, type RetentionClass, type RetentionStart, type RetentionUnit } from '@mintforge/domain/privacy';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import type { ClassReport } from './types';

interface DialogProps {
  report: ClassReport;
  onClose: () => void;
}

const useName = ({ retentionClass }: ClassReport) => recordTexts[useLocale() as Locale].retention[retentionClass as RetentionClass];

/** The region lets the rule in force be executed, having seen what it would end. */
export function SignDialog({ report, due, onClose }: DialogProps & { due: number }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const sign = useAct((verbs) => verbs.signRetentionRule(report.retentionClass, due), { done: 'app.retention.was_signed', then: onClose });
  return (
    <ActDialog title={`${translate('app.retention.sign')}: ${useName(report)}`} act={translate('app.retention.sign')} onAct={() => sign.mutate()} onClose={onClose} acting={sign.isPending} error={sign.error}>
      <Alert severity={due > 0 ? 'warning' : 'info'}>{translate('app.retention.sign_hint', { count: whole(due) })}</Alert>
    </ActDialog>
  );
}

/** What shall change about a period; a second person puts it into force. */
export function ProposeDialog({ report, onClose }: DialogProps) {
  const translate = useTranslate();
  const { start, unit } = recordTexts[useLocale() as Locale];
  const { rule, retentionClass } = report;
  const [draft, setDraft] = useState({ termFrom: rule.termFrom, termCount: rule.termCount, termUnit: rule.termUnit, source: '', dpoReference: '' });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const propose = useAct((verbs) => verbs.proposeRetentionRule({ retentionClass, ...draft, dpoReference: draft.dpoReference || null }), { done: 'app.retention.waits', then: onClose });
  return (
    <ActDialog title={`${translate('app.retention.propose')}: ${useName(report)}`} act={translate('app.retention.propose')} onAct={() => propose.mutate()} onClose={onClose} acting={propose.isPending} disabled={draft.source.trim() === ''} error={propose.error}>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 2fr' } }}>
        <TextField type="number" label={translate('app.retention.field.count')} value={draft.termCount} onChange={(event) => change({ termCount: Math.min(600, Math.max(0, Math.round(Number(event.target.value)))) })} slotProps={{ htmlInput: { min: 0, max: 600 } }} />
        <TextField select label={translate('app.retention.field.unit')} value={draft.termUnit} onChange={(event) => change({ termUnit: event.target.value as RetentionUnit })}>
          {retentionUnits.map((one) => <MenuItem key={one} value={one}>{unit[one][1]}</MenuItem>)}
        </TextField>
        <TextField select label={translate('app.retention.field.from')} value={draft.termFrom} onChange={(event) => change({ termFrom: event.target.value as RetentionStart })}>
          {retentionStarts.map((one) => <MenuItem key={one} value={one}>{start[one]}</MenuItem>)}
        </TextField>
      </Box>
      <TextField required label={translate('app.retention.field.source')} value={draft.source} onChange={(event) => change({ source: event.target.value })} slotProps={{ htmlInput: { maxLength: 500 } }} />
      <TextField label={translate('app.retention.field.dpo')} value={draft.dpoReference} onChange={(event) => change({ dpoReference: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
      <Typography color="textSecondary">{translate('app.retention.propose_hint')}</Typography>
    </ActDialog>
  );
}

/** Puts a proposed period into force, from today or a later day on. */
export function ReleaseDialog({ report, onClose }: DialogProps) {
  const translate = useTranslate();
  const today = berlinDay(new Date());
  const [day, setDay] = useState(today);
  const release = useAct((verbs) => verbs.releaseRetentionRule(report.retentionClass, day), { done: 'app.retention.was_released', then: onClose });
  return (
    <ActDialog title={`${translate('app.retention.release')}: ${useName(report)}`} act={translate('app.retention.release')} onAct={() => release.mutate()} onClose={onClose} acting={release.isPending} disabled={day < today} error={release.error}>
      <Typography>{translate('app.retention.release_hint')}</Typography>
      <TextField type="date" label={translate('app.retention.field.valid_from')} value={day} onChange={(event) => setDay(event.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }} />
    </ActDialog>
  );
}
