import { Stack, Typography } from '@mui/material';
import { StateChip } from '@mintforge/ui-kit';
import { useTranslate } from 'react-admin';
import type { RoundSettings } from '../types';

/** By which mechanism, and to which end, places are given, with what that promises. */
export function RuleText({ settings: { mechanism, objective } }: { settings: RoundSettings }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ my: 0.5, flexWrap: 'wrap', alignItems: 'center' }}>
      <StateChip tone="info" label={translate(objective ? `app.forecast.rules.OPTIMAL_${objective}` : `app.runs.mechanism.${mechanism}`)} />
      <Typography variant="body2" color="textSecondary">{translate(`app.forecast.about.${mechanism}`)}</Typography>
    </Stack>
  );
}
