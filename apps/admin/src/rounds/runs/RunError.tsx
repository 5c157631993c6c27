import { Typography } from '@mui/material';
import { consoleError, type RefusalBody } from '@mintforge/ui-kit';
import type { Locale } from '@mintforge/domain/kernel';
import { useLocale } from 'react-admin';

/** Why a run failed, in words; the API tells it as JSON {code, params}. */
export function RunError({ error }: { error: string | null }) {
  const locale = useLocale();
  if (!error) return null;
  return <Typography variant="body2" color="error" sx={{ mt: 0.5 }}>{consoleError(JSON.parse(error) as RefusalBody, locale as Locale).message}</Typography>;
}
