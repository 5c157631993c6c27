import { Alert, Button, Link as MuiLink, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { email, Form, required, TextInput, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { http } from '../connection';
import { PublicPage } from './PublicPage';

/** Asks for a link to set a new password. The answer is the same for known and unknown addresses. */
export function ForgotPage() {
  const translate = useTranslate();
  const { mutate, error, isPending, isSuccess } = useMutation({ mutationFn: (values: object) => http.json('/auth/password/forgot', values) });
  return (
    <PublicPage title={translate('app.forgot.title')}>
      {isSuccess ? (
        <Alert severity="success">{translate('app.forgot.sent')}</Alert>
      ) : (
        <Form onSubmit={(values: FieldValues) => mutate(values)} noValidate>
          <Typography color="textSecondary" sx={{ mb: 1 }}>{translate('app.forgot.hint')}</Typography>
          {error && <Alert severity="error" sx={{ mb: 1 }}>{error.message}</Alert>}
          <TextInput source="email" label="ra.auth.email" type="email" autoComplete="username" validate={[required(), email()]} autoFocus helperText={false} />
          <Button type="submit" variant="contained" size="large" fullWidth loading={isPending} sx={{ mt: 2 }}>{translate('app.forgot.send')}</Button>
        </Form>
      )}
      <MuiLink component={Link} to="/login" sx={{ display: 'inline-block', mt: 2 }}>{translate('app.sign_in.back')}</MuiLink>
    </PublicPage>
  );
}
