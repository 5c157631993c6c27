import { Alert, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { ListSkeleton } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct, useVerbs } from '../../common/use-act';
import type { ChaseRules } from './verbs';

const numbers = [['firstAfterDays', 'first', 1, 60], ['thenEveryDays', 'then', 1, 60], ['mostReminders', 'most', 0, 10]] as const;

/** When the region reminds, and whether by itself. */
export function RulesDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data } = useQuery({ queryKey: ['consents', 'chase rules'], queryFn: () => verbs.consentChaseRules() });
  if (!data) return <ActDialog title={translate('app.chase.rules.title')} act={translate('ra.action.save')} onAct={onClose} onClose={onClose} disabled><ListSkeleton rows={3} /></ActDialog>;
  return <RulesForm known={data} onClose={onClose} />;
}

function RulesForm({ known: { version, ...known }, onClose }: { known: ChaseRules; onClose: () => void }) {
  const translate = useTranslate();
  const [rules, setRules] = useState({ ...known, source: version === 0 ? '' : known.source });
  const save = useAct((verbs) => verbs.setConsentChaseRules(version, rules), { done: 'app.chase.rules.saved', then: onClose });
  const fits = rules.source.trim() !== '' && numbers.every(([field, , min, max]) => Number.isInteger(rules[field]) && rules[field] >= min && rules[field] <= max);
  return (
    <ActDialog title={translate('app.chase.rules.title')} act={translate('ra.action.save')} onAct={() => save.mutate()} onClose={onClose} acting={save.isPending} disabled={!fits} error={save.error}>
      <Typography color="textSecondary">{translate('app.chase.rules.hint')}</Typography>
      {version === 0 && <Alert severity="info">{translate('app.chase.rules.standard')}</Alert>}
      {numbers.map(([field, text, min, max]) => (
        <TextField key={field} type="number" label={translate(`app.chase.rules.${text}`)} value={Number.isNaN(rules[field]) ? '' : rules[field]} onChange={(event) => setRules({ ...rules, [field]: event.target.value === '' ? Number.NaN : Number(event.target.value) })} slotProps={{ htmlInput: { min, max } }} />
      ))}
      <FormControlLabel label={translate('app.chase.rules.automatic')} control={<Checkbox checked={rules.automatic} onChange={(_, automatic) => setRules({ ...rules, automatic })} />} />
      <TextField required label={translate('app.chase.rules.source')} value={rules.source} onChange={(event) => setRules({ ...rules, source: event.target.value })} slotProps={{ htmlInput: { maxLength: 500 } }} />
    </ActDialog>
  );
}
