import { Alert, Button, Stack } from '@mui/material';
import { checkCoordinates } from '@mintforge/domain/partners';
import { useLocale, useTranslate } from 'react-admin';
import { useAct } from '../../common/use-act';
import type { Site } from '../types';

type Point = { lat: number; lon: number };

/** What would put the place right at one click: latitude and longitude in the wrong order, or the centre of the postcode. */
function remedies({ lat, lon, postcodeCentre }: Site): { key: 'swap' | 'take_centre'; point: Point }[] {
  const swapped = lat !== null && lon !== null && ['OK', 'UNCHECKED'].includes(checkCoordinates(lon, lat, postcodeCentre).status) ? [{ key: 'swap' as const, point: { lat: lon, lon: lat } }] : [];
  return [...swapped, ...(postcodeCentre ? [{ key: 'take_centre' as const, point: { lat: postcodeCentre.lat, lon: postcodeCentre.lon } }] : [])];
}

/** Coordinates that cannot be right, how far off they are, and ways to correct them. */
export function PlaceDoubt({ site, onEdit }: { site: Site; onEdit?: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const correct = useAct<unknown, Point>((verbs, point) => verbs.update('sites', { id: site.id, data: point, previousData: site }), { done: 'app.partners.sites.corrected' });
  return (
    <Alert severity="warning" sx={{ mt: 1 }}>
      {translate(`app.partners.sites.${site.coordinateCheck}`, { km: site.coordinateKm?.toLocaleString(locale) ?? '', postcode: site.postcode ?? '' })}
      {onEdit && (
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {remedies(site).map(({ key, point }) => (
            <Button key={key} size="small" variant="outlined" color="inherit" loading={correct.isPending && correct.variables === point} onClick={() => correct.mutate(point)}>{translate(`app.partners.sites.${key}`)}</Button>
          ))}
          <Button size="small" color="inherit" onClick={onEdit}>{translate('app.partners.sites.correct')}</Button>
        </Stack>
      )}
      {correct.error?.message}
    </Alert>
  );
}
