import { Alert, Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { dayText } from '@mintforge/ui-kit';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useKinds } from '../choices';
import { StageMenu } from './StageMenu';
import type { Organisation } from '../types';

/** Name, kind, official number and stage; a closed organisation says so and names its successor. */
export function OrganisationHead({ organisation }: { organisation: Organisation }) {
  const translate = useTranslate();
  const locale = useLocale();
  const kinds = useKinds();
  const { name, officialNumber, officialKey, closedOn, successor, sites } = organisation;
  const town = sites.find(({ isMain }) => isMain)?.town;
  const facts = [kinds(organisation), town, officialNumber && translate('app.partners.head.number', { number: officialNumber }), officialKey && translate('app.partners.head.key', { key: officialKey })];
  return (
    <Box>
      <Stack direction="row" useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5 }}>
        <Typography variant="h1" component="p" sx={{ fontSize: '1.5rem' }}>{name}</Typography>
        <StageMenu organisation={organisation} />
      </Stack>
      <Typography color="textSecondary">{facts.filter(Boolean).join(' · ')}</Typography>
      {closedOn && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate('app.partners.head.closed', { day: dayText(closedOn, locale) })}{' '}
          {successor && (
            <>
              {translate('app.partners.head.successor')}
              <MuiLink component={Link} to={`/organisations/${successor.id}/show`}>{successor.name}</MuiLink>
            </>
          )}
        </Alert>
      )}
    </Box>
  );
}
