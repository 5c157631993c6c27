import { Alert, Button, Link as MuiLink } from '@mui/material';
import { codeOf, type Credentials } from '@mintforge/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { email, Form, PasswordInput, required, TextInput, useCheckAuth, useLogin, useRedirect, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { PublicPage } from './PublicPage';

const secondFactorCodes = new Set(['SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_WRONG']);

/** Sign-in by e-mail and password, with the code of the second factor when the API asks for one. */
export function SignInPage() {
  const translate = useTranslate();
  const login = useLogin();
  const checkAuth = useCheckAuth();
  const redirect = useRedirect();
  const { mutate, error, isPending } = useMutation({ mutationFn: (credentials: Credentials) => login(credentials) });
  const code = codeOf(error);
  const askForCode = code !== undefined && secondFactorCodes.has(code);

  useEffect(() => {
    checkAuth({}, false).then(() => redirect('/'), () => undefined);
  }, [checkAuth, redirect]);

  return (
    <PublicPage title={translate('ra.auth.sign_in')}>
      <Form onSubmit={(values: FieldValues) => mutate(values as Credentials)} noValidate>
        {error && <Alert severity={code === 'SECOND_FACTOR_REQUIRED' ? 'info' : 'error'} sx={{ mb: 1 }}>{error.message}</Alert>}
        <TextInput source="email" label="ra.auth.email" type="email" autoComplete="username" validate={[required(), email()]} autoFocus helperText={false} />
        <PasswordInput source="password" label="ra.auth.password" autoComplete="current-password" validate={required()} helperText={false} />
        {askForCode && <TextInput source="code" label="app.sign_in.code" autoComplete="one-time-code" inputMode="numeric" validate={required()} autoFocus helperText="app.sign_in.code_hint" />}
        <Button type="submit" variant="contained" size="large" fullWidth loading={isPending} sx={{ mt: 2 }}>{translate('ra.auth.sign_in')}</Button>
      </Form>
      <MuiLink component={Link} to="/password/forgot" sx={{ display: 'inline-block', mt: 2 }}>{translate('app.sign_in.forgot')}</MuiLink>
    </PublicPage>
  );
}
