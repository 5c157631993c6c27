import { Box, Checkbox, FormControlLabel, FormGroup, FormLabel, MenuItem, TextField, Typography } from '@mui/material';
import { isAsked, legalBases, validityStarts, type LegalBasis, type ValidityStart } from '@mintforge/domain/consent';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import type { Purpose } from './types';

const recipients = ['coordinationOffice', 'host', 'school', 'public', 'evaluation', 'fund'] as const;

/** What shall change about a purpose; a second person puts it into force. Only what differs is proposed. */
export function PurposeDialog({ purpose, rules, onClose }: { purpose: Purpose; rules: readonly string[]; onClose: () => void }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState(() => ({ basis: purpose.basis, article: purpose.article, signerRule: purpose.signerRule, validityFrom: purpose.validityFrom, validityMonths: purpose.validityMonths, recipients: purpose.recipients, source: purpose.source }));
  const [material, setMaterial] = useState(true);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const asked = isAsked(draft.basis);
  const wanted = { ...draft, signerRule: asked ? (draft.signerRule ?? rules[0] ?? null) : null };
  const changed = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(purpose[field as keyof typeof wanted])));
  const switches = purpose.signerRule !== null && wanted.signerRule !== null && wanted.signerRule !== purpose.signerRule;
  const patch = { ...changed, ...(switches ? { material } : {}) };
  const propose = useAct((verbs) => verbs.proposePurpose(purpose.id, purpose.version, patch), { done: 'app.consent.purposes.waits', then: onClose });
  const known = [...new Set([...recipients, ...purpose.recipients])];
  return (
    <ActDialog
      title={`${translate('app.consent.purposes.change')}: ${translate(`app.consent.purpose.${purpose.code}`)}`} act={translate('app.consent.text.propose')} onAct={() => propose.mutate()} onClose={onClose} acting={propose.isPending}
      disabled={Object.keys(patch).length === 0 || [draft.article, draft.source].some((text) => text.trim() === '')} error={propose.error}
    >
      <TextField select label={translate('app.consent.purposes.basis')} value={draft.basis} onChange={(event) => change({ basis: event.target.value as LegalBasis })}>
        {legalBases.map((one) => <MenuItem key={one} value={one}>{translate(`app.consent.basis.${one}`)}</MenuItem>)}
      </TextField>
      <TextField label={translate('app.consent.field.article')} value={draft.article} onChange={(event) => change({ article: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
      {asked && (
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
          <TextField select label={translate('app.consent.field.signer_rule')} value={wanted.signerRule ?? ''} onChange={(event) => change({ signerRule: event.target.value })}>
            {rules.map((code) => <MenuItem key={code} value={code}>{translate('app.signer_rules.rule', { code })}</MenuItem>)}
          </TextField>
          <TextField select label={translate('app.consent.field.validity')} value={draft.validityFrom} onChange={(event) => change({ validityFrom: event.target.value as ValidityStart })}>
            {validityStarts.map((one) => <MenuItem key={one} value={one}>{translate(`app.consent.purposes.starts.${one}`)}</MenuItem>)}
          </TextField>
          <TextField type="number" label={translate('app.consent.purposes.months')} value={draft.validityMonths} onChange={(event) => change({ validityMonths: Math.min(60, Math.max(0, Math.round(Number(event.target.value)))) })} slotProps={{ htmlInput: { min: 0, max: 60 } }} />
        </Box>
      )}
      {switches && <FormControlLabel label={translate('app.signer_rules.material')} control={<Checkbox checked={material} onChange={(_, on) => setMaterial(on)} />} />}
      <FormGroup role="group" aria-labelledby="recipients">
        <FormLabel id="recipients">{translate('app.consent.field.recipients')}</FormLabel>
        {known.map((one) => (
          <FormControlLabel key={one} label={translate(`app.consent.recipient.${one}`, { _: one })} control={<Checkbox checked={draft.recipients.includes(one)} onChange={(_, on) => change({ recipients: on ? [...draft.recipients, one] : draft.recipients.filter((other) => other !== one) })} />} />
        ))}
      </FormGroup>
      <TextField label={translate('app.consent.field.source')} value={draft.source} onChange={(event) => change({ source: event.target.value })} slotProps={{ htmlInput: { maxLength: 500 } }} />
      <Typography color="textSecondary">{translate('app.consent.purposes.change_hint')}</Typography>
    </ActDialog>
  );
}
