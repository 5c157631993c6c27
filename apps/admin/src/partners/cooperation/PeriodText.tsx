import { dayText } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';

/** From one day to another; either may be open. */
export function PeriodText({ from, to }: { from: string | null; to: string | null }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (from && to) return `${dayText(from, locale)} – ${dayText(to, locale)}`;
  if (from) return translate('app.partners.cooperation.from', { from: dayText(from, locale) });
  return to ? translate('app.partners.cooperation.until', { to: dayText(to, locale) }) : null;
}
