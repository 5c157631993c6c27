import { Box, MenuItem, TextField } from '@mui/material';
import { maxReach, reachMeasures, type ReachMeasure, type ReachRule } from '@mintforge/domain/matching';
import { useTranslate } from 'react-admin';
import { useController } from 'react-hook-form';

const usual: Record<ReachMeasure, number> = { DISTANCE_KM: 30, TRAVEL_MINUTES: 60 };

/** How far a participant may be sent: anywhere, so many kilometres, so many minutes. */
export function ReachInput({ source }: { source: string }) {
  const translate = useTranslate();
  const within = ({ by, most }: ReachRule) => Number.isInteger(most) && most >= 1 && most <= maxReach[by];
  const { field, fieldState: { error } } = useController({
    name: source,
    rules: { validate: (reach: ReachRule | null) => reach === null || within(reach) || translate('app.rounds.settings.between', { least: 1, most: maxReach[reach.by] }) },
  });
  const reach = field.value as ReachRule | null;
  const by = reach?.by ?? 'ANYWHERE';
  const choose = (value: string) => {
    const measure = reachMeasures.find((known) => known === value);
    field.onChange(measure ? { by: measure, most: usual[measure] } : null);
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr' }, alignItems: 'start' }}>
      <TextField select label={translate('app.rounds.settings.reach')} helperText={translate(`app.rounds.settings.reach_hint.${by}`)} value={by} onChange={(event) => choose(event.target.value)}>
        {['ANYWHERE', ...reachMeasures].map((one) => <MenuItem key={one} value={one}>{translate(`app.rounds.settings.reach_by.${one}`)}</MenuItem>)}
      </TextField>
      {reach && (
        <TextField type="number" label={translate(`app.rounds.settings.reach_most.${reach.by}`)} value={Number.isNaN(reach.most) ? '' : reach.most} onChange={(event) => field.onChange({ ...reach, most: event.target.value === '' ? NaN : Number(event.target.value) })} onBlur={field.onBlur} error={error !== undefined} helperText={error?.message} slotProps={{ htmlInput: { min: 1, max: maxReach[reach.by], step: 1 } }} />
      )}
    </Box>
  );
}
