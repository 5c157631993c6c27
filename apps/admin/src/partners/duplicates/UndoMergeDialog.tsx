import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';

/** Takes a merge back after asking once. */
export function UndoMergeDialog({ mergeId, name, onClose }: { mergeId: string; name: string; onClose: () => void }) {
  const translate = useTranslate();
  const undo = useAct((verbs) => verbs.undoMerge(mergeId), { done: 'app.partners.history.undo_merge_done', then: onClose });
  return (
    <ActDialog title={translate('app.partners.history.undo_merge_title')} act={translate('app.partners.history.undo_merge')} onAct={() => undo.mutate()} acting={undo.isPending} error={undo.error} onClose={onClose}>
      {translate('app.partners.history.undo_merge_text', { name })}
    </ActDialog>
  );
}
