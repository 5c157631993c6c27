import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { codeOf, DesignedError, Panel } from '@mintforge/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { Form, required, TextInput, Title, useDataProvider, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { session } from '../connection';
import type { ConsoleProvider } from '../verbs';
import { QrCode } from './QrCode';

interface Enrolment {
  secret: string;
  uri: string;
}

/** Sets up the second factor: scan, confirm with a code, keep the recovery codes. */
export function SecondFactorPage() {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleProvider>();
  const start = useMutation({ mutationFn: (code?: string) => provider.post<Enrolment>('/auth/totp/start', code ? { code } : {}) });
  const confirm = useMutation({
    mutationFn: (code: string) => provider.post<{ recoveryCodes: string[] }>('/auth/totp/confirm', { code }),
    // What the account may do, and how it proves who it is, has changed; the codes are shown whether or not that is learnt at once.
    onSuccess: () => void session.renew().catch(() => undefined),
  });
  const enrolment = start.data;
  const refused = codeOf(start.error) ?? '';

  return (
    <Box sx={{ maxWidth: 640, mt: 2 }}>
      <Title title={translate('app.second_factor.title')} />
      <Panel title={translate(confirm.data ? 'app.second_factor.codes_title' : 'app.second_factor.set_up')}>
        {confirm.data ? (
          <RecoveryCodes codes={confirm.data.recoveryCodes} />
        ) : enrolment ? (
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={3}>
            <QrCode text={enrolment.uri} label={translate('app.second_factor.qr')} />
            <Box sx={{ flex: 1 }}>
              <Typography>{translate('app.second_factor.scan')}</Typography>
              <Typography sx={{ fontFamily: 'monospace', my: 1, overflowWrap: 'anywhere' }}>{enrolment.secret}</Typography>
              <Form onSubmit={({ code }: FieldValues) => confirm.mutate(code as string)} noValidate>
                {confirm.error && <Alert severity="error">{confirm.error.message}</Alert>}
                <TextInput source="code" label="app.sign_in.code" autoComplete="one-time-code" inputMode="numeric" validate={required()} helperText={false} autoFocus />
                <Button type="submit" variant="contained" loading={confirm.isPending} sx={{ mt: 1 }}>{translate('ra.action.confirm')}</Button>
              </Form>
            </Box>
          </Stack>
        ) : (
          <>
            <Typography sx={{ mb: 2 }}>{translate('app.second_factor.why')}</Typography>
            {/^SECOND_FACTOR_(REQUIRED|WRONG|USED)$/.test(refused) ? (
              <Form onSubmit={({ code }: FieldValues) => start.mutate(code as string)} noValidate>
                <Alert severity={refused === 'SECOND_FACTOR_REQUIRED' ? 'info' : 'error'}>{start.error?.message}</Alert>
                <TextInput source="code" label="app.sign_in.code" autoComplete="one-time-code" validate={required()} helperText="app.sign_in.code_hint" autoFocus />
                <Button type="submit" variant="contained" loading={start.isPending}>{translate('ra.action.confirm')}</Button>
              </Form>
            ) : (
              <>
                {start.error && <DesignedError error={start.error} />}
                <Button variant="contained" loading={start.isPending} onClick={() => start.mutate(undefined)}>{translate('app.second_factor.start')}</Button>
              </>
            )}
          </>
        )}
      </Panel>
    </Box>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const translate = useTranslate();
  return (
    <>
      <Alert severity="warning" sx={{ mb: 2 }}>{translate('app.second_factor.codes_hint')}</Alert>
      <Box component="ul" sx={{ columns: 2, fontFamily: 'monospace', fontSize: '1rem', listStyle: 'none', p: 0, m: 0 }}>
        {codes.map((code) => <li key={code}>{code}</li>)}
      </Box>
      <Button sx={{ mt: 2 }} variant="outlined" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>{translate('app.second_factor.copy')}</Button>
    </>
  );
}
