import { Alert, Box, Button } from '@mui/material';
import { berlinDateTime } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { ImportFindings } from './ImportFindings';
import type { Import } from '../types';

/** What an import did, and the way to take it back as a whole. */
export function ImportResult({ found }: { found: Import }) {
  const translate = useTranslate();
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const { id, version, state, counts, committedAt, undoneAt } = found;
  const undo = useAct((verbs) => verbs.undoImport(id, version), { done: 'app.imports.result.undo_done', then: () => setAsking(false) });
  const at = state === 'UNDONE' ? undoneAt : committedAt;
  return (
    <>
      <Alert severity={state === 'UNDONE' ? 'info' : 'success'} sx={{ mb: 2 }}>
        {translate(state === 'UNDONE' ? 'app.imports.result.undone' : 'app.imports.result.done', { at: at ? berlinDateTime(at, locale) : '' })}
      </Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        <Button component={Link} to="/organisations" variant="contained">{translate('app.imports.result.to_list')}</Button>
        <Button component={Link} to="/imports/create">{translate('app.imports.result.next')}</Button>
        {state === 'COMMITTED' && <Button color="error" onClick={() => setAsking(true)}>{translate('app.imports.result.undo')}</Button>}
      </Box>
      {counts && <ImportFindings found={found} counts={counts} />}
      {asking && (
        <ActDialog title={translate('app.imports.result.undo_title')} act={translate('app.imports.result.undo')} onAct={() => undo.mutate()} acting={undo.isPending} error={undo.error} onClose={() => setAsking(false)}>
          {translate('app.imports.result.undo_text')}
        </ActDialog>
      )}
    </>
  );
}
