import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { useNumbers } from '../../common/use-numbers';
import { DiscardButton } from './DiscardButton';
import { ImportFindings } from './ImportFindings';
import type { Import } from '../types';

/** What the import would do, row by row; nothing has happened yet. */
export function ImportPreview({ found, onColumns }: { found: Import; onColumns: () => void }) {
  const translate = useTranslate();
  const { whole } = useNumbers();
  const [asking, setAsking] = useState(false);
  const commit = useAct((verbs) => verbs.commitImport(found.id, found.version));
  const { counts } = found;
  if (!counts) return null;
  const changes = counts.create + counts.update > 0;
  return (
    <>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <Typography variant="h2" sx={{ flex: '1 1 12rem' }}>{translate('app.imports.preview.title')}</Typography>
        <DiscardButton id={found.id} />
        <Button onClick={onColumns}>{translate('app.imports.preview.change_columns')}</Button>
        <Button variant="contained" disabled={!changes} onClick={() => setAsking(true)}>{translate('app.imports.preview.commit')}</Button>
      </Stack>
      {!changes && <Alert severity={counts.refuse > 0 ? 'warning' : 'info'} sx={{ mb: 2 }}>{translate(counts.refuse > 0 ? 'app.imports.preview.nothing_usable' : 'app.imports.preview.nothing')}</Alert>}
      <ImportFindings found={found} counts={counts} />
      {asking && (
        <ActDialog title={translate('app.imports.preview.commit_title')} act={translate('app.imports.preview.commit')} onAct={() => commit.mutate()} acting={commit.isPending} error={commit.error} onClose={() => setAsking(false)}>
          <Typography>{translate('app.imports.preview.commit_text', { create: whole(counts.create), update: whole(counts.update) })}</Typography>
        </ActDialog>
      )}
    </>
  );
}
