import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { StateChip } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Rows, type Column } from '../../common/Rows';
import { useAct } from '../../common/use-act';
import { DiscardButton } from './DiscardButton';
import { choose, chosenOf, isDoubtful, missingOf, samplesOf, unusedOf, type Chosen } from './import-columns';
import type { Import } from '../types';

/** No header reads like this, so it stands for "none of them". */
const missingHeader = '\u0000';

/** Says which column of the file fills which field; suggestions are filled in. */
export function ImportColumns({ found, onPreview }: { found: Import; onPreview: () => void }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState<Chosen>(() => chosenOf(found.columns));
  const missing = missingOf(found.columns, chosen);
  const unused = unusedOf(found.headers, chosen);
  const preview = useAct(async (verbs) => {
    const columns = Object.entries(chosen).flatMap(([target, column]) => (column === null ? [] : [{ target, column }]));
    const { version } = await verbs.setImportMapping({ id: found.id, version: found.version, columns });
    return verbs.previewImport(found.id, version);
  }, { then: onPreview });
  const field = (target: string) => translate(`app.imports.field.${target}`, { _: target });
  const headerText = (header: string) => header || translate('app.imports.columns.untitled');
  const columns: Column<Import['columns'][number]>[] = [
    {
      label: 'app.imports.columns.field',
      width: '26%',
      cell: ({ target, required }) => (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center', minHeight: 36 }}>
          <Typography variant="body2" sx={{ fontWeight: required ? 650 : 400 }}>{field(target)}</Typography>
          {required && <Typography variant="body2" color="textSecondary">({translate('app.imports.columns.required')})</Typography>}
        </Stack>
      ),
    },
    {
      label: 'app.imports.columns.column',
      width: '34%',
      cell: (target) => (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <TextField
            select
            margin="none"
            // By place, as a real file may leave a column without a header.
            value={found.headers.indexOf(chosen[target.target] ?? missingHeader)}
            onChange={(event) => setChosen(choose(chosen, target.target, found.headers[Number(event.target.value)] ?? null))}
            slotProps={{ select: { native: true }, htmlInput: { 'aria-label': `${translate('app.imports.columns.column')}: ${field(target.target)}` } }}
            sx={chosen[target.target] == null ? { '& select': { color: 'text.secondary' } } : undefined}
          >
            <option value={-1}>{translate('app.imports.columns.none')}</option>
            {found.headers.map((header, at) => <option key={header} value={at}>{headerText(header)}</option>)}
          </TextField>
          {isDoubtful(target, chosen[target.target] ?? null) && <StateChip label={translate('app.imports.columns.unsure')} tone="warning" />}
        </Stack>
      ),
    },
    {
      label: 'app.imports.columns.sample',
      cell: ({ target }) => {
        const column = chosen[target];
        return column == null ? null : <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere', pt: 1 }}>{samplesOf(found, column).map((value) => value || translate('app.imports.columns.empty_value')).join(' · ')}</Typography>;
      },
    },
  ];
  return (
    <>
      <Typography variant="h2">{translate('app.imports.columns.title')}</Typography>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{translate(found.remembered ? 'app.imports.columns.remembered' : 'app.imports.columns.hint')}</Typography>
      <Rows title={translate('app.imports.columns.title')} columns={columns} rows={found.columns} keyOf={({ target }) => target} />
      {unused.length > 0 && <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>{translate('app.imports.columns.unused', { columns: unused.map(headerText).join(', ') })}</Typography>}
      {missing.length > 0 && <Alert severity="warning" sx={{ mt: 2 }}>{translate('app.imports.columns.missing', { fields: missing.map(field).join(', ') })}</Alert>}
      {preview.error && <Alert severity="error" sx={{ mt: 2 }}>{preview.error.message}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <Button variant="contained" loading={preview.isPending} disabled={missing.length > 0} onClick={() => preview.mutate()}>{translate('app.imports.columns.to_preview')}</Button>
        <DiscardButton id={found.id} />
      </Box>
    </>
  );
}
