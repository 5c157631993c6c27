import { Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import type { Allocation } from './types';

function Titled({ to, title, whose }: { to: string; title: string; whose: string }) {
  return (
    <>
      <MuiLink component={Link} to={to} sx={{ fontWeight: 600 }}>{title}</MuiLink>
      <Typography variant="body2" color="textSecondary" sx={{ fontSize: '0.8rem' }}>{whose}</Typography>
    </>
  );
}

/** The need of a pair, and its school. */
export const NeedCell = ({ needId, needTitle, school }: Pick<Allocation, 'needId' | 'needTitle' | 'school'>) => <Titled to={`/needs/${needId}/show`} title={needTitle} whose={school} />;

/** The offer of a pair, and its host. */
export const OfferCell = ({ offerId, offerTitle, host }: Pick<Allocation, 'offerId' | 'offerTitle' | 'host'>) => <Titled to={`/offers/${offerId}/show`} title={offerTitle} whose={host} />;
