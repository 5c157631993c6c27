import { Alert, AlertTitle, Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRecordContext, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { useSettled } from '../../common/use-settled';
import { useVerbs } from '../../common/use-act';
import { useKinds } from '../choices';
import { useReasons } from '../duplicates/reasons';
import type { DuplicateHint } from '../types';

const asked = ['name', 'officialKey', 'officialNumber', 'email', 'website', 'address.postcode'] as const;
const shortestName = 3;

/** Known organisations that the one being entered may be, found while typing. */
export function SimilarOrganisations() {
  const translate = useTranslate();
  const verbs = useVerbs();
  const own = useRecordContext()?.id;
  const [name, officialKey, officialNumber, email, website, postcode] = useSettled(useWatch({ name: [...asked] }) as (string | null | undefined)[]);
  const input = { name: name?.trim() ?? '', officialKey, officialNumber, email, website, postcode };
  const { data = [] } = useQuery({
    queryKey: ['duplicates', 'hints', input],
    queryFn: ({ signal }) => verbs.duplicatesOf(input, signal),
    enabled: input.name.length >= shortestName,
    placeholderData: keepPreviousData,
  });
  const others = input.name.length >= shortestName ? data.filter(({ organisation }) => organisation.id !== own) : [];
  return (
    <Box role="status" sx={{ width: '100%' }}>
      {others.length > 0 && (
        <Alert severity="warning" sx={{ my: 1 }}>
          <AlertTitle>{translate('app.partners.similar.title')}</AlertTitle>
          <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>{others.map((hint) => <Hint key={hint.organisation.id} hint={hint} />)}</Stack>
        </Alert>
      )}
    </Box>
  );
}

function Hint({ hint: { organisation, reasons } }: { hint: DuplicateHint }) {
  const translate = useTranslate();
  const kinds = useKinds();
  const words = useReasons();
  const { id, name, mainSite } = organisation;
  return (
    <li>
      <MuiLink component={Link} to={`/organisations/${id}/show`} color="inherit" sx={{ fontWeight: 600 }} aria-label={`${translate('app.partners.similar.open')}: ${name}`}>{name}</MuiLink>
      <Typography variant="body2">{[[mainSite?.postcode, mainSite?.town].filter(Boolean).join(' '), kinds(organisation)].filter(Boolean).join(' · ')} – {words(reasons)}</Typography>
    </li>
  );
}
