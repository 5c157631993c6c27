import { Alert, Button } from '@mui/material';
import { Panel } from '@mintforge/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, minLength, PasswordInput, required, useDataProvider, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import type { ConsoleProvider } from '../verbs';

const must = required();
const longEnough = [must, minLength(12)];
const sameAgain = (repeated: string, { next }: { next?: string }) => (repeated === next ? undefined : 'app.reset.differs');
const sameTwice = [must, sameAgain];

/** Changes one's own password; the API ends all other sessions. */
export function PasswordForm() {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleProvider>();
  const queries = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const change = useMutation({
    mutationFn: ({ current, next }: FieldValues) => provider.post('/auth/password/change', { current: current as string, next: next as string }),
    onSuccess: () => {
      // A fresh form, so that no password stays in it.
      setAttempt((before) => before + 1);
      return queries.invalidateQueries({ queryKey: ['own sessions'] });
    },
  });
  return (
    <Panel title={translate('app.account.password')}>
      {change.isSuccess && <Alert severity="success" sx={{ mb: 1 }}>{translate('app.account.changed')}</Alert>}
      {change.error && <Alert severity="error" sx={{ mb: 1 }}>{change.error.message}</Alert>}
      <Form key={attempt} onSubmit={(values: FieldValues) => change.mutate(values)} noValidate>
        <PasswordInput source="current" label="app.account.current" autoComplete="current-password" validate={must} helperText={false} />
        <PasswordInput source="next" label="app.reset.password" autoComplete="new-password" validate={longEnough} helperText="app.reset.hint" />
        <PasswordInput source="repeated" label="app.reset.repeat" autoComplete="new-password" validate={sameTwice} helperText={false} />
        <Button type="submit" variant="contained" loading={change.isPending} sx={{ mt: 1.5 }}>{translate('app.account.change')}</Button>
      </Form>
    </Panel>
  );
}
