import { Alert, Box, Button, MenuItem, TextField } from '@mui/material';
import type { Locale } from '@mintforge/domain/kernel';
import { DesignedError, ListSkeleton, locales, Panel } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Fact, Facts } from '../common/Facts';
import { useAct, useVerbs } from '../common/use-act';
import { PasswordForm } from './PasswordForm';
import { secondFactorPath } from './second-factor';
import { Sessions } from './Sessions';

/** One's own account: who one is, the language of mails, password, second factor, devices. */
export function AccountPage() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const { data: me, error, refetch } = useQuery({ queryKey: ['me'], queryFn: () => verbs.me() });
  const speak = useAct((acts, locale: Locale) => acts.changeMyLocale(locale), { done: 'app.account.locale_saved', then: () => void refetch() });
  return (
    <>
      <Title title={translate('app.account.title')} />
      {error && <DesignedError error={error} onRetry={() => void refetch()} />}
      {!me && !error && <ListSkeleton />}
      {me && (
        <Box sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' } }}>
          <Panel title={translate('app.account.profile')}>
            <Facts>
              <Fact label="app.account.name">{me.displayName}</Fact>
              <Fact label="app.account.email">{me.email}</Fact>
            </Facts>
            {speak.error && <Alert severity="error" sx={{ mt: 1 }}>{speak.error.message}</Alert>}
            <TextField select label={translate('app.account.locale')} value={me.locale} onChange={(event) => speak.mutate(event.target.value as Locale)} sx={{ mt: 2 }}>
              {locales.map(({ locale, name }) => <MenuItem key={locale} value={locale}>{name}</MenuItem>)}
            </TextField>
          </Panel>
          <Panel title={translate('app.second_factor.title')}>
            <Alert severity={me.secondFactor ? 'success' : 'warning'} sx={{ mb: 2 }}>{translate(me.secondFactor ? 'app.account.second_factor_on' : 'app.account.second_factor_off')}</Alert>
            <Button component={Link} to={secondFactorPath} variant={me.secondFactor ? 'outlined' : 'contained'}>{translate(me.secondFactor ? 'app.account.set_up_anew' : 'app.account.set_up')}</Button>
          </Panel>
          <PasswordForm />
          <Sessions />
        </Box>
      )}
    </>
  );
}
