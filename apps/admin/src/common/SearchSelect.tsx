import { Autocomplete, TextField } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Page } from './page';
import { useSettled } from './use-settled';

export interface SearchSelectProps<Row> {
  /** Names the query. */
  asked: readonly unknown[];
  /** The first rows that fit what was typed, null for nothing typed. */
  search: (q: string | null) => Promise<Page<Row>>;
  nameOf: (row: Row) => string;
  value: Row | null;
  onChange: (row: Row | null) => void;
  label: string;
  autoFocus?: boolean;
  required?: boolean;
}

/** Finds one of many by typing; the API searches. */
export function SearchSelect<Row extends { id: string }>({ asked, search, nameOf, value, onChange, ...field }: SearchSelectProps<Row>) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed).trim() || null;
  const { data, isFetching } = useQuery({ queryKey: [...asked, q], queryFn: () => search(q), placeholderData: keepPreviousData });
  return (
    <Autocomplete
      options={data?.items ?? []}
      value={value}
      onChange={(_, chosen) => onChange(chosen)}
      onInputChange={(_, text, cause) => {
        if (cause === 'input' || cause === 'clear') setTyped(text);
      }}
      filterOptions={(options) => options}
      getOptionLabel={nameOf}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      loading={isFetching}
      renderInput={(props) => <TextField {...props} {...field} />}
      noOptionsText={translate('app.common.nothing_found')}
      loadingText={translate('kit.loading')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
    />
  );
}
