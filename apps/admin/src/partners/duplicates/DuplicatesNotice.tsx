import { Alert, Box, Link as MuiLink } from '@mui/material';
import { useAllowed } from '@mintforge/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useVerbs } from '../../common/use-act';
import { useReasons } from './reasons';
import type { Organisation } from '../types';

/** Entries that may be the same organisation, where there are any. */
export function DuplicatesNotice({ organisation: { id } }: { organisation: Organisation }) {
  const translate = useTranslate();
  const verbs = useVerbs();
  const mayMerge = useAllowed()('partners.write');
  const reasons = useReasons();
  const { data } = useQuery({ queryKey: ['duplicates', 'of', id], queryFn: () => verbs.duplicates({ page: 1, perPage: 5, organisationId: id }), enabled: mayMerge });
  if (!data || data.total === 0) return null;
  return (
    <Alert severity="warning">
      {translate('app.partners.head.check_duplicates', { smart_count: data.total })}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {data.items.map((pair) => (
          <li key={pair.id}>
            <MuiLink component={Link} to={`/duplicates/${pair.first.id}/${pair.second.id}`} color="inherit">{(pair.first.id === id ? pair.second : pair.first).name}</MuiLink>
            {' '}({reasons(pair.reasons)})
          </li>
        ))}
      </Box>
    </Alert>
  );
}
