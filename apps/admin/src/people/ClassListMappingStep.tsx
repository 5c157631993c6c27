import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { classListTargets, type ClassListTarget } from '@mintforge/domain/people';
import { dayText, DesignedError, ListSkeleton } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Rows } from '../common/Rows';
import { hasNames, withMeaning } from './class-list';
import type { ClassListMapping, ClassListRow } from './types';
import { usePreview } from './use-preview';

interface MappingStepProps {
  fileId: string;
  groupId: string;
  /** What was chosen before, when one comes back to this step; absent, what the API suggests. */
  given?: ClassListMapping;
  onMapped: (mapping: ClassListMapping) => void;
}

/** Says what each column means; what was recognised is filled in, and the first rows show at once how they are read. */
export function ClassListMappingStep({ fileId, groupId, given, onMapped }: MappingStepProps) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState(given);
  const { data, error, refetch } = usePreview(fileId, groupId, chosen);
  if (error && !data) return <DesignedError error={error} onRetry={() => void refetch()} />;
  if (!data) return <ListSkeleton rows={6} />;
  const mapping = chosen ?? data.mapping;
  const ready = hasNames(mapping);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onMapped(mapping);
      }}
    >
      <Typography variant="h2">{translate('app.people.class_list.mapping_title')}</Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.people.class_list.mapping_hint')}</Typography>
      <Table size="small" sx={{ maxWidth: 640 }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('app.people.class_list.column')}</TableCell>
            <TableCell>{translate('app.people.class_list.meaning')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {data.headers.map((header) => (
            <TableRow key={header}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600, overflowWrap: 'anywhere', 'tr:last-child > &': { borderBottom: 0 } }}>{header}</TableCell>
              <TableCell sx={{ width: '55%' }}>
                <MeaningSelect column={header} mapping={mapping} onChange={setChosen} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {!ready && <Alert severity="warning" sx={{ mt: 2 }}>{translate('app.people.class_list.names_missing')}</Alert>}
      {ready && error && <Alert severity="error" sx={{ mt: 2 }}>{error.message}</Alert>}
      {ready && !error && <Sample rows={data.rows.slice(0, 3)} />}
      <Box sx={{ mt: 2 }}>
        <Button type="submit" variant="contained" disabled={!ready || error !== null}>{translate('app.people.class_list.to_rows')}</Button>
      </Box>
    </form>
  );
}

function MeaningSelect({ column, mapping, onChange }: { column: string; mapping: ClassListMapping; onChange: (mapping: ClassListMapping) => void }) {
  const translate = useTranslate();
  const target = mapping.find((entry) => entry.column === column)?.target ?? '';
  return (
    <TextField
      select
      margin="none"
      value={target}
      onChange={(event) => onChange(withMeaning(mapping, column, (event.target.value || null) as ClassListTarget | null))}
      slotProps={{ select: { native: true }, htmlInput: { 'aria-label': `${translate('app.people.class_list.meaning')}: ${column}` } }}
      sx={target ? undefined : { '& select': { color: 'text.secondary' } }}
    >
      <option value="">{translate('app.people.class_list.ignore')}</option>
      {classListTargets.map((option) => <option key={option} value={option}>{translate(`app.people.class_list.target.${option}`)}</option>)}
    </TextField>
  );
}

function Sample({ rows }: { rows: readonly ClassListRow[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const title = translate('app.people.class_list.sample');
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>{title}</Typography>
      <Rows
        title={title}
        rows={rows}
        keyOf={({ row }) => String(row)}
        columns={[
          { label: 'app.people.field.first_name', cell: ({ firstName }) => firstName },
          { label: 'app.people.field.last_name', cell: ({ lastName }) => lastName },
          { label: 'app.people.field.birth_date', cell: ({ birthDate }) => birthDate && dayText(birthDate, locale) },
          { label: 'app.people.field.grade', cell: ({ grade }) => grade },
          { label: 'app.people.field.interests', cell: ({ interests }) => interests.map((topic) => translate(`app.topics.${topic}`)).join(', ') },
          { label: 'app.people.class_list.wishes', cell: ({ wishes }) => wishes.map(({ text }) => text).join(' · ') },
        ]}
      />
    </Box>
  );
}
