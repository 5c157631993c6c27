import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useVerbs } from '../common/use-act';

/** How many consents that are given a release asks anew, said before it is pressed. */
export function AsksAnew({ count }: { count: number }) {
  const translate = useTranslate();
  return <Typography variant="body2" sx={{ fontWeight: 600 }}>{count === 0 ? translate('app.consent.asks_anew.none') : translate('app.consent.asks_anew.some', { smart_count: count })}</Typography>;
}

/** The same for what is proposed about a purpose, or for a version of its text; nothing until it is counted. */
export function AsksAnewOf({ what, id }: { what: 'purpose' | 'text'; id: string }) {
  const verbs = useVerbs();
  const { data } = useQuery({ queryKey: ['purposes', 'asks-anew', what, id], queryFn: () => (what === 'purpose' ? verbs.purposeAsksAnew(id) : verbs.textAsksAnew(id)) });
  return data === undefined ? null : <AsksAnew count={data} />;
}
