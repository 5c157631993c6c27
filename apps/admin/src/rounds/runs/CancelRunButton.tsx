import { Alert, Button } from '@mui/material';
import { Allowed } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';

/** Stops a run that is still being computed; nothing of it stays but the row. */
export function CancelRunButton({ runId }: { runId: string }) {
  const translate = useTranslate();
  const cancel = useAct((verbs) => verbs.cancelRun(runId), { done: 'app.runs.cancelled' });
  return (
    <Allowed to="matching.run">
      {cancel.error && <Alert severity="error" sx={{ mb: 1 }}>{cancel.error.message}</Alert>}
      <Button size="small" color="error" loading={cancel.isPending} onClick={() => cancel.mutate()}>{translate('app.runs.cancel')}</Button>
    </Allowed>
  );
}
