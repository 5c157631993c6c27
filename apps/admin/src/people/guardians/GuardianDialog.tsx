import { Alert, Button, Stack, TextField, Typography } from '@mui/material';
import { longestName } from '@mintforge/domain/people';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../../common/ActDialog';
import { useAct, useVerbs } from '../../common/use-act';
import { LanguageFields } from './LanguageFields';
import type { FoundGuardian, Guardian, Slot } from './verbs';

export interface GuardianDialogProps {
  pupilId: string;
  slot: Slot;
  /** The one to change; a new one without. */
  guardian?: Guardian;
  onClose: () => void;
}

const emptyAsNull = (text: string) => text.trim() || null;

/** A new guardian, or other particulars of one. An address that is known offers the person it belongs to, as siblings share guardians. */
export function GuardianDialog({ pupilId, slot, guardian, onClose }: GuardianDialogProps) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const [name, setName] = useState(guardian?.name ?? '');
  const [email, setEmail] = useState(guardian?.email ?? '');
  const [phone, setPhone] = useState(guardian?.phone ?? '');
  const [spoken, setSpoken] = useState({ language: guardian?.language ?? 'de', plain: guardian?.plain ?? false });
  const find = useMutation({ mutationFn: () => (email.trim() ? verbs.findGuardians(email.trim()) : Promise.resolve([])) });
  const input = { name, email: emptyAsNull(email), phone: emptyAsNull(phone), ...spoken };
  const saved = { done: 'app.people.guardians.saved', then: onClose };
  const add = useAct((given, sharesAddress: boolean) => given.addGuardian({ pupilId, slot, input, sharesAddress }), saved);
  const update = useAct((given) => given.updateGuardian({ id: guardian?.id ?? '', version: guardian?.version ?? 0, patch: input }), saved);
  const take = useAct((given, guardianId: string) => given.takeGuardian({ pupilId, slot, guardianId }), saved);
  const save = () => (guardian ? update.mutate() : find.mutate(undefined, { onSuccess: (found) => found.length === 0 && add.mutate(false) }));
  return (
    <ActDialog
      title={translate(guardian ? 'app.people.guardians.change' : 'app.people.guardians.add')}
      act={translate('ra.action.save')}
      onAct={save}
      onClose={onClose}
      acting={add.isPending || update.isPending || find.isPending}
      disabled={!name.trim()}
      error={add.error ?? update.error ?? take.error ?? find.error}
    >
      <TextField label={translate('app.people.guardians.name')} value={name} onChange={(event) => setName(event.target.value)} required autoFocus autoComplete="off" slotProps={{ htmlInput: { maxLength: 2 * longestName } }} />
      <TextField type="email" label={translate('app.people.guardians.email')} value={email} onChange={(event) => { setEmail(event.target.value); find.reset(); }} autoComplete="off" helperText={translate('app.people.guardians.email_hint')} />
      <TextField type="tel" label={translate('app.people.guardians.phone')} value={phone} onChange={(event) => setPhone(event.target.value)} autoComplete="off" />
      <LanguageFields value={spoken} onChange={setSpoken} />
      {!guardian && find.data && find.data.length > 0 && <Offers found={find.data} onTake={(id) => take.mutate(id)} onAdd={() => add.mutate(true)} />}
    </ActDialog>
  );
}

function Offers({ found, onTake, onAdd }: { found: FoundGuardian[]; onTake: (id: string) => void; onAdd: () => void }) {
  const translate = useTranslate();
  const children = ({ wards }: FoundGuardian) => wards.map(({ firstName, lastName, pseudonym }) => [firstName, lastName].filter(Boolean).join(' ') || pseudonym).join(', ');
  return (
    <Alert severity="info">
      <Typography>{translate('app.people.guardians.known')}</Typography>
      <Stack spacing={1} sx={{ mt: 1, alignItems: 'flex-start' }}>
        {found.map((one) => (
          <Button key={one.id} variant="outlined" onClick={() => onTake(one.id)}>{translate('app.people.guardians.take', { name: one.name, children: children(one) })}</Button>
        ))}
        <Button onClick={onAdd}>{translate('app.people.guardians.add_anyway')}</Button>
      </Stack>
    </Alert>
  );
}
