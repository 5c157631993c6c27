import { Alert, Button, Link as MuiLink } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { Form, minLength, PasswordInput, required, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { Link, useSearchParams } from 'react-router-dom';
import { http } from '../connection';
import { PublicPage } from './PublicPage';

const longEnough = minLength(12);
const sameAgain = (repeated: string, { password }: { password?: string }) => (repeated === password ? undefined : 'app.reset.differs');

/** Sets a new password with the single-use link from the mail. */
export function ResetPage() {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: (password: string) => http.json('/auth/password/reset', { token: search.get('token') ?? '', password }),
  });
  return (
    <PublicPage title={translate('app.reset.title')}>
      {isSuccess ? (
        <Alert severity="success">{translate('app.reset.done')}</Alert>
      ) : (
        <Form onSubmit={({ password }: FieldValues) => mutate(password as string)} noValidate>
          {error && <Alert severity="error" sx={{ mb: 1 }}>{error.message}</Alert>}
          <PasswordInput source="password" label="app.reset.password" autoComplete="new-password" validate={[required(), longEnough]} helperText="app.reset.hint" autoFocus />
          <PasswordInput source="repeated" label="app.reset.repeat" autoComplete="new-password" validate={[required(), sameAgain]} helperText={false} />
          <Button type="submit" variant="contained" size="large" fullWidth loading={isPending} sx={{ mt: 2 }}>{translate('app.reset.save')}</Button>
        </Form>
      )}
      <MuiLink component={Link} to="/login" sx={{ display: 'inline-block', mt: 2 }}>{translate('app.sign_in.back')}</MuiLink>
    </PublicPage>
  );
}
