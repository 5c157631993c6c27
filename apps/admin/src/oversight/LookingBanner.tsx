import { Alert, Button } from '@mui/material';
import { berlinDateTime, forgetLists, useSignedIn } from '@mintforge/ui-kit';
import { useLocale, useNotify, useTranslate } from 'react-admin';
import { session, store } from '../connection';

/** Says on every page that this session only looks, and leads back to one's own role. */
export function LookingBanner() {
  const translate = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const signedIn = useSignedIn(session);
  if (!signedIn?.looking) return null;
  const { active, looking, lookingUntil, memberships } = signedIn;
  const home = memberships.find(({ role }) => role === 'PLATFORM_ADMIN') ?? memberships[0];
  const leave = () => home && session.switchTo(home).then(() => {
    forgetLists(store);
    window.location.assign(import.meta.env.BASE_URL);
  }, (error: Error) => notify(error.message, { type: 'error', messageArgs: { _: error.message } }));
  const words = looking === 'VIEW_AS'
    ? translate('app.oversight.looking.view_as', { region: active.regionName, role: translate(`app.roles.${active.role}`) })
    : translate('app.oversight.looking.break_glass', { region: active.regionName, time: lookingUntil ? berlinDateTime(lookingUntil, locale) : '' });
  return (
    <Alert severity={looking === 'VIEW_AS' ? 'info' : 'warning'} variant="filled" role="status" sx={{ borderRadius: 0, mb: 2, color: 'common.white', '&.MuiAlert-filledWarning': { backgroundColor: '#8a3b00' }, '&.MuiAlert-filledInfo': { backgroundColor: '#0b4a7a' } }} action={<Button color="inherit" size="small" variant="outlined" onClick={() => void leave()}>{translate('app.oversight.looking.leave')}</Button>}>
      {words}
    </Alert>
  );
}
