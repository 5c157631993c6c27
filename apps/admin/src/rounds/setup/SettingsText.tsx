import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RoundSettings } from '../types';

/** The rules of a round or run in one line. */
export function SettingsText({ settings }: { settings: RoundSettings }) {
  const translate = useTranslate();
  const { seed, placesPerParticipant, usePriorities, closeBelowMinimum } = settings;
  const words = [
    `${translate('app.rounds.settings.seed')} ${translate('app.rounds.quoted', { text: seed })}`,
    translate('app.rounds.settings.places_short', { smart_count: placesPerParticipant }),
    translate(`app.rounds.settings.${usePriorities ? 'on' : 'off'}`),
    translate(`app.rounds.settings.${closeBelowMinimum ? 'closing' : 'not_closing'}`),
  ];
  return <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{words.join(' · ')}</Typography>;
}
