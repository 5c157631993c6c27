import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Alert, Box, Button, Checkbox, FormControlLabel, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { graceLimits, majority, type SignerBand } from '@mintforge/domain/consent';
import { berlinDay } from '@mintforge/domain/kernel';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { faultOf, withBand } from './rule-draft';
import type { NewRule, RuleVersion } from './verbs';

const guardianCounts = ['NONE', 'ONE', 'ALL'] as const;

/** The next version of a rule, made from the latest: who signs from what age on, from which day, and by what source. */
export function RuleDialog({ latest, onClose }: { latest: RuleVersion; onClose: () => void }) {
  const translate = useTranslate();
  const today = berlinDay(new Date());
  const [draft, setDraft] = useState<NewRule>(() => ({ code: latest.code, validFrom: today, bands: latest.bands.map(({ fromAge, guardians, pupil, takesOver }) => ({ fromAge, guardians, pupil, takesOver })), graceDays: latest.graceDays, inWriting: latest.inWriting, checkPercent: latest.checkPercent, material: false, source: '' }));
  const change = (part: Partial<NewRule>) => setDraft({ ...draft, ...part });
  const propose = useAct((verbs) => verbs.proposeSignerRule({ ...draft, source: draft.source.trim() }), { done: 'app.signer_rules.proposed', then: onClose });
  const fault = faultOf(draft, today);
  return (
    <ActDialog title={translate('app.signer_rules.next', { code: latest.code })} act={translate('app.consent.text.propose')} onAct={() => propose.mutate()} onClose={onClose} acting={propose.isPending} disabled={fault !== null} error={propose.error} wide>
      <Typography>{translate('app.signer_rules.dialog_hint')}</Typography>
      <Bands bands={draft.bands as SignerBand[]} onChange={(bands) => change({ bands })} />
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
        <TextField type="date" label={translate('app.signer_rules.valid_from')} value={draft.validFrom} onChange={(event) => change({ validFrom: event.target.value })} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }} />
        <TextField type="number" label={translate('app.signer_rules.grace_days')} value={draft.graceDays} onChange={(event) => change({ graceDays: Number(event.target.value) })} slotProps={{ htmlInput: graceLimits }} />
        <TextField type="number" label={translate('app.signer_rules.check_percent')} value={draft.checkPercent} onChange={(event) => change({ checkPercent: Math.min(100, Math.max(0, Math.round(Number(event.target.value)))) })} slotProps={{ htmlInput: { min: 0, max: 100 } }} />
      </Box>
      <FormControlLabel label={translate('app.signer_rules.needs_writing')} control={<Checkbox checked={draft.inWriting} onChange={(_, inWriting) => change({ inWriting })} />} />
      <FormControlLabel label={translate('app.signer_rules.material')} control={<Checkbox checked={draft.material} onChange={(_, material) => change({ material })} />} />
      <TextField required label={translate('app.signer_rules.source_label')} value={draft.source} onChange={(event) => change({ source: event.target.value })} slotProps={{ htmlInput: { maxLength: 500 } }} />
      {fault && <Alert severity="info">{translate(`app.signer_rules.fault.${fault}`)}</Alert>}
      <Typography color="textSecondary">{translate('app.signer_rules.four_eyes')}</Typography>
    </ActDialog>
  );
}

function Bands({ bands, onChange }: { bands: SignerBand[]; onChange: (bands: SignerBand[]) => void }) {
  const translate = useTranslate();
  const edit = (at: number, part: Partial<SignerBand>) => onChange(bands.map((band, index) => (index === at ? { ...band, ...part } : band)));
  return (
    <Stack spacing={1}>
      {bands.map(({ fromAge, guardians, pupil, takesOver }, at) => (
        <Stack key={at} direction="row" useFlexGap role="group" aria-label={translate('app.signer_rules.from', { age: fromAge })} sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <TextField type="number" label={translate('app.signer_rules.from_age')} value={fromAge} disabled={at === 0} onChange={(event) => edit(at, { fromAge: Math.round(Number(event.target.value)) })} fullWidth={false} sx={{ m: 0, width: 110 }} slotProps={{ htmlInput: { min: 0, max: majority } }} />
          <TextField select label={translate('app.signer_rules.guardians')} value={guardians} onChange={(event) => edit(at, { guardians: event.target.value as SignerBand['guardians'] })} fullWidth={false} sx={{ m: 0, minWidth: 180 }}>
            {guardianCounts.map((one) => <MenuItem key={one} value={one}>{translate(`app.signer_rules.count.${one}`)}</MenuItem>)}
          </TextField>
          <FormControlLabel label={translate('app.signer_rules.pupil_signs')} control={<Checkbox checked={pupil} onChange={(_, on) => edit(at, { pupil: on })} />} />
          <FormControlLabel label={translate('app.signer_rules.takes_over')} control={<Checkbox checked={takesOver} disabled={guardians !== 'NONE'} onChange={(_, on) => edit(at, { takesOver: on })} />} />
          {at > 0 && <IconButton size="small" aria-label={`${translate('ra.action.remove')}: ${translate('app.signer_rules.from', { age: fromAge })}`} onClick={() => onChange(bands.filter((_, index) => index !== at))}><CloseOutlined fontSize="small" /></IconButton>}
        </Stack>
      ))}
      <Box><Button size="small" onClick={() => onChange(withBand(bands))}>{translate('app.signer_rules.add')}</Button></Box>
    </Stack>
  );
}
