import { Button, FormControlLabel, Radio, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { dayText, StateChip } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { isList, usualPick, type MergeField, type MergePick, type MergePicks } from './merge-fields';
import type { Organisation } from '../types';

const vocabularies: Partial<Record<MergeField, string>> = { roles: 'role', schoolKinds: 'school_kind', stage: 'stage' };

/** A field's value in words. */
function useValueText() {
  const translate = useTranslate();
  const locale = useLocale();
  return (field: MergeField, value: Organisation[MergeField]): string => {
    if (value === null || value.length === 0) return translate('app.duplicates.empty');
    const texts = vocabularies[field];
    const word = (one: string) => (texts ? translate(`app.partners.${texts}.${one}`) : one);
    if (Array.isArray(value)) return value.map(word).join(', ');
    return field === 'closedOn' ? dayText(value as string, locale) : word(value as string);
  };
}

interface MergeTableProps {
  survivor: Organisation;
  absorbed: Organisation;
  fields: readonly MergeField[];
  picks: MergePicks;
  onPick: (picks: MergePicks) => void;
}

/** One row per field that differs, the choice beside each value. */
export function MergeTable({ survivor, absorbed, fields, picks, onPick }: MergeTableProps) {
  const translate = useTranslate();
  const text = useValueText();
  const label = (field: MergeField) => translate(`resources.organisations.fields.${field}`);
  const pickOf = (field: MergeField) => picks[field] ?? usualPick(field, survivor, absorbed);
  const choice = (field: MergeField, pick: MergePick, side: Organisation) => (
    <FormControlLabel
      sx={{ m: 0, alignItems: 'flex-start', '& .MuiRadio-root': { py: 0.25, pl: 0 } }}
      control={<Radio size="small" name={field} value={pick} checked={pickOf(field) === pick} onChange={() => onPick({ ...picks, [field]: pick })} slotProps={{ input: { 'aria-label': `${label(field)}: ${text(field, side[field])}` } }} />}
      label={<Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line', fontWeight: pickOf(field) === pick || pickOf(field) === 'BOTH' ? 600 : 400 }}>{text(field, side[field])}</Typography>}
    />
  );
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('app.duplicates.merge.title')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '18%' }}>{translate('app.duplicates.merge.field')}</TableCell>
            <TableCell sx={{ width: '37%' }}><StateChip label={translate('app.duplicates.merge.survivor')} tone="success" /> {survivor.name}</TableCell>
            <TableCell sx={{ width: '37%' }}><StateChip label={translate('app.duplicates.merge.absorbed')} /> {absorbed.name}</TableCell>
            <TableCell component="td" />
          </TableRow>
        </TableHead>
        <TableBody>
          {fields.map((field) => (
            <TableRow key={field} sx={{ '&:last-child th': { borderBottom: 0 } }}>
              <TableCell component="th" scope="row">{label(field)}</TableCell>
              <TableCell>{choice(field, 'SURVIVOR', survivor)}</TableCell>
              <TableCell>{choice(field, 'ABSORBED', absorbed)}</TableCell>
              <TableCell>
                {isList(field) && <Button size="small" variant={pickOf(field) === 'BOTH' ? 'contained' : 'outlined'} aria-pressed={pickOf(field) === 'BOTH'} onClick={() => onPick({ ...picks, [field]: 'BOTH' })}>{translate('app.duplicates.merge.both')}</Button>}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
