import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, IconButton, MenuItem, TextField, Tooltip, Typography } from '@mui/material';
import { derivedClasses, type DerivedClass } from '@mintforge/domain/matching';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

export interface ClassDraft {
  key: string;
  id: string | null;
  name: string;
  reason: string;
  derived: DerivedClass | null;
}

export interface ClassFieldsProps {
  draft: ClassDraft;
  /** 1 goes first. */
  rank: number;
  /** Derivations other classes have. */
  taken: readonly DerivedClass[];
  onChange: (draft: ClassDraft) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
}

/** One class: its name, why it is fair that it goes first, who gets in; moved by buttons, so by keyboard, too. */
export function ClassFields({ draft, rank, taken, onChange, onUp, onDown, onRemove }: ClassFieldsProps) {
  const translate = useTranslate();
  const title = draft.name.trim() || translate('app.precedence.classes.unnamed', { rank });
  const button = (key: string, icon: ReactNode, act: (() => void) | undefined) => {
    const words = translate(`app.common.order.${key}`, { title });
    // A tooltip needs something under it that still hears the mouse.
    return <Tooltip title={words}><span><IconButton size="small" disabled={!act} aria-label={words} onClick={act}>{icon}</IconButton></span></Tooltip>;
  };
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, p: 1.5, minWidth: 0 }}>
      <Typography component="legend" variant="body2" sx={{ fontWeight: 600, px: 0.5 }}>{translate('app.precedence.classes.rank', { rank })}</Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr auto' }, alignItems: 'start' }}>
        <TextField required label={translate('app.precedence.classes.name')} value={draft.name} onChange={(event) => onChange({ ...draft, name: event.target.value })} slotProps={{ htmlInput: { maxLength: 100 } }} />
        <TextField select label={translate('app.precedence.classes.who')} value={draft.derived ?? ''} onChange={(event) => onChange({ ...draft, derived: derivedClasses.find((one) => one === event.target.value) ?? null })} helperText={translate(`app.precedence.derived_hint.${draft.derived ?? 'HAND'}`)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{translate('app.precedence.derived.HAND')}</MenuItem>
          {derivedClasses.map((one) => <MenuItem key={one} value={one} disabled={taken.includes(one)}>{translate(`app.precedence.derived.${one}`)}</MenuItem>)}
        </TextField>
        <Box sx={{ whiteSpace: 'nowrap', justifySelf: 'end' }}>
          {button('up', <ArrowUpwardOutlined fontSize="small" />, onUp)}
          {button('down', <ArrowDownwardOutlined fontSize="small" />, onDown)}
          {button('remove', <CloseOutlined fontSize="small" />, onRemove)}
        </Box>
        <TextField required multiline label={translate('app.precedence.classes.reason')} helperText={translate('app.precedence.classes.reason_hint')} value={draft.reason} onChange={(event) => onChange({ ...draft, reason: event.target.value })} slotProps={{ htmlInput: { maxLength: 500 } }} sx={{ gridColumn: { md: '1 / 3' } }} />
      </Box>
    </Box>
  );
}
