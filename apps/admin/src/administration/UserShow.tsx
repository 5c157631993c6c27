import { Alert, Box, Button } from '@mui/material';
import { mayGrant, type Role } from '@mintforge/domain/kernel';
import { berlinDateTime, locales, Panel, StateChip, useAllowed, useSignedIn } from '@mintforge/ui-kit';
import { useState } from 'react';
import { EditButton, Show, TopToolbar, useLocale, useRecordContext, useTranslate } from 'react-admin';
import { session } from '../connection';
import { Fact, Facts } from '../common/Facts';
import { HistoryButton } from '../common/HistoryButton';
import { ActDialog } from '../common/ActDialog';
import { useAct } from '../common/use-act';
import type { User } from './types';
import { userState, userTones } from './user-state';
import { UserRoles } from './UserRoles';

/** Whether the signed-in user may act on this account as a whole; the API also asks where else it works. */
function useMayAdminister(user: User | undefined): boolean {
  const signedIn = useSignedIn(session);
  const allowed = useAllowed();
  if (!user || !signedIn || signedIn.user.id === user.id || !allowed('users.write')) return false;
  return user.roles.every((role: Role) => mayGrant(signedIn.active.role, role));
}

function UserActions() {
  const translate = useTranslate();
  const user = useRecordContext<User>();
  const [asking, setAsking] = useState<'disable' | 'reset' | null>(null);
  const may = useMayAdminister(user);
  const close = () => setAsking(null);
  const disable = useAct((verbs) => verbs.disableUser(user?.id ?? ''), { done: 'app.administration.users.disabled', then: close });
  const enable = useAct((verbs) => verbs.enableUser(user?.id ?? ''), { done: 'app.administration.users.enabled' });
  const reset = useAct((verbs) => verbs.resetSecondFactor(user?.id ?? ''), { done: 'app.administration.users.reset_done', then: close });
  if (!user) return null;
  const act = asking === 'reset' ? reset : disable;
  const word = (key: string) => translate(`app.administration.users.${key}`, { name: user.displayName });
  return (
    <TopToolbar sx={{ flexWrap: 'wrap' }}>
      <HistoryButton id={user.id} />
      {may && <EditButton />}
      {may && user.secondFactor && <Button size="small" onClick={() => setAsking('reset')}>{word('reset')}</Button>}
      {may && (user.disabled ? <Button size="small" loading={enable.isPending} onClick={() => enable.mutate()}>{word('enable')}</Button> : <Button size="small" color="error" onClick={() => setAsking('disable')}>{word('disable')}</Button>)}
      {asking && (
        <ActDialog title={word(`${asking}_title`)} act={word(asking)} onAct={() => act.mutate()} onClose={close} acting={act.isPending} error={act.error}>
          {word(`${asking}_body`)}
        </ActDialog>
      )}
      {enable.error && <Alert severity="error">{enable.error.message}</Alert>}
    </TopToolbar>
  );
}

function UserPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const user = useRecordContext<User>();
  const myself = useSignedIn(session)?.user.id === user?.id;
  if (!user) return null;
  const state = userState(user);
  const field = (key: string) => `app.administration.users.field.${key}`;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}>
      <Panel title={translate('app.administration.users.account')} actions={<StateChip label={translate(`app.administration.users.state.${state}`)} tone={userTones[state]} />}>
        {myself && <Alert severity="info" sx={{ mb: 2 }}>{translate('app.administration.users.yourself')}</Alert>}
        {state === 'INVITED' && <Alert severity="info" sx={{ mb: 2 }}>{translate('app.administration.users.invited')}</Alert>}
        <Facts>
          <Fact label={field('name')}>{user.displayName}</Fact>
          <Fact label={field('email')}>{user.email}</Fact>
          <Fact label={field('locale')}>{locales.find((known) => known.locale === user.locale)?.name}</Fact>
          <Fact label={field('second_factor')}>{translate(`app.administration.users.second_factor.${user.secondFactor ? 'yes' : 'no'}`)}</Fact>
          <Fact label={field('last_sign_in')}>{user.lastSignInAt ? berlinDateTime(user.lastSignInAt, locale) : translate('app.administration.users.never')}</Fact>
          <Fact label={field('since')}>{berlinDateTime(user.createdAt, locale)}</Fact>
        </Facts>
      </Panel>
      <UserRoles user={user} />
    </Box>
  );
}

/** An account as this region sees it: who, whether they may come in, and their roles. */
export const UserShow = () => (
  <Show component="div" actions={<UserActions />}>
    <UserPage />
  </Show>
);
