import { useTranslate } from 'react-admin';
import type { DuplicateReason } from '../types';

/** Why two entries may be, or are not, one organisation, in words. */
export function useReasons() {
  const translate = useTranslate();
  return (reasons: readonly DuplicateReason[]): string => reasons.map(({ code, value }) => translate(`app.partners.reason.${code}`, { percent: Math.round((value ?? 0) * 100) })).join(', ');
}
