import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import type { Controller } from './types';

const fields = ['name', 'address', 'contact', 'officer', 'authority'] as const;
const empty: Controller = { name: '', address: '', contact: '', officer: '', authority: '' };

/** Who is responsible, as every text and receipt from now on names it. */
export function ControllerDialog({ controller, onClose }: { controller: Controller | null; onClose: () => void }) {
  const translate = useTranslate();
  const [draft, setDraft] = useState(controller ?? empty);
  const save = useAct((verbs) => verbs.setController(draft), { done: 'app.consent.controller.saved', then: onClose });
  return (
    <ActDialog title={translate('app.consent.controller.title')} act={translate('ra.action.save')} onAct={() => save.mutate()} onClose={onClose} acting={save.isPending} disabled={fields.some((field) => draft[field].trim() === '')} error={save.error}>
      <Typography>{translate('app.consent.controller.hint')}</Typography>
      {fields.map((field) => <TextField key={field} required label={translate(`app.consent.controller.field.${field}`)} value={draft[field]} onChange={(event) => setDraft({ ...draft, [field]: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />)}
    </ActDialog>
  );
}
