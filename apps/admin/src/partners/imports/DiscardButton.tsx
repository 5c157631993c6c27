import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';

/** Throws an import away that is not in force, with its file. */
export function DiscardButton({ id }: { id: string }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const discard = useAct((verbs) => verbs.delete('imports', { id }), { done: 'app.imports.preview.discarded', then: () => void navigate('/imports') });
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>{translate('app.imports.preview.discard')}</Button>
      {asking && (
        <ActDialog title={translate('app.imports.preview.discard_title')} act={translate('app.imports.preview.discard')} onAct={() => discard.mutate()} acting={discard.isPending} error={discard.error} onClose={() => setAsking(false)}>
          {translate('app.imports.preview.discard_text')}
        </ActDialog>
      )}
    </>
  );
}
