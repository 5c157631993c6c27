import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Card, IconButton, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { formNumberText } from '@mintforge/domain/consent';
import { StateChip } from '@mintforge/ui-kit';
import type { KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { nameOf } from '../name';
import { doubtOf, withAnswer, withSignature, type SetRow } from './class-set';
import type { FormAnswer } from './types';

export interface FormCardProps {
  row: SetRow;
  /** Its place on the pile, from 1. */
  place: number;
  /** What the API said of it. */
  problem?: string;
  onChange: (row: SetRow) => void;
  onRemove: () => void;
  /** Leads on to the next form. */
  onDone: () => void;
  /** Somebody works on it. */
  onFocus: () => void;
}

const steps = '[data-step]';
const answerOfKey: Record<string, FormAnswer | null> = { j: 'GIVEN', y: 'GIVEN', n: 'REFUSED', o: null };

/** A form of the pile: a tick per purpose, who signed, when. J, N and O answer and lead to the next question, as Enter does. */
export function FormCard({ row, place, problem, onChange, onRemove, onDone, onFocus }: FormCardProps) {
  const translate = useTranslate();
  const { form, answers, signatures, signedOn, scan } = row;
  const doubt = doubtOf(row);
  const lead = (event: KeyboardEvent<HTMLElement>) => {
    const all = [...event.currentTarget.closest('[data-form]')!.querySelectorAll<HTMLElement>(steps)];
    const next = all[all.findIndex((step) => step.contains(event.target as Node)) + 1];
    if (next) (next.querySelector<HTMLElement>('button, input') ?? next).focus();
    else onDone();
    event.preventDefault();
  };
  const onKey = (take: (answer: FormAnswer | null) => void) => (event: KeyboardEvent<HTMLElement>) => {
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (key in answerOfKey) take(answerOfKey[key] ?? null);
    if (key in answerOfKey || key === 'enter') lead(event);
  };
  const toggles = (label: string, value: FormAnswer | null, take: (answer: FormAnswer | null) => void, words: [string, string]) => (
    <Box key={label} data-step onKeyDown={onKey(take)} sx={{ minWidth: 150 }}>
      <Typography variant="caption" component="div">{label}</Typography>
      <ToggleButtonGroup exclusive size="small" color="primary" value={value} onChange={(_, chosen: FormAnswer | null) => take(chosen)} aria-label={`${nameOf(form)}, ${label}`}>
        <ToggleButton value="GIVEN">{words[0]}</ToggleButton>
        <ToggleButton value="REFUSED">{words[1]}</ToggleButton>
      </ToggleButtonGroup>
    </Box>
  );
  return (
    <Card component="li" data-form={form.id} onFocus={onFocus} sx={{ listStyle: 'none', px: 2, py: 1.25, '&:focus-within': { boxShadow: ({ palette }) => `inset 4px 0 ${palette.primary.main}` }, ...(problem && { outline: 2, outlineColor: 'error.main' }) }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'baseline' }}>
        <Typography component="h2" sx={{ fontWeight: 600, fontSize: '1rem', flex: 1 }}>
          {place}. {nameOf(form)}{form.groupName ? ` · ${form.groupName}` : ''} <Typography component="span" color="textSecondary" sx={{ fontFamily: 'monospace' }}>{formNumberText(form.number)}</Typography>
        </Typography>
        {doubt && <StateChip tone="warning" label={translate(`app.consent.paper.set.doubt.${doubt}`)} />}
        <Typography variant="caption" color="textSecondary">{scan ? translate('app.consent.paper.set.attached', { smart_count: scan.pages }) : translate('app.consent.paper.set.no_scan')}</Typography>
        {scan && <Button size="small" color="inherit" onClick={() => onChange({ ...row, scan: null })}>{translate('app.consent.paper.set.scan_off')}</Button>}
        <IconButton size="small" aria-label={`${translate('app.consent.paper.set.remove')}: ${nameOf(form)}`} onClick={onRemove}><DeleteOutlined fontSize="small" /></IconButton>
      </Stack>
      {problem && <Typography role="alert" color="error">{problem}</Typography>}
      <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'flex-end', mt: 0.5 }}>
        {form.purposes.map((purpose) => toggles(translate(`app.consent.purpose.${purpose}`), answers[purpose] ?? null, (answer) => onChange(withAnswer(row, purpose, answer)), [translate('app.consent.paper.set.yes'), translate('app.consent.paper.set.no')]))}
        {form.signers.map((signer) => (
          <Box key={signer} data-step onKeyDown={onKey((answer) => onChange(withSignature(row, signer, answer === 'GIVEN')))}>
            <Typography variant="caption" component="div">{translate('app.consent.paper.set.signed')}</Typography>
            <ToggleButton value={signer} size="small" color="primary" selected={signatures.includes(signer)} disabled={form.signedBy.includes(signer)} onChange={() => onChange(withSignature(row, signer, !signatures.includes(signer)))}>{translate(`app.consent.signer.${signer}`)}</ToggleButton>
          </Box>
        ))}
        <Box data-step onKeyDown={(event) => event.key === 'Enter' && lead(event)}>
          <TextField type="date" size="small" fullWidth={false} label={translate('app.consent.paper.set.day')} value={signedOn} onChange={(event) => onChange({ ...row, signedOn: event.target.value })} slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: form.printedOn } }} sx={{ m: 0 }} />
        </Box>
      </Stack>
    </Card>
  );
}
