import { Button, Tooltip } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { locales } from '@mintforge/ui-kit';

/** Two languages need no menu: one press speaks the other. */
export function LocaleButton() {
  const translate = useTranslate();
  const [current, setLocale] = useLocaleState();
  const other = locales.find(({ locale }) => locale !== current);
  if (!other) return null;
  return (
    <Tooltip title={translate('app.bar.language', { name: other.name })}>
      <Button color="inherit" lang={other.locale} onClick={() => setLocale(other.locale)} sx={{ minWidth: 0 }} aria-label={`${other.locale.toUpperCase()}, ${other.name}`}>
        {other.locale.toUpperCase()}
      </Button>
    </Tooltip>
  );
}
