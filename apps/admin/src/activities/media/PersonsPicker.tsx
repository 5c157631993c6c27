import { Alert, Box, Checkbox, FormControlLabel, FormGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MediaCandidate } from '../types';

export interface Shown {
  pupilIds: string[];
  nobody: boolean;
}

export interface PersonsPickerProps {
  candidates: MediaCandidate[];
  value: Shown;
  onChange: (shown: Shown) => void;
}

/** Who can be recognised on a picture; whoever has not agreed is said so beside the name. */
export function PersonsPicker({ candidates, value: { pupilIds, nobody }, onChange }: PersonsPickerProps) {
  const translate = useTranslate();
  const missing = (candidate: MediaCandidate) => (candidate.keeping !== 'GIVEN' ? 'no_keeping' : candidate.publishing !== 'GIVEN' ? 'no_publishing' : null);
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 600 }}>{translate('app.activities.media.who')}</Typography>
      <FormControlLabel control={<Checkbox checked={nobody} onChange={(_, on) => onChange({ pupilIds: [], nobody: on })} />} label={translate('app.activities.media.nobody')} />
      {candidates.length === 0 && <Alert severity="info">{translate('app.activities.media.no_candidates')}</Alert>}
      <FormGroup sx={{ maxHeight: 320, overflowY: 'auto', flexWrap: 'nowrap' }}>
        {candidates.map((candidate) => {
          const lacks = missing(candidate);
          return (
            <FormControlLabel
              key={candidate.pupilId}
              control={<Checkbox checked={pupilIds.includes(candidate.pupilId)} onChange={(_, on) => onChange({ nobody: false, pupilIds: on ? [...pupilIds, candidate.pupilId] : pupilIds.filter((id) => id !== candidate.pupilId) })} />}
              label={<>{candidate.name ?? candidate.pseudonym}{candidate.groupName && `, ${candidate.groupName}`}{lacks && <Typography component="span" variant="body2" color="textSecondary"> · {translate(`app.activities.media.${lacks}`)}</Typography>}</>}
            />
          );
        })}
      </FormGroup>
    </Box>
  );
}
