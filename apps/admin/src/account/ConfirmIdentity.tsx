import { TextField, Typography } from '@mui/material';
import { codeOf, useSignedIn } from '@mintforge/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { ActDialog } from '../common/ActDialog';
import { session } from '../connection';

const { confirmation } = session;

/** Asks who is there while a grave act waits for it, on whatever page; the act then goes on by itself. */
export function ConfirmIdentity() {
  const asked = useSyncExternalStore(confirmation.subscribe, confirmation.isAsked);
  return asked && <ConfirmDialog />;
}

function ConfirmDialog() {
  const translate = useTranslate();
  const signedIn = useSignedIn(session);
  const [entered, setEntered] = useState('');
  const confirm = useMutation({ mutationFn: session.confirm });
  // Who set up a second factor a moment ago elsewhere is told so by the API.
  const byCode = signedIn?.secondFactor === true || codeOf(confirm.error)?.startsWith('SECOND_FACTOR') === true;
  const field = byCode
    ? { label: translate('app.sign_in.code'), helperText: translate('app.sign_in.code_hint'), autoComplete: 'one-time-code', slotProps: { htmlInput: { inputMode: 'text' as const, maxLength: 40 } } }
    : { label: translate('app.account.confirm.password'), type: 'password', autoComplete: 'current-password', slotProps: { htmlInput: { maxLength: 128 } } };
  return (
    <ActDialog
      title={translate('app.account.confirm.title')}
      act={translate('app.account.confirm.act')}
      onAct={() => confirm.mutate(byCode ? { code: entered } : { password: entered }, { onError: () => setEntered('') })}
      onClose={confirmation.refused}
      acting={confirm.isPending}
      disabled={entered.trim() === ''}
      error={confirm.error}
    >
      <Typography>{translate('app.account.confirm.why')}</Typography>
      <TextField key={field.autoComplete} {...field} required autoFocus value={entered} onChange={(event) => setEntered(event.target.value)} />
    </ActDialog>
  );
}
