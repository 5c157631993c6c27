import { useTranslate } from 'react-admin';

/** What ends, in words: text keys hold no dots and blanks. */
export function useWhat(): (what: string) => string {
  const translate = useTranslate();
  return (what) => translate(`app.retention.what.${what.replaceAll(/[^a-z]+/g, '_')}`, { _: what });
}
