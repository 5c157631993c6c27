import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button, Typography } from '@mui/material';
import { maxClasses } from '@mintforge/domain/matching';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import type { Round } from '../types';
import { ClassFields, type ClassDraft } from './ClassFields';
import type { RoundClass } from './verbs';

/** A class not yet saved; the key is its own, for it has no id before that. */
const newDraft = (): ClassDraft => ({ key: crypto.randomUUID(), id: null, name: '', reason: '', derived: null });

/** Names, reasons and order of all classes of a round at once; participants stay in those that stay. */
export function ClassesDialog({ round, classes, onClose }: { round: Round; classes: RoundClass[]; onClose: () => void }) {
  const translate = useTranslate();
  const [drafts, setDrafts] = useState<ClassDraft[]>(() => (classes.length > 0 ? classes.map(({ id, name, reason, derived }) => ({ key: id, id, name, reason, derived })) : [newDraft()]));
  const save = useAct((verbs) => verbs.setRoundClasses(round.id, round.version, drafts.map(({ id, name, reason, derived }) => ({ id, name: name.trim(), reason: reason.trim(), derived }))), { done: 'app.precedence.classes.saved', then: onClose });
  const change = (at: number, draft: ClassDraft) => setDrafts(drafts.with(at, draft));
  const move = (at: number, to: number) => setDrafts(drafts.toSpliced(at, 1).toSpliced(to, 0, drafts[at] as ClassDraft));
  const incomplete = drafts.some(({ name, reason }) => !name.trim() || !reason.trim());
  const emptied = classes.filter(({ id, assigned }) => assigned > 0 && !drafts.some((draft) => draft.id === id));
  return (
    <ActDialog wide title={translate('app.precedence.classes.title')} act={translate('ra.action.save')} disabled={incomplete} onAct={() => save.mutate()} acting={save.isPending} error={save.error} onClose={onClose}>
      <Typography color="textSecondary">{translate('app.precedence.classes.edit_hint', { most: maxClasses })}</Typography>
      {drafts.map((draft, at) => (
        <ClassFields
          key={draft.key}
          draft={draft}
          rank={at + 1}
          taken={drafts.flatMap(({ key, derived }) => (derived && key !== draft.key ? [derived] : []))}
          onChange={(changed) => change(at, changed)}
          onUp={at > 0 ? () => move(at, at - 1) : undefined}
          onDown={at < drafts.length - 1 ? () => move(at, at + 1) : undefined}
          onRemove={() => setDrafts(drafts.toSpliced(at, 1))}
        />
      ))}
      {drafts.length === 0 && <Typography>{translate('app.precedence.classes.none')}</Typography>}
      {emptied.map(({ id, name, assigned }) => <Typography key={id} role="status">{translate('app.precedence.classes.emptied', { name, smart_count: assigned })}</Typography>)}
      {drafts.length < maxClasses && <Button startIcon={<AddOutlined />} onClick={() => setDrafts([...drafts, newDraft()])} sx={{ alignSelf: 'flex-start' }}>{translate('app.precedence.classes.add')}</Button>}
    </ActDialog>
  );
}
