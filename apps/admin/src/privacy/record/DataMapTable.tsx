import { Card, Checkbox, FormControlLabel, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { dataClasses, requestSubjects, retentionClasses, type RetentionClass } from '@mintforge/domain/privacy';
import { BlockSkeleton, DesignedEmpty, DesignedError, StateChip, type Tone } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Rows } from '../../common/Rows';
import { useVerbs } from '../../common/use-act';
import { mapRows, wholeMap, type MapFilter, type MapRow } from './map-rows';
import type { MappedColumn } from './types';
import { useRecordWords } from './use-record-words';

const tones: Record<MappedColumn['dataClass'], Tone> = { C2: 'neutral', C3: 'info', C4: 'warning', C5: 'error' };

/** Every column of the database: of whom it tells, why, how it rests and for how long. */
export function DataMapTable() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const words = useRecordWords();
  const [filter, setFilter] = useState(wholeMap);
  const { data: map, error, refetch } = useQuery({ queryKey: ['data-map'], queryFn: () => verbs.dataMap() });
  if (error) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!map) return <BlockSkeleton height={480} />;

  const change = (part: Partial<MapFilter>) => setFilter((before) => ({ ...before, ...part }));
  const subjectsOf = ({ table, said }: MapRow) => (said?.of ? words.subject[said.of] : [...new Set(table.subjects.map(({ kind }) => words.subject[kind]))].join(', '));
  const wordsOf = (row: MapRow) => (row.said ? `${words.purpose[row.said.purpose]} ${words.category[row.said.category]} ${subjectsOf(row)}` : '');
  const rows = mapRows(map, filter, wordsOf);
  const choice = (key: 'dataClass' | 'retention' | 'subject', options: readonly [string, string][]) => (
    <TextField select fullWidth={false} size="small" label={translate(`app.record.filter.${key}`)} value={filter[key]} onChange={({ target }) => change({ [key]: target.value })} sx={{ minWidth: '11rem' }}>
      <MenuItem value="">{translate('app.record.filter.all')}</MenuItem>
      {options.map(([value, label]) => <MenuItem key={value} value={value}>{label}</MenuItem>)}
    </TextField>
  );
  return (
    <>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <TextField fullWidth={false} size="small" label={translate('app.record.filter.q')} value={filter.q} onChange={({ target }) => change({ q: target.value })} sx={{ flex: '1 1 12rem' }} />
        {choice('subject', requestSubjects.map((subject) => [subject, words.subject[subject]]))}
        {choice('dataClass', dataClasses.map((dataClass) => [dataClass, `${dataClass} ${words.dataClass[dataClass]}`]))}
        {choice('retention', retentionClasses.map((retention) => [retention, words.retention[retention]]))}
        <FormControlLabel control={<Checkbox checked={filter.personalOnly} onChange={({ target }) => change({ personalOnly: target.checked })} />} label={translate('app.record.filter.personal')} />
      </Stack>
      <Typography role="status" variant="body2" color="textSecondary" sx={{ mb: 1 }}>{translate('app.record.found', { smart_count: rows.length })}</Typography>
      <Card>
        {rows.length === 0 ? <DesignedEmpty title="app.record.nothing" hint="app.record.nothing_hint" /> : (
          <Rows
            title={translate('app.record.part.map')} rows={rows} keyOf={({ id }) => id}
            columns={[
              { label: 'app.record.column.name', cell: ({ table, column }) => <code>{table.table}.<wbr />{column}</code> },
              { label: 'app.record.column.subject', cell: (row) => (row.said ? subjectsOf(row) || translate('app.record.nobodys') : '') },
              { label: 'app.record.column.category', cell: ({ said }) => (said ? words.category[said.category] : translate('app.record.internal')) },
              { label: 'app.record.column.data_class', cell: ({ said }) => said && <StateChip label={said.dataClass} tone={tones[said.dataClass]} /> },
              { label: 'app.record.column.purpose', cell: ({ said }) => said && words.purpose[said.purpose] },
              { label: 'app.record.column.rest', cell: ({ said }) => said && words.rest[said.rest] },
              { label: 'app.record.column.retention', cell: ({ table }) => words.retention[table.retention as RetentionClass] },
            ]}
          />
        )}
      </Card>
    </>
  );
}
