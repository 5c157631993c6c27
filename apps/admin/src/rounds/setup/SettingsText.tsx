import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RoundSettings } from '../types';
import { settingsWords } from './settings-words';

/** The rules of a round or run in a few lines, and where its lottery comes from. */
export function SettingsText({ settings }: { settings: RoundSettings }) {
  const translate = useTranslate();
  const { basics, order, rules, after } = settingsWords(settings, translate);
  const source = settings.seedSource ? [`${translate('app.rounds.settings.seed_source')}: ${settings.seedSource}`] : [];
  return (
    <>
      {[[...basics, ...source], order, rules, after].map((words) => (
        <Typography key={words.join()} variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{words.join(' · ')}</Typography>
      ))}
    </>
  );
}
