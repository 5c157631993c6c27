import { Autocomplete, TextField } from '@mui/material';
import { berlinPeriod } from '@mintforge/ui-kit';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { RoundOccurrence } from '../types';

export interface OccurrenceSelectProps {
  occurrences: readonly RoundOccurrence[];
  /** Id of the one chosen. */
  value: string | null;
  onChange: (id: string | null) => void;
  label: string;
  helperText?: ReactNode;
  autoFocus?: boolean;
  required?: boolean;
}

/** Finds one occurrence of a round by number, title or day. */
export function OccurrenceSelect({ occurrences, value, onChange, label, helperText, autoFocus, required }: OccurrenceSelectProps) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <Autocomplete
      options={occurrences}
      value={occurrences.find(({ id }) => id === value) ?? null}
      onChange={(_, chosen) => onChange(chosen?.id ?? null)}
      getOptionLabel={({ number, title, startsAt, endsAt }) => `${number} · ${title} · ${berlinPeriod(startsAt, endsAt, locale)}`}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      renderInput={(props) => <TextField {...props} label={label} helperText={helperText} autoFocus={autoFocus} required={required} />}
      noOptionsText={translate('app.common.nothing_found')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
    />
  );
}
