import { Box, FormControl, FormControlLabel, FormLabel, MenuItem, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { mechanisms, objectives, type RoundMechanism, type RoundObjective } from '@mintforge/domain/matching';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useController } from 'react-hook-form';

/** How places are given, with what each way promises and what it does not; an optimum asks what for. */
export function MechanismInput({ prefix }: { prefix: string }) {
  const translate = useTranslate();
  const id = useId();
  const { field: mechanism } = useController({ name: `${prefix}mechanism` });
  const { field: objective, fieldState: { error } } = useController({ name: `${prefix}objective` });
  const chosen = mechanism.value as RoundMechanism;
  const best = objective.value as RoundObjective | null;
  const choose = (value: string) => {
    mechanism.onChange(value);
    objective.onChange(value === 'OPTIMAL' ? (best ?? objectives[0]) : null);
  };
  return (
    <>
      <FormControl sx={{ mb: 1 }}>
        <FormLabel id={id}>{translate('app.rounds.settings.mechanism')}</FormLabel>
        <RadioGroup aria-labelledby={id} value={chosen} onChange={(_, value) => choose(value)}>
          {mechanisms.map((one) => (
            <Box key={one} sx={{ mb: 1 }}>
              <FormControlLabel value={one} control={<Radio size="small" slotProps={{ input: { 'aria-describedby': `${id}-${one}` } }} />} label={translate(`app.rounds.settings.mechanisms.${one}`)} />
              <Box id={`${id}-${one}`} sx={{ pl: 3.75 }}>
                <Typography variant="body2" color="textSecondary">{translate(`app.rounds.settings.promises.${one}`)}</Typography>
                <Typography variant="body2" color="textSecondary">{translate(`app.rounds.settings.not_promised.${one}`)}</Typography>
              </Box>
            </Box>
          ))}
        </RadioGroup>
      </FormControl>
      {chosen === 'OPTIMAL' && (
        <TextField select fullWidth label={translate('app.rounds.settings.objective')} value={best ?? ''} onChange={(event) => objective.onChange(event.target.value)} error={error !== undefined} helperText={error?.message ?? (best && translate(`app.rounds.settings.objective_hints.${best}`))}>
          {objectives.map((one) => <MenuItem key={one} value={one}>{translate(`app.rounds.settings.objectives.${one}`)}</MenuItem>)}
        </TextField>
      )}
    </>
  );
}
