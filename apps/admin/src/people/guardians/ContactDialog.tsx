import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct } from '../../common/use-act';
import { LanguageFields } from './LanguageFields';
import type { Contact } from './verbs';

/** The own address of a pupil who signs. */
export function ContactDialog({ pupilId, contact, onClose }: { pupilId: string; contact: Contact; onClose: () => void }) {
  const translate = useTranslate();
  const [email, setEmail] = useState(contact?.email ?? '');
  const [spoken, setSpoken] = useState({ language: contact?.language ?? 'de', plain: contact?.plain ?? false });
  const save = useAct((verbs) => verbs.setPupilContact({ pupilId, email: email.trim() || null, ...spoken }), { done: 'app.people.guardians.saved', then: onClose });
  return (
    <ActDialog title={translate('app.people.guardians.own_title')} act={translate('ra.action.save')} onAct={() => save.mutate()} onClose={onClose} acting={save.isPending} error={save.error}>
      <Typography color="textSecondary">{translate('app.people.guardians.own_hint')}</Typography>
      <TextField type="email" label={translate('app.people.guardians.email')} value={email} onChange={(event) => setEmail(event.target.value)} autoFocus autoComplete="off" />
      <LanguageFields value={spoken} onChange={setSpoken} />
    </ActDialog>
  );
}
