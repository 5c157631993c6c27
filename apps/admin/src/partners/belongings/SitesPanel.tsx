import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { MapView, Panel, StateChip } from '@mintforge/ui-kit';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { AddButton } from '../AddButton';
import type { PanelOf } from '../panel';
import { PlaceDoubt } from './PlaceDoubt';
import { SiteDialog } from './SiteDialog';
import type { Site } from '../types';

const addressOf = ({ street, postcode, town, district }: Site) => [street, [postcode, town].filter(Boolean).join(' '), district].filter(Boolean).join(', ');

/** Where the organisation is: its sites on a map, and what is doubtful about their coordinates. */
export function SitesPanel({ organisation: { id, name, sites }, mayWrite }: PanelOf) {
  const translate = useTranslate();
  const [open, setOpen] = useState<Site | 'new'>();
  const points = sites.flatMap((site) => (site.lat === null || site.lon === null ? [] : [{ id: site.id, label: site.name || name, latitude: site.lat, longitude: site.lon, place: addressOf(site) }]));
  return (
    <Panel title={translate('app.partners.sites.title')} actions={mayWrite && <AddButton what="app.partners.sites.add" onClick={() => setOpen('new')} />}>
      {sites.length === 0 && <Typography color="textSecondary">{translate('app.partners.sites.none')}</Typography>}
      <Stack spacing={1.5}>
        {sites.map((site) => <SiteLine key={site.id} site={site} alone={sites.length === 1} onEdit={mayWrite ? () => setOpen(site) : undefined} />)}
        {points.length > 0 && <MapView points={points} onOpen={(site) => setOpen(mayWrite ? sites.find((one) => one.id === site) : undefined)} height={220} />}
      </Stack>
      {open && <SiteDialog organisationId={id} site={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Panel>
  );
}

function SiteLine({ site, alone, onEdit }: { site: Site; alone: boolean; onEdit?: () => void }) {
  const translate = useTranslate();
  const address = addressOf(site);
  const words = address || translate('app.partners.sites.no_address');
  const locale = useLocale();
  const placeWords = ({ coordinateCheck, coordinateKm }: Site) => (coordinateCheck === 'OK' && coordinateKm !== null ? translate('app.partners.sites.OK_KM', { km: coordinateKm.toLocaleString(locale) }) : translate(`app.partners.sites.${coordinateCheck}`));
  const doubted = site.coordinateCheck === 'FAR_FROM_POSTCODE' || site.coordinateCheck === 'OUT_OF_RANGE';
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {site.name && <Typography sx={{ fontWeight: 600 }}>{site.name}</Typography>}
          <Typography>{words}</Typography>
          {!doubted && <Typography variant="body2" color="textSecondary">{placeWords(site)}</Typography>}
        </Box>
        {site.isMain && !alone && <StateChip label={translate('app.partners.sites.main')} />}
        {onEdit && (
          <Tooltip title={translate('ra.action.edit')}>
            <IconButton size="small" onClick={onEdit} aria-label={translate('app.partners.edit_thing', { name: site.name || words })}><EditOutlined fontSize="small" /></IconButton>
          </Tooltip>
        )}
      </Box>
      {doubted && <PlaceDoubt site={site} onEdit={onEdit} />}
    </Box>
  );
}
