import AddOutlined from '@mui/icons-material/AddOutlined';
import { Box, Button, FormControlLabel, MenuItem, Stack, Switch, TextField, Typography } from '@mui/material';
import { longestDays } from '@mintforge/domain/activities';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { DayPlanRow } from './DayPlanRow';
import { useHostPlaces } from '../inputs';
import { faultsOf, hintsOf, withNextDay, type DayPlan, type OccurrencesDraft } from './occurrence-draft';
import type { Activity } from '../types';
import { useHolidays } from './use-holidays';

export interface OccurrenceFieldsProps {
  format: Activity['format'];
  hostId: string | null | undefined;
  value: OccurrencesDraft;
  onChange: (draft: OccurrencesDraft) => void;
  /** Exactly one occurrence. */
  single?: boolean;
  /** Where it is so far, which may be none of the host's sites. */
  otherSite?: { id: string; address: string };
  autoFocus?: boolean;
}

/** When, where and for how many: several days share place and size. */
export function OccurrenceFields({ format, hostId, value, onChange, single = false, otherSite, autoFocus }: OccurrenceFieldsProps) {
  const translate = useTranslate();
  const holidays = useHolidays(value);
  const [longer, setLonger] = useState(value.days.some(({ lastDay }) => lastDay !== ''));
  const faults = faultsOf(format, value);
  const set = (change: Partial<OccurrencesDraft>) => onChange({ ...value, ...change });
  const setDay = (at: number, day: DayPlan) => set({ days: value.days.map((one, index) => (index === at ? day : one)) });
  const mayBeLonger = longestDays[format] > 1;

  return (
    <Stack spacing={1.5}>
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {value.days.map((day, at) => (
          <DayPlanRow
            key={at}
            number={single ? undefined : at + 1}
            plan={day}
            longer={longer && mayBeLonger}
            fault={faults[at]}
            hints={holidays && hintsOf(day, holidays)}
            onChange={(changed) => setDay(at, changed)}
            onRemove={single ? undefined : () => set({ days: value.days.filter((_, index) => index !== at) })}
            autoFocus={autoFocus && at === 0}
          />
        ))}
      </Stack>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        {!single && <Button variant="outlined" startIcon={<AddOutlined />} onClick={() => onChange(withNextDay(value))}>{translate(value.days.length === 0 ? 'app.activities.occurrences.first_day' : 'app.activities.occurrences.next_day')}</Button>}
        {value.days.length > 0 && mayBeLonger && (
          <FormControlLabel
            control={<Switch size="small" checked={longer} onChange={(_, on) => {
              setLonger(on);
              if (!on) set({ days: value.days.map((day) => ({ ...day, lastDay: '' })) });
            }} />}
            label={translate('app.activities.occurrences.longer')}
          />
        )}
      </Stack>
      {value.days.length > 0 && <PlaceAndSize hostId={hostId} value={value} set={set} otherSite={otherSite} several={value.days.length > 1} />}
    </Stack>
  );
}

interface PlaceAndSizeProps extends Pick<OccurrenceFieldsProps, 'hostId' | 'value' | 'otherSite'> {
  set: (change: Partial<OccurrencesDraft>) => void;
  several: boolean;
}

function PlaceAndSize({ hostId, value, set, otherSite, several }: PlaceAndSizeProps) {
  const translate = useTranslate();
  const own = useHostPlaces(hostId)?.sites.map(({ id, name, street, postcode, town, isMain }) => ({ id, isMain, address: [name, street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ') }));
  const sites = otherSite && !own?.some(({ id }) => id === otherSite.id) ? [otherSite, ...(own ?? [])] : (own ?? []);
  const main = own?.find(({ isMain }) => isMain)?.id ?? own?.[0]?.id ?? null;
  const unknown = own !== undefined && (value.siteId === undefined || (value.siteId !== null && !sites.some(({ id }) => id === value.siteId)));
  useEffect(() => {
    // Another host was chosen, or the first: its main site is meant until somebody says otherwise.
    if (unknown) set({ siteId: main });
  });
  return (
    <>
      {several && <Typography variant="body2" color="textSecondary">{translate('app.activities.occurrences.shared')}</Typography>}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'start' }}>
        <TextField select label={translate('app.activities.occurrences.site')} value={sites.some(({ id }) => id === value.siteId) ? value.siteId : ''} onChange={(event) => set({ siteId: event.target.value || null })} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{translate('app.activities.occurrences.no_site')}</MenuItem>
          {sites.map(({ id, address }) => <MenuItem key={id} value={id}>{address || translate('app.activities.occurrences.site_without_address')}</MenuItem>)}
        </TextField>
        <TextField label={translate(value.siteId ? 'app.activities.occurrences.room' : 'app.activities.occurrences.place')} value={value.place} onChange={(event) => set({ place: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
        <TextField required type="number" label={translate('app.activities.occurrences.capacity')} value={value.capacity} onChange={(event) => set({ capacity: event.target.value })} slotProps={{ htmlInput: { min: 1, max: 2000 } }} />
        <TextField type="number" label={translate('app.activities.occurrences.minimum')} helperText={translate('app.activities.occurrences.minimum_hint')} value={value.minimum} onChange={(event) => set({ minimum: event.target.value })} slotProps={{ htmlInput: { min: 0, max: 2000 } }} />
      </Box>
    </>
  );
}
